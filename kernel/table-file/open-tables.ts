import { messages } from "../../lib/message/message.ts";
import { delimitedTable } from "./delimited-table.ts";
import { isRegular } from "./delimiter.ts";
import { isJsonLines, jsonLinesTable, jsonTables, parseJson } from "./json-tables.ts";
import { TableFileError } from "./table-file-error.ts";
import type { TableReading } from "./table-reading.ts";
import type { TableSource } from "./table-source.ts";
import { decodeText } from "./text-encoding.ts";

const said = messages("tableFile", {
  unknownFormat: {
    en: "this is no table that can be read. CSV, TSV, JSON, JSON Lines, GeoJSON, TopoJSON, Parquet, Arrow, XLSX and XLS are read.",
    zh: "这不是可以读取的表格。可以读取 CSV、TSV、JSON、JSON Lines、GeoJSON、TopoJSON、Parquet、Arrow、XLSX 和 XLS。",
  },
  noPart: {
    en: 'there is no table "{part}" in it. It has {parts}.',
    zh: "其中没有表“{part}”。现有：{parts}。",
  },
});

const SHOWN_PARTS = 20;

/** The tables in the bytes of a file, recognised by their content first and the file's name second. Throws TableFileError. */
export async function openTables(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
  asked: Partial<TableReading>,
): Promise<TableSource[]> {
  const tables = await openText(file, bytes, asked);
  const { part } = asked;
  if (part === undefined) return tables;
  const found = tables.filter(({ form }) => form.part === part);
  if (found.length > 0) return found;
  const parts = tables.map(({ form, title }) => form.part ?? title).slice(0, SHOWN_PARTS);
  throw new TableFileError(file, said.noPart({ part, parts }));
}

function openText(file: string, bytes: Uint8Array, asked: Partial<TableReading>): TableSource[] {
  const decoded = decodeText(file, bytes, asked.encoding);
  const { text, encoding } = decoded;
  switch (asked.format) {
    case "delimited":
      return [delimitedTable(file, decoded, asked)];
    case "jsonlines":
      return [jsonLinesTable(file, decoded, asked)];
    case undefined:
      break;
    default:
      return jsonTables(file, parseJson(file, text), encoding, asked);
  }
  if (/\.(jsonl|ndjson|jsonlines)$/i.test(file)) return [jsonLinesTable(file, decoded, asked)];
  const isNamedDelimited = /\.(csv|tsv|tab|txt|dat|psv|asc|prn)$/i.test(file);
  const [first] = /\S/.exec(text) ?? [];
  if (first === "{" || first === "[") {
    try {
      return jsonTables(file, parseJson(file, text), encoding, asked);
    } catch (error) {
      if (isJsonLines(text)) return [jsonLinesTable(file, decoded, asked)];
      if (!isNamedDelimited) throw error;
    }
  }
  const isNamed = /\.[a-z]\w{0,9}$/i.test(file);
  if (isNamedDelimited || (first !== "<" && (isRegular(text, 0) || !isNamed)))
    return [delimitedTable(file, decoded, asked)];
  throw new TableFileError(file, said.unknownFormat());
}
