import { type Message, messages } from "../../message/message.ts";
import { beginsWithSchema } from "../arrow/arrow-stream.ts";
import { ArrowTable } from "../arrow/arrow-table.ts";
import { type DecodedText, damagedText, decodeText, encodingNote } from "../container/text-encoding.ts";
import { damagedColumn, delimitedTable } from "../delimited/delimited-table.ts";
import { isRegular } from "../delimited/delimiter.ts";
import { geoFormat, geoJsonTable, topoJsonTables } from "../json/geo-tables.ts";
import { isJsonLines, jsonLinesTable, jsonTables, parseJson } from "../json/json-tables.ts";
import { ParquetTable } from "../parquet/parquet-table.ts";
import { sqliteTables } from "../sqlite/sqlite-tables.ts";
import { markupOf } from "../workbook/markup.ts";
import { isCompound, isZip } from "../workbook/workbook-sheets.ts";
import { workbookTables } from "../workbook/workbook-tables.ts";
import type { JsonRecord } from "./record-table.ts";
import { TableFileError } from "./table-file-error.ts";
import type { TableFormat, TableReading } from "./table-reading.ts";
import type { TableSource } from "./table-source.ts";

const texts = messages("tableFile", {
  unknownFormat: {
    en: "this is no table that can be read. CSV, TSV, JSON, JSON Lines, GeoJSON, TopoJSON, Parquet, Arrow, SQLite, XLSX and XLS are read.",
    zh: "这不是可以读取的表格。可以读取 CSV、TSV、JSON、JSON Lines、GeoJSON、TopoJSON、Parquet、Arrow、SQLite、XLSX 和 XLS。",
  },
  noPart: {
    en: 'there is no table "{part}" in it. It has {parts}.',
    zh: "其中没有表“{part}”。现有：{parts}。",
  },
});

const SHOWN_PARTS = 20;

/** The tables in a file, and what a reader should know of the file. */
export interface OpenedFile {
  readonly tables: readonly TableSource[];
  readonly notes: readonly Message[];
}

/** The tables in the bytes of a file, recognised by their content first and the file's name second. Throws TableFileError. */
export async function openTables(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
  asked: Partial<TableReading>,
): Promise<OpenedFile> {
  const { tables, notes } = await open(file, bytes, asked);
  const { part } = asked;
  if (part === undefined) return { tables, notes };
  const found = tables.filter(({ form }) => form.part === part);
  if (found.length > 0) return { tables: found, notes };
  const parts = tables.map(({ form, title }) => form.part ?? title).slice(0, SHOWN_PARTS);
  throw new TableFileError(file, texts.noPart({ part, parts }));
}

/** By the asked format, by what binary files begin with, or as a text. */
async function open(file: string, bytes: Uint8Array<ArrayBuffer>, asked: Partial<TableReading>): Promise<OpenedFile> {
  const alone = (tables: readonly TableSource[]) => ({ tables, notes: [] });
  switch (asked.format ?? formatOf(file, bytes)) {
    case "parquet":
      return alone([await ParquetTable.open(file, bytes)]);
    case "arrow":
      return alone([await ArrowTable.open(file, bytes)]);
    case "sqlite":
      return alone(await sqliteTables(file, bytes, asked.part));
    case "workbook":
      return alone(await workbookTables(file, bytes, asked));
    default: {
      const decoded = decodeText(file, bytes, asked.encoding);
      const { damage } = decoded;
      if (damage) {
        const column = isDelimited(file, decoded.text, asked) ? damagedColumn(file, decoded, damage, asked) : undefined;
        throw damagedText(file, { ...decoded, damage }, column);
      }
      const note = encodingNote(decoded);
      return { tables: openText(file, decoded, asked), notes: note ? [note] : [] };
    }
  }
}

function formatOf(file: string, bytes: Uint8Array<ArrayBuffer>): TableFormat | null {
  const begins = (mark: string) => [...mark].every((letter, i) => bytes[i] === letter.charCodeAt(0));
  if (begins("PAR1") || begins("PARE")) return "parquet";
  if (begins("ARROW1") || beginsWithSchema(bytes)) return "arrow";
  if (begins("SQLite format 3\0")) return "sqlite";
  if (isZip(bytes) || isCompound(bytes)) return "workbook";
  // Some programs write a page with a table, or the XML of Excel 2003, and name it a workbook or a CSV.
  const markup = markupOf(bytes);
  const isWorkbook = markup === "page" || markup === "workbook" || (markup === "other" && /\.xls$/i.test(file));
  return isWorkbook ? "workbook" : null;
}

const DELIMITED = /\.(csv|tsv|tab|txt|dat|psv|asc|prn)$/i;

/** Whether a damaged text, of which JSON cannot be read, is one with separated columns. */
function isDelimited(file: string, text: string, { format }: Partial<TableReading>): boolean {
  return format === "delimited" || (format === undefined && DELIMITED.test(file) && !/^\s*[{[]/.test(text));
}

function openText(file: string, decoded: DecodedText, asked: Partial<TableReading>): TableSource[] {
  const { text, encoding } = decoded;
  switch (asked.format) {
    case "delimited":
      return [delimitedTable(file, decoded, asked)];
    case "jsonlines":
      return [jsonLinesTable(file, decoded, asked)];
    case "json":
      return jsonTables(file, parseJson(file, text), encoding, asked);
    case undefined:
      break;
    default:
      return openJson(file, parseJson(file, text), encoding, asked);
  }
  if (/\.(jsonl|ndjson|jsonlines)$/i.test(file)) return [jsonLinesTable(file, decoded, asked)];
  const isNamedDelimited = DELIMITED.test(file);
  const [first] = /\S/.exec(text) ?? [];
  if (first === "{" || first === "[") {
    let value: unknown;
    try {
      value = parseJson(file, text);
    } catch (error) {
      if (isJsonLines(text)) return [jsonLinesTable(file, decoded, asked)];
      if (!isNamedDelimited) throw error;
    }
    if (value !== undefined) return openJson(file, value, encoding, asked);
  }
  const isNamed = /\.[a-z]\w{0,9}$/i.test(file);
  if (isNamedDelimited || (first !== "<" && (isRegular(text, 0) || !isNamed)))
    return [delimitedTable(file, decoded, asked)];
  throw new TableFileError(file, texts.unknownFormat());
}

function openJson(file: string, value: unknown, encoding: string, asked: Partial<TableReading>): TableSource[] {
  const format = geoFormat(value);
  if (format === "geojson") return [geoJsonTable(file, value as JsonRecord, encoding)];
  if (format === "topojson") return topoJsonTables(file, value as JsonRecord, encoding);
  return jsonTables(file, value, encoding, asked);
}
