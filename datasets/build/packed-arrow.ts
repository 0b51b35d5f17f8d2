import { tableFromIPC } from "apache-arrow";
import { gzipSync } from "fflate";
import {
  expand,
  type PackedBuffer,
  type PackedHeader,
  type PackedSequence,
} from "../../kernel/services/packed-arrow.ts";

/** How the columns of a table of matrix cells are derived. */
export interface Packing {
  /** Cells are in ascending order of row · width + col. */
  readonly row: string;
  readonly col: string;
  readonly width: number;
  /** Column → how it follows from the position row · width + col: ⌊position / divide⌋ mod modulo picks the value. */
  readonly derived: Readonly<Record<string, { readonly divide: number; readonly modulo: number }>>;
  /** Column of values → the factor that makes them integers. */
  readonly values: Readonly<Record<string, number>>;
}

/** Without derived columns: the file is compressed as it is. For tables of values that are no matrix. */
export const compressed = "compressed";

/**
 * The Arrow file in the `packed` encoding (see kernel/services/packed-arrow.ts). Throws if it would not unpack to the same
 * bytes.
 */
export function packArrow(file: Uint8Array, packing: Packing | typeof compressed): Uint8Array {
  if (packing === compressed) return seal(file, bodyOf({ bytes: file.length, sequences: [], buffers: [] }, [file]));
  const table = tableFromIPC(file);
  const column = (name: string): Integers => {
    const values: unknown = table.getChild(name)?.data[0]?.values;
    const isKnown = values instanceof Float64Array || values instanceof Int32Array || values instanceof Int16Array;
    if (!isKnown && !(values instanceof Int8Array)) throw new Error(`Column ${name} cannot be packed.`);
    return values.subarray(0, table.numRows);
  };
  const [rows, cols] = [column(packing.row), column(packing.col)];
  const position = Float64Array.from(rows, (row, i) => row * packing.width + cols[i]!);
  const sequences = [encode(position, "rising", 1)];
  const place = (name: string) => ({ at: column(name).byteOffset - file.byteOffset, type: typeName(column(name)) });
  const buffers: PackedBuffer[] = [
    { ...place(packing.row), sequence: 0, divide: packing.width, modulo: 0 },
    { ...place(packing.col), sequence: 0, divide: 1, modulo: packing.width },
  ];
  for (const [name, { divide, modulo }] of Object.entries(packing.derived)) {
    const values = column(name);
    const lookup = new Array<number>(modulo).fill(0);
    position.forEach((at, i) => {
      lookup[Math.floor(at / divide) % modulo] = values[i]!;
    });
    buffers.push({ ...place(name), sequence: 0, divide, modulo, lookup });
  }
  for (const [name, scale] of Object.entries(packing.values)) {
    buffers.push({ ...place(name), sequence: sequences.length, divide: 1, modulo: 0 });
    sequences.push(encode(column(name), column(name).some((value) => value < 0) ? "signed" : "plain", scale));
  }
  buffers.sort((a, b) => a.at - b.at);
  const body = bodyOf({ bytes: file.length, sequences: sequences.map(({ sequence }) => sequence), buffers }, [
    rest(file, buffers, table.numRows),
    ...sequences.map(({ coded }) => coded),
  ]);
  return seal(file, body);
}

function seal(file: Uint8Array, body: Uint8Array<ArrayBuffer>): Uint8Array {
  if (Buffer.compare(expand(body), file) !== 0) throw new Error("The packed table does not come back to the byte.");
  // fflate instead of zlib gives the same bytes on every machine.
  return gzipSync(body, { level: 9, mtime: 0 });
}

type Integers = Float64Array | Int32Array | Int16Array | Int8Array;

function typeName(values: Integers): PackedBuffer["type"] {
  if (values instanceof Float64Array) return "float64";
  return values instanceof Int32Array ? "int32" : values instanceof Int16Array ? "int16" : "int8";
}

function encode(
  values: ArrayLike<number>,
  form: PackedSequence["form"],
  scale: number,
): { sequence: PackedSequence; coded: Uint8Array } {
  let rest = Array.from(values, (value, i) => {
    if (form === "rising") return value - (i === 0 ? -1 : values[i - 1]!) - 1;
    const whole = Math.round(value * scale);
    if (form === "plain") return whole;
    return whole < 0 ? -2 * whole - 1 : 2 * whole;
  });
  const groups: number[] = [];
  while (rest.length > 0) {
    for (const value of rest) groups.push((value % 128) + (value > 127 ? 128 : 0));
    rest = rest.filter((value) => value > 127).map((value) => Math.floor(value / 128));
  }
  return {
    sequence: { count: values.length, bytes: groups.length, form, scale },
    coded: Uint8Array.from(groups),
  };
}

/** The file without the packed buffers. */
function rest(file: Uint8Array, buffers: readonly PackedBuffer[], count: number): Uint8Array {
  const widths = { int8: 1, int16: 2, int32: 4, float64: 8 };
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const buffer of buffers) {
    parts.push(file.subarray(at, buffer.at));
    at = buffer.at + count * widths[buffer.type];
  }
  return Buffer.concat([...parts, file.subarray(at)]);
}

function bodyOf(header: PackedHeader, parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, text.length, true);
  return Uint8Array.from(Buffer.concat([length, text, ...parts]));
}
