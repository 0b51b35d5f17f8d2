/** The cells of a sparse matrix that is written column by column: indices and values, and where each column starts. */
export class GrowingCells {
  readonly starts: Int32Array;
  indices: Int32Array;
  values: Float64Array;
  length = 0;
  #column = 0;

  /** @param starts one more than there will be columns. */
  constructor(starts: number, room: number) {
    this.starts = new Int32Array(starts);
    this.indices = new Int32Array(Math.max(16, room));
    this.values = new Float64Array(Math.max(16, room));
  }

  push(index: number, value: number): void {
    if (this.length === this.values.length) this.#grow();
    this.indices[this.length] = index;
    this.values[this.length++] = value;
  }

  endColumn(): void {
    this.starts[++this.#column] = this.length;
  }

  swap(p: number, q: number): void {
    const [index, value] = [this.indices[p]!, this.values[p]!];
    this.indices[p] = this.indices[q]!;
    this.values[p] = this.values[q]!;
    this.indices[q] = index;
    this.values[q] = value;
  }

  #grow(): void {
    const indices = new Int32Array(2 * this.length);
    indices.set(this.indices);
    this.indices = indices;
    const values = new Float64Array(2 * this.length);
    values.set(this.values);
    this.values = values;
  }
}
