import { messages } from "../../lib/message/message.ts";
import { type RowsRead, visitRows } from "./delimited-rows.ts";
import { findDelimiter } from "./delimiter.ts";
import { mayHaveFoot } from "./foot-rows.ts";
import { RowTable } from "./row-table.ts";
import type { TableReading } from "./table-reading.ts";
import { stemOf } from "./table-source.ts";
import type { DecodedText } from "./text-encoding.ts";

const said = messages("tableFile", {
  replaced: {
    en: "Some characters could not be read in the encoding {encoding} and were replaced by �.",
    zh: "有些字符无法按编码 {encoding} 读取，已替换为 �。",
  },
  misquoted: {
    en: "{count} {count:row has a quotation mark|rows have quotation marks} in an unexpected place; the first is line {line}. Are its values right?",
    zh: "有 {count} 行的引号位置异常，第一处在第 {line} 行。请检查其中的值。",
  },
});

/** Characters at the end of a text in which notes below its table are looked for. */
const END = 1 << 14;

/** The table in a delimited text; Excel may state the delimiter in a first line, `sep=;`. Throws TableFileError. */
export function delimitedTable(file: string, decoded: DecodedText, asked: Partial<TableReading>): RowTable {
  const { text, encoding, isDamaged } = decoded;
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
        ...(isDamaged ? [said.replaced({ encoding })] : []),
        ...(read.misquoted > 0 ? [said.misquoted({ count: read.misquoted, line: read.firstMisquoted })] : []),
      ],
    },
    asked,
  );
}
