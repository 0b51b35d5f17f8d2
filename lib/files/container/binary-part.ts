import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import { RowLines } from "./row-lines.ts";

const said = messages("import", {
  longRecord: {
    en: "a record of {count} bytes, where at most {most} were expected",
    zh: "长 {count} 字节的记录，至多应为 {most} 字节",
  },
  recordBeyondEnd: {
    en: "a record that continues past the end of the part",
    zh: "有一条记录超出了该部分的末尾",
  },
  shortRecord: {
    en: "a record of type {type}, which is shorter than it should be",
    zh: "类型为 {type} 的记录，其长度不足",
  },
  longText: {
    en: "a text of {length} characters, which does not fit into its record",
    zh: "长 {length} 个字符的文本，超出所在记录",
  },
});

/** The record types of binary workbooks that are read here. [MS-XLSB] 2.3.2. */
const ROW = 0;
const TEXT_ITEM = 19;
const SHEET = 156;
const SHEET_END = 146;
/** Cell records: with an explicit column (1 – 11), or directly after the previous cell (12 – 18); 62 is rich text. */
const kinds = new Map<number, "blank" | "rk" | "error" | "bool" | "real" | "text" | "shared" | "rich">([
  [1, "blank"],
  [2, "rk"],
  [3, "error"],
  [4, "bool"],
  [5, "real"],
  [6, "text"],
  [7, "shared"],
  [8, "text"],
  [9, "real"],
  [10, "bool"],
  [11, "error"],
  [12, "blank"],
  [13, "rk"],
  [14, "error"],
  [15, "bool"],
  [16, "real"],
  [17, "text"],
  [18, "shared"],
  [62, "rich"],
]);
const FIRST_SHORT = 12;
const LAST_SHORT = 18;
/** The maximum length of a record in bytes: a cell's text has up to 64 kB, and an incomplete record is buffered in memory. */
const LONGEST = 1 << 24;

/** A part of an .xlsb workbook, parsed record by record. An incomplete record is buffered until the next chunk. */
abstract class BinaryPart {
  #buffered = new Uint8Array(0);

  /** Throws RangeError if the records are invalid. */
  add(bytes: Uint8Array): void {
    let all = bytes;
    if (this.#buffered.length > 0) {
      all = new Uint8Array(this.#buffered.length + bytes.length);
      all.set(this.#buffered);
      all.set(bytes, this.#buffered.length);
    }
    const view = new DataView(all.buffer, all.byteOffset, all.length);
    let at = 0;
    for (;;) {
      const head = headOf(all, at);
      if (head && head.length > LONGEST)
        throw new Fault(said.longRecord({ count: head.length, most: LONGEST }), { name: "RangeError" });
      if (!head || head.start + head.length > all.length) break;
      this.#read(head.type, new DataView(view.buffer, view.byteOffset + head.start, head.length));
      at = head.start + head.length;
    }
    this.#buffered = all.slice(at);
  }

  end(): void {
    if (this.#buffered.length > 0) throw new Fault(said.recordBeyondEnd(), { name: "RangeError" });
  }

  #read(type: number, data: DataView): void {
    try {
      this.record(type, data);
    } catch (error) {
      // The platform's message for reading beyond the end of the record.
      if (error instanceof RangeError && /outside the bounds/i.test(error.message))
        throw new Fault(said.shortRecord({ type }), { name: "RangeError" });
      throw error;
    }
  }

  protected abstract record(type: number, data: DataView): void;
}

/** The type (one or two bytes) and length (up to four bytes) of a record; undefined if they are incomplete. */
function headOf(bytes: Uint8Array, from: number): { type: number; length: number; start: number } | undefined {
  let at = from;
  const number = (most: number): number | undefined => {
    let value = 0;
    for (let i = 0; i < most; i++) {
      const byte = bytes[at++];
      if (byte === undefined) return undefined;
      value |= (byte & 127) << (7 * i); // at most 28 bits
      if (byte < 128) break;
    }
    return value;
  };
  const type = number(2);
  const length = type === undefined ? undefined : number(4);
  return type === undefined || length === undefined ? undefined : { type, length, start: at };
}

function wideText(data: DataView, at: number): { text: string; end: number } {
  const length = data.getUint32(at, true);
  // The largest number marks a missing text.
  if (length === 0xffffffff) return { text: "", end: at + 4 };
  if (at + 4 + 2 * length > data.byteLength) throw new Fault(said.longText({ length }), { name: "RangeError" });
  const bytes = new Uint8Array(data.buffer, data.byteOffset + at + 4, 2 * length);
  return { text: new TextDecoder("utf-16le").decode(bytes), end: at + 4 + 2 * length };
}

/** The names of the sheets, and the ids of their relations. */
export class BinarySheets extends BinaryPart {
  readonly found: { readonly name: string; readonly id: string }[] = [];

  protected override record(type: number, data: DataView): void {
    if (type !== SHEET) return;
    const id = wideText(data, 8);
    this.found.push({ id: id.text, name: wideText(data, id.end).text });
  }
}

/** The shared strings. */
export class BinaryTexts extends BinaryPart {
  readonly found: string[] = [];

  protected override record(type: number, data: DataView): void {
    if (type === TEXT_ITEM) this.found.push(wideText(data, 1).text);
  }
}

/** Converts a sheet of a binary workbook to lines. */
export class BinarySheetLines extends BinaryPart {
  readonly #texts: readonly string[];
  readonly #rows = new RowLines();
  #isOpen = false;
  #column = -1;

  constructor(texts: readonly string[]) {
    super();
    this.#texts = texts;
  }

  take(): string[] {
    return this.#rows.take();
  }

  protected override record(type: number, data: DataView): void {
    if (type === ROW || type === SHEET_END) {
      if (this.#isOpen) this.#rows.endRow();
      this.#isOpen = type === ROW;
      if (this.#isOpen) this.#rows.row(data.getUint32(0, true) + 1);
      this.#column = -1;
      return;
    }
    const kind = kinds.get(type);
    if (!kind || !this.#isOpen) return;
    const isShort = type >= FIRST_SHORT && type <= LAST_SHORT;
    this.#column = isShort ? this.#column + 1 : data.getUint32(0, true);
    const text = this.#textOf(kind, data, isShort ? 4 : 8);
    if (text !== "") this.#rows.cell(this.#column + 1, text);
  }

  #textOf(kind: string, data: DataView, at: number): string {
    if (kind === "real") return String(data.getFloat64(at, true));
    if (kind === "rk") return String(rkNumber(data.getUint32(at, true)));
    if (kind === "shared") return this.#texts[data.getUint32(at, true)] ?? "";
    if (kind === "text") return wideText(data, at).text;
    if (kind === "rich") return wideText(data, at + 1).text;
    if (kind === "bool") return String(data.getUint8(at));
    return kind === "error" ? "#ERROR" : "";
  }
}

/** Decodes a number of 30 bits: an integer, or the upper part of a double; divided by 100 if the first bit is set. */
function rkNumber(rk: number): number {
  let value = (rk | 0) >> 2;
  if (!(rk & 2)) {
    const double = new DataView(new ArrayBuffer(8));
    double.setUint32(4, rk & ~3, true);
    value = double.getFloat64(0, true);
  }
  return rk & 1 ? value / 100 : value;
}
