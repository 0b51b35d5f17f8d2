import { messages } from "../../message/message.ts";
import type { Damage } from "../container/strict-text.ts";
import type { DecodedText } from "../container/text-encoding.ts";
import type { FieldSink } from "../table/field-value.ts";
import { mayHaveFoot } from "../table/foot-rows.ts";
import { RowTable } from "../table/row-table.ts";
import type { TableReading } from "../table/table-reading.ts";
import { stemOf } from "../table/table-source.ts";
import { type RowsRead, visitRows } from "./delimited-rows.ts";
import { findDelimiter } from "./delimiter.ts";

const texts = messages("tableFile", {
  misquoted: {
    en: "{count} {count:row has a quotation mark|rows have quotation marks} in an unexpected place; the first is line {line}. Are its values right?",
    zh: "有 {count} 行的引号位置异常，第一处在第 {line} 行。请检查其中的值。",
  },
});

/** Characters at the end of a text in which notes below its table are looked for. */
const END = 1 << 14;

/** The table in a delimited text; Excel may state the delimiter in a first line, `sep=;`. Throws TableFileError. */
export function delimitedTable(file: string, decoded: DecodedText, asked: Partial<TableReading>): RowTable {
  const { text, encoding } = decoded;
  const [stated, sign] = /^sep=([^\r\n])(?:\r\n|\n|\r)/i.exec(text) ?? [""];
  const from = { at: stated.length, line: stated === "" ? 1 : 2 };
  const delimiter = asked.delimiter ?? sign ?? findDelimiter(text, from.at, file);
  let read: RowsRead = { misquoted: 0, firstMisquoted: 0 };
  return new RowTable(
    {
      file,
      title: stemOf(file),
      form: { format: "delimited", encoding, delimiter },
      texts: "any",
      places: "line",
      isLaidOut: true,
      mayHaveFoot: () => mayHaveFoot(text.slice(-END)),
      visit: (visit) => {
        read = visitRows(text, delimiter, visit, from);
      },
      notes: () => [
        ...(read.misquoted > 0 ? [texts.misquoted({ count: read.misquoted, line: read.firstMisquoted })] : []),
      ],
    },
    asked,
  );
}

/** The name of the column in which a text is damaged; undefined if it is not in one that has a name. */
export function damagedColumn(
  file: string,
  decoded: DecodedText,
  { line }: Damage,
  asked: Partial<TableReading>,
): string | undefined {
  let table: RowTable;
  try {
    table = delimitedTable(file, decoded, asked);
  } catch {
    return undefined;
  }
  const sinks: FieldSink[] = [];
  // A row may go over several lines: it is the last that begins at the line or above it.
  let last = 0;
  let found = { row: 0, column: 0 };
  const grow = (): FieldSink => {
    const column = sinks.length;
    return {
      add: (value, row) => {
        if (row > line) return;
        last = row;
        if (row > found.row && typeof value === "string" && value.includes("\ufffd")) found = { row, column };
      },
    };
  };
  while (sinks.length < table.width) sinks.push(grow());
  table.scan(sinks, { grow });
  return found.row > 0 && found.row === last && table.form.header ? table.names(sinks.length)[found.column] : undefined;
}
