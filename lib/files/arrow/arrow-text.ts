import { type Data, DataType, type Vector } from "apache-arrow";

/** The bytes of the text in a row of a column of texts, as the file has them; none for a column of another type. */
export function textBytesAt(vector: Vector, row: number): Uint8Array[] {
  let place = row;
  for (const data of vector.data) {
    if (place < data.length) return DataType.isDictionary(data.type) ? wordAt(data, place) : bytesAt(data, place);
    place -= data.length;
  }
  return [];
}

function wordAt(data: Data, row: number): Uint8Array[] {
  return textBytesAt(data.dictionary!, Number((data.values as ArrayLike<number | bigint>)[row]));
}

function bytesAt({ type, values, valueOffsets, variadicBuffers }: Data, row: number): Uint8Array[] {
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) {
    const offsets = valueOffsets as ArrayLike<number | bigint>;
    return [(values as Uint8Array).subarray(Number(offsets[row]), Number(offsets[row + 1]))];
  }
  if (!DataType.isUtf8View(type)) return [];
  // A view: the length, then the bytes themselves, or the number of a buffer and a place in it.
  const view = (values as Uint8Array).subarray(row * 16, row * 16 + 16);
  const numbers = new DataView(view.buffer, view.byteOffset, 16);
  const length = numbers.getInt32(0, true);
  if (length <= 12) return [view.subarray(4, 4 + length)];
  const from = numbers.getInt32(12, true);
  return [variadicBuffers[numbers.getInt32(8, true)]!.subarray(from, from + length)];
}

/** Whether bytes are a text in UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const strict = new TextDecoder("utf-8", { fatal: true });
