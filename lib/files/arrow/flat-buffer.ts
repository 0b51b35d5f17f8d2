/**
 * A FlatBuffer, the format of Arrow's metadata. Tables and lists are identified by their offsets; every offset out of bounds
 * throws RangeError.
 */
export class FlatBuffer {
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  root(): number {
    return this.#view.getUint32(0, true);
  }

  byte(table: number, slot: number): number {
    const at = this.#at(table, slot);
    return at === undefined ? 0 : this.#view.getUint8(at);
  }

  /** @param absent the default that the schema of the format gives the slot */
  short(table: number, slot: number, absent = 0): number {
    const at = this.#at(table, slot);
    return at === undefined ? absent : this.#view.getInt16(at, true);
  }

  long(table: number, slot: number): number {
    const at = this.#at(table, slot);
    return at === undefined ? 0 : this.longAt(at);
  }

  longAt(place: number): number {
    return Number(this.#view.getBigInt64(place, true));
  }

  intAt(place: number): number {
    return this.#view.getInt32(place, true);
  }

  table(table: number, slot: number): number | undefined {
    const at = this.#at(table, slot);
    return at === undefined ? undefined : at + this.#view.getUint32(at, true);
  }

  /** A text; empty if it is absent. */
  text(table: number, slot: number): string {
    const places = this.list(table, slot, 1);
    return new TextDecoder().decode(Uint8Array.from(places, (place) => this.#view.getUint8(place)));
  }

  /** The offsets of the tables in a list. */
  tables(table: number, slot: number): number[] {
    return this.list(table, slot, 4).map((place) => place + this.#view.getUint32(place, true));
  }

  /** The offsets of the entries of a list, each of `size` bytes. */
  list(table: number, slot: number, size: number): number[] {
    const at = this.table(table, slot);
    if (at === undefined) return [];
    const length = this.#view.getUint32(at, true);
    if (at + 4 + length * size > this.#view.byteLength) throw new RangeError();
    return Array.from({ length }, (_, i) => at + 4 + i * size);
  }

  #at(table: number, slot: number): number | undefined {
    const offsets = table - this.#view.getInt32(table, true);
    if (4 + 2 * slot >= this.#view.getUint16(offsets, true)) return undefined;
    const offset = this.#view.getUint16(offsets + 4 + 2 * slot, true);
    return offset === 0 ? undefined : table + offset;
  }
}
