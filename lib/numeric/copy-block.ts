/** Copies rows × columns numbers between two matrices; ld is the distance between two rows. */
export function copyBlock(
  rows: number,
  columns: number,
  from: Float64Array,
  fromAt: number,
  ldFrom: number,
  to: Float64Array,
  toAt: number,
  ldTo: number,
): void {
  for (let i = 0; i < rows; i++) {
    const p = fromAt + i * ldFrom;
    const q = toAt + i * ldTo;
    for (let c = 0; c < columns; c++) to[q + c] = from[p + c]!;
  }
}
