import { type Data, DataType, type Table, tableFromIPC } from "apache-arrow";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { checkArrowStream } from "./arrow-metadata.ts";
import { wholeArrowStream } from "./arrow-schema.ts";

const said = messages("services", {
  arrowFileCut: {
    en: "The Arrow file {name} is not whole: it was cut or damaged. Take it anew.",
    zh: "Arrow 文件 {name} 不完整：文件被截断或已损坏，请重新获取。",
  },
});

/** Bytes that are no whole Arrow file, as a sentence. */
export class ArrowFileError extends Fault {
  override name = "ArrowFileError";
}

/**
 * The table in an Arrow IPC file or stream. The library takes lengths and offsets as they are written; here every column is held
 * against the bytes that are there, so that no row count fills the memory and no offset leads astray. Throws ArrowFileError.
 */
export function readArrow(bytes: Uint8Array, name: string): Table {
  let table: Table;
  try {
    const stream = wholeArrowStream(bytes as Uint8Array<ArrayBuffer>);
    checkArrowStream(stream);
    table = tableFromIPC(stream);
    for (const batch of table.batches) checkColumn(batch.data, batch.numRows);
  } catch {
    throw new ArrowFileError(said.arrowFileCut({ name }));
  }
  return table;
}

/** Throws RangeError where a column's buffers hold fewer values than it has rows, or lead outside. */
function checkColumn(data: Data, rows: number): void {
  const { type, length, values, valueOffsets: offsets, children, nullBitmap } = data;
  hold(length === rows && rows >= 0);
  hold(!nullBitmap || nullBitmap.length === 0 || nullBitmap.length * 8 >= data.offset + rows);
  if (DataType.isStruct(type)) {
    hold(children.length === type.children.length);
    for (const child of children) checkColumn(child, rows);
  } else if (DataType.isFixedSizeList(type)) {
    checkColumn(children[0]!, rows * type.listSize);
  } else if (DataType.isList(type) || DataType.isMap(type)) {
    const child = children[0]!;
    checkOffsets(offsets as Int32Array, rows, child.length);
    checkColumn(child, child.length);
  } else if (
    DataType.isUtf8(type) ||
    DataType.isBinary(type) ||
    DataType.isLargeUtf8(type) ||
    DataType.isLargeBinary(type)
  ) {
    checkOffsets(offsets, rows, (values as Uint8Array).length);
  } else if (DataType.isDictionary(type)) {
    checkIndices(data, rows);
    for (const part of data.dictionary!.data) checkColumn(part, part.length);
  } else if (DataType.isBool(type)) {
    hold(values.length * 8 >= data.offset + rows);
  } else if (DataType.isNull(type)) {
    // No buffer bounds its length.
    hold(rows <= 2 ** 31 - 1);
  } else if (DataType.isUnion(type)) {
    // Nothing writes these here, and their parts refer to one another in ways of their own.
    hold(false);
  } else {
    hold(values.length >= rows * data.stride);
  }
}

function checkIndices(data: Data, rows: number): void {
  const indices = data.values as ArrayLike<number | bigint>;
  const words = data.dictionary!.length;
  hold(indices.length >= rows);
  for (let i = 0; i < rows; i++) {
    const index = Number(indices[i]);
    // The index of an empty cell means nothing.
    if (!(index >= 0 && index < words)) hold(data.nullable && !data.getValid(i));
  }
}

function checkOffsets(offsets: Int32Array | BigInt64Array, rows: number, length: number): void {
  if (rows === 0) return;
  hold(offsets.length > rows && Number(offsets[0]) >= 0 && Number(offsets[rows]) <= length);
  for (let i = 0; i < rows; i++) hold(offsets[i]! <= offsets[i + 1]!);
}

function hold(condition: boolean): void {
  if (!condition) throw new RangeError();
}
