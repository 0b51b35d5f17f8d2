import { strToU8, zipSync } from "fflate";

type Cell = string | number | null;

/** A workbook in the binary form that WIOD 2016 is published in. [MS-XLSB] 2.1.4, 2.3.2, 2.4. */
export function binaryWorkbookFile(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const texts: string[] = [];
  const parts: Record<string, Uint8Array> = {};
  const names = Object.keys(sheets);
  names.forEach((name, i) => {
    const records: Buffer[] = [record(129), record(145)];
    sheets[name]!.forEach((row, r) => {
      if (row.every((cell) => cell === null || cell === "")) return;
      records.push(record(0, uint32(r), Buffer.alloc(13)));
      row.forEach((cell, c) => {
        if (cell !== null && cell !== "") records.push(cellRecord(c, cell, texts));
      });
    });
    parts[`xl/worksheets/sheet${i + 1}.bin`] = bytesOf([...records, record(146), record(130)]);
  });
  const listed = names.map((name, i) => record(156, uint32(0), uint32(i + 1), wide(`rId${i + 1}`), wide(name)));
  parts["xl/workbook.bin"] = bytesOf([record(131), record(143), ...listed, record(144), record(132)]);
  const items = texts.map((text) => record(19, Buffer.alloc(1), wide(text)));
  parts["xl/sharedStrings.bin"] = bytesOf([record(159, Buffer.alloc(8)), ...items, record(160)]);
  const related = names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.bin"/>`);
  parts["xl/_rels/workbook.bin.rels"] = strToU8(`<Relationships>${related.join("")}</Relationships>`);
  return zipSync(parts, { mtime: "2020-01-01" });
}

/** Texts are shared where their length is even; whole numbers and hundredths take 30 bits. */
function cellRecord(column: number, cell: string | number, texts: string[]): Buffer {
  const place = [uint32(column), Buffer.alloc(4)];
  if (typeof cell === "string") {
    if (cell.length % 2 === 1) return record(6, ...place, wide(cell));
    const known = texts.indexOf(cell);
    return record(7, ...place, uint32(known >= 0 ? known : texts.push(cell) - 1));
  }
  const isShort = (value: number) => Number.isInteger(value) && Math.abs(value) < 2 ** 29 && !Object.is(value, -0);
  if (isShort(cell)) return record(2, ...place, uint32(((cell << 2) | 2) >>> 0));
  const hundredths = Math.round(cell * 100);
  if (isShort(hundredths) && hundredths / 100 === cell)
    return record(2, ...place, uint32(((hundredths << 2) | 3) >>> 0));
  const double = Buffer.alloc(8);
  double.writeDoubleLE(cell);
  return record(5, ...place, double);
}

function record(type: number, ...data: readonly Buffer[]): Buffer {
  const body = Buffer.concat(data);
  return Buffer.concat([Buffer.from([...variable(type), ...variable(body.length)]), body]);
}

function variable(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...variable(value >> 7)];
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

function wide(text: string): Buffer {
  return Buffer.concat([uint32(text.length), Buffer.from(text, "utf16le")]);
}

function bytesOf(records: readonly Buffer[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(records));
}
