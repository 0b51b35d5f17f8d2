import { type Message, messages } from "../../message/message.ts";
import { arrowMessages, SCHEMA } from "./arrow-messages.ts";
import { checkArrowFooter, checkSchema } from "./arrow-metadata.ts";
import { arrowFooter } from "./arrow-stream.ts";
import { FlatBuffer } from "./flat-buffer.ts";

const texts = messages("services", {
  bigEndian: {
    en: "its numbers are stored with the high byte first (big-endian), which is not read. Write it on another machine, or as Parquet.",
    zh: "其中的数字按高位字节在前（大端序）存储，无法读取。请在其他机器上写出，或写为 Parquet。",
  },
  unreadColumn: {
    en: "the column `{column}` has the Arrow type {type}, which is not read. Convert the column to a list or to plain values, or write the file as Parquet.",
    zh: "列 `{column}` 的 Arrow 类型为 {type}，无法读取。请将该列转换为列表或普通值，或将文件写为 Parquet。",
  },
});

/** The types of Arrow by the number of `union Type` in Schema.fbs; those that are not read have a name. */
const readable: ReadonlySet<number> = new Set([
  // Null, Int, FloatingPoint, Binary, Utf8, Bool, Decimal, Date, Time, Timestamp, Interval, List, Struct
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  // FixedSizeBinary, FixedSizeList, Map, Duration, LargeBinary, LargeUtf8, LargeList, BinaryView, Utf8View
  ...[15, 16, 17, 18, 19, 20, 21, 23, 24],
]);

const names = new Map([
  [14, "Union"],
  [22, "RunEndEncoded"],
  [25, "ListView"],
  [26, "LargeListView"],
]);

/**
 * Why the schema of an Arrow file or stream is not read: its byte order, or a column of a type that the library does not know, or
 * knows only as bytes; null if it is read. The library itself takes big-endian numbers for others, in silence. Throws RangeError for
 * metadata that are damaged.
 */
export function arrowSchemaFault(bytes: Uint8Array<ArrayBuffer>): Message | null {
  const found = schemaOf(bytes);
  return found && faultOf(found.flat, found.schema);
}

/**
 * Whether all columns of an Arrow file or stream have types that the shipped datasets have, or are dictionaries of such values: integers,
 * numbers of 32 and 64 bits, texts, booleans, dates and times in milliseconds. Throws RangeError for metadata that are damaged.
 */
export function hasPlainTypes(bytes: Uint8Array<ArrayBuffer>): boolean {
  const found = schemaOf(bytes);
  if (!found) return true;
  const { flat, schema } = found;
  if (flat.short(schema, schemaSlots.endianness) !== 0) return false;
  return flat.tables(schema, schemaSlots.fields).every((field) => isPlain(flat, field));
}

/** The schema of a file, which stands in its footer, or of a stream; null if there is none. */
function schemaOf(bytes: Uint8Array<ArrayBuffer>): { readonly flat: FlatBuffer; readonly schema: number } | null {
  const footer = arrowFooter(bytes);
  if (footer) {
    checkArrowFooter(bytes);
    const flat = new FlatBuffer(footer);
    const schema = flat.table(flat.root(), FOOTER_SCHEMA);
    return schema === undefined ? null : { flat, schema };
  }
  for (const { kind, metadata, header } of arrowMessages(bytes)) {
    if (kind !== SCHEMA || header === undefined) break;
    checkSchema(metadata, header);
    return { flat: metadata, schema: header };
  }
  return null;
}

/** The slot of the schema in File.fbs. */
const FOOTER_SCHEMA = 1;
/** Slots of tables in Schema.fbs. */
const schemaSlots = { endianness: 0, fields: 1 };
const fieldSlots = { name: 0, typeKind: 2, type: 3, children: 5 };
const timestampSlots = { unit: 0, zone: 1 };

/** Numbers of `union Type` in Schema.fbs. */
const types = { int: 2, float: 3, utf8: 5, bool: 6, date: 8, timestamp: 10, largeUtf8: 20 };
const HALF = 0;
const MILLISECOND = 1;

function isPlain(flat: FlatBuffer, field: number): boolean {
  const kind = flat.byte(field, fieldSlots.typeKind);
  const type = flat.table(field, fieldSlots.type);
  if (type === undefined) return false;
  switch (kind) {
    case types.int:
    case types.utf8:
    case types.bool:
    case types.largeUtf8:
      return true;
    case types.float:
      return flat.short(type, 0) !== HALF;
    case types.date:
      // The unit that is not written is the millisecond.
      return flat.short(type, 0, MILLISECOND) === MILLISECOND;
    case types.timestamp:
      return (
        flat.short(type, timestampSlots.unit) === MILLISECOND && flat.table(type, timestampSlots.zone) === undefined
      );
    default:
      return false;
  }
}

function faultOf(flat: FlatBuffer, schema: number): Message | null {
  if (flat.short(schema, schemaSlots.endianness) !== 0) return texts.bigEndian();
  for (const field of flat.tables(schema, schemaSlots.fields)) {
    const kind = unreadKind(flat, field);
    if (kind !== null) {
      const column = flat.text(field, fieldSlots.name);
      return texts.unreadColumn({ column, type: names.get(kind) ?? String(kind) });
    }
  }
  return null;
}

/** The first type in a column, nested ones included, that is not read. The depth has been checked. */
function unreadKind(flat: FlatBuffer, field: number): number | null {
  const kind = flat.byte(field, fieldSlots.typeKind);
  if (!readable.has(kind)) return kind;
  for (const child of flat.tables(field, fieldSlots.children)) {
    const found = unreadKind(flat, child);
    if (found !== null) return found;
  }
  return null;
}
