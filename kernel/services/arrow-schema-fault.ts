import { type Message, messages } from "../../lib/message/message.ts";
import { arrowMessages, SCHEMA } from "./arrow-messages.ts";
import { checkArrowFooter, checkSchema } from "./arrow-metadata.ts";
import { arrowFooter } from "./arrow-stream.ts";
import { FlatBuffer } from "./flat-buffer.ts";

const said = messages("services", {
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
  const footer = arrowFooter(bytes);
  if (footer) {
    checkArrowFooter(bytes);
    const flat = new FlatBuffer(footer);
    return faultOf(flat, flat.table(flat.root(), FOOTER_SCHEMA));
  }
  for (const { kind, metadata, header } of arrowMessages(bytes)) {
    if (kind !== SCHEMA || header === undefined) break;
    checkSchema(metadata, header);
    return faultOf(metadata, header);
  }
  return null;
}

/** The slot of the schema in File.fbs. */
const FOOTER_SCHEMA = 1;
/** Slots of tables in Schema.fbs. */
const schemaSlots = { endianness: 0, fields: 1 };
const fieldSlots = { name: 0, typeKind: 2, children: 5 };

function faultOf(flat: FlatBuffer, schema: number | undefined): Message | null {
  if (schema === undefined) return null;
  if (flat.short(schema, schemaSlots.endianness) !== 0) return said.bigEndian();
  for (const field of flat.tables(schema, schemaSlots.fields)) {
    const kind = unreadKind(flat, field);
    if (kind !== null) {
      const column = flat.text(field, fieldSlots.name);
      return said.unreadColumn({ column, type: names.get(kind) ?? String(kind) });
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
