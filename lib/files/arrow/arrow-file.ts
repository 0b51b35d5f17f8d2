import { type Data, DataType, type Table, tableFromIPC } from "apache-arrow";
import { Fault } from "../../message/fault.ts";
import { type Message, messages } from "../../message/message.ts";
import { checkArrowStream } from "./arrow-metadata.ts";
import { wholeArrowStream } from "./arrow-schema.ts";
import { arrowSchemaFault } from "./arrow-schema-fault.ts";

/** One file of a page with what reads the columns: a job waits for each file on its own. */
export { columnValues } from "./arrow-column.ts";

const texts = messages("services", {
  incompleteArrowFile: {
    en: "The Arrow file {name} is not whole: it was cut or damaged. Take it anew.",
    zh: "Arrow 文件 {name} 不完整：文件被截断或已损坏，请重新获取。",
  },
  unreadArrowFile: {
    en: "The Arrow file {name} is not read: {reason}",
    zh: "无法读取 Arrow 文件 {name}：{reason}",
  },
});

/** Thrown for bytes that are not a complete Arrow file, or have a column that is not read. */
export class ArrowFileError extends Fault {
  override name = "ArrowFileError";
  /** Why a whole file is not read; null if it is damaged. */
  readonly reason: Message | null;

  constructor(name: string, reason: Message | null = null) {
    super(reason ? texts.unreadArrowFile({ name, reason }) : texts.incompleteArrowFile({ name }));
    this.reason = reason;
  }
}

/**
 * The table in an Arrow IPC file or stream. The library trusts lengths and offsets in the file; here every column is checked
 * against the available bytes, so that no row count exhausts the memory and no offset is out of bounds. Throws ArrowFileError, also
 * for a byte order or the type of a column that the library would read as something else.
 */
export function readArrow(bytes: Uint8Array, name: string): Table {
  try {
    const own = bytes as Uint8Array<ArrayBuffer>;
    const reason = arrowSchemaFault(own);
    if (reason) throw new ArrowFileError(name, reason);
    const stream = wholeArrowStream(own);
    checkArrowStream(stream);
    const table = tableFromIPC(stream);
    for (const batch of table.batches) checkColumn(batch.data, batch.numRows);
    return table;
  } catch (error) {
    throw error instanceof ArrowFileError ? error : new ArrowFileError(name);
  }
}

/** Throws RangeError if a column's buffers contain fewer values than it has rows, or an offset is out of bounds. */
function checkColumn(data: Data, rows: number): void {
  const { type, length, values, valueOffsets: offsets, children, nullBitmap } = data;
  ensure(length === rows && rows >= 0);
  ensure(!nullBitmap || nullBitmap.length === 0 || nullBitmap.length * 8 >= data.offset + rows);
  if (DataType.isStruct(type)) {
    ensure(children.length === type.children.length);
    for (const child of children) checkColumn(child, rows);
  } else if (DataType.isFixedSizeList(type)) {
    checkColumn(children[0]!, rows * type.listSize);
  } else if (DataType.isList(type) || DataType.isLargeList(type) || DataType.isMap(type)) {
    const child = children[0]!;
    checkOffsets(offsets, rows, child.length);
    checkColumn(child, child.length);
  } else if (
    DataType.isUtf8(type) ||
    DataType.isBinary(type) ||
    DataType.isLargeUtf8(type) ||
    DataType.isLargeBinary(type)
  ) {
    checkOffsets(offsets, rows, (values as Uint8Array).length);
  } else if (DataType.isUtf8View(type) || DataType.isBinaryView(type)) {
    checkViews(data, rows);
  } else if (DataType.isDictionary(type)) {
    checkIndices(data, rows);
    for (const part of data.dictionary!.data) checkColumn(part, part.length);
  } else if (DataType.isBool(type)) {
    ensure(values.length * 8 >= data.offset + rows);
  } else if (DataType.isNull(type)) {
    // No buffer bounds its length.
    ensure(rows <= 2 ** 31 - 1);
  } else if (DataType.isUnion(type)) {
    // Unions are not used here, and their children refer to each other by other rules.
    ensure(false);
  } else {
    ensure(values.length >= rows * data.stride);
  }
}

/** Bytes of a view: the length, then up to twelve bytes, or their first four with the number of a buffer and a place in it. */
const VIEW = 16;
const INLINE = 12;

function checkViews(data: Data, rows: number): void {
  const { values, variadicBuffers } = data;
  const views = values as Uint8Array;
  ensure(views.length >= rows * VIEW);
  const view = new DataView(views.buffer, views.byteOffset, views.byteLength);
  for (let i = 0; i < rows; i++) {
    const length = view.getInt32(i * VIEW, true);
    if (length >= 0 && length <= INLINE) continue;
    const buffer = variadicBuffers[view.getInt32(i * VIEW + 8, true)];
    const from = view.getInt32(i * VIEW + 12, true);
    // The view of a null value is arbitrary.
    if (!(length >= 0 && from >= 0 && buffer && from + length <= buffer.length)) ensure(!data.getValid(i));
  }
}

function checkIndices(data: Data, rows: number): void {
  const indices = data.values as ArrayLike<number | bigint>;
  const words = data.dictionary!.length;
  ensure(indices.length >= rows);
  for (let i = 0; i < rows; i++) {
    const index = Number(indices[i]);
    // The index of a null value is arbitrary.
    if (!(index >= 0 && index < words)) ensure(data.nullable && !data.getValid(i));
  }
}

function checkOffsets(offsets: Int32Array | BigInt64Array, rows: number, length: number): void {
  if (rows === 0) return;
  ensure(offsets.length > rows && Number(offsets[0]) >= 0 && Number(offsets[rows]) <= length);
  for (let i = 0; i < rows; i++) ensure(offsets[i]! <= offsets[i + 1]!);
}

function ensure(condition: boolean): void {
  if (!condition) throw new RangeError();
}
