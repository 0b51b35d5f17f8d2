import { isEmpty, kindOf, type Row, widthOf } from "./field-kind.ts";

/** Rows at the end of a table by which its notes are recognised. */
export const FOOT_ROWS = 60;

/** Words, without spaces, with which tables of statistical offices begin the lines below their data. */
const words = new Set([
  ...["source", "sources", "datasource", "datasources", "note", "notes", "footnote", "footnotes", "remark", "remarks"],
  ...["legend", "explanation", "explanations", "lastupdate", "lastupdated"],
  ...["quelle", "quellen", "datenquelle", "anmerkung", "anmerkungen", "hinweis", "hinweise", "stand"],
  ...["fuente", "fuentes", "nota", "notas", "fonte", "fontes"],
  ...["资料来源", "数据来源", "来源", "注释", "注解", "附注", "备注", "说明", "注"],
]);

/** Whether a text begins as `Source: …` or `Note 1: …`. */
function hasWord(text: string): boolean {
  const [, word] = /^(\p{L}[\p{L} ]{0,30}?)\s*\d{0,2}\s*[:：]\s*\S/u.exec(text) ?? [];
  return word !== undefined && words.has(word.replaceAll(" ", "").toLowerCase());
}

/** What begins a footnote: `1)`, `(a)`, `*`, `¹`, `©`. */
const MARK = /^(?:\(?(?:\d{1,2}|[a-z])\)|\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹①-⑳]|\*{1,3}|[†‡©])\s*\p{L}.{9}/iu;

/** Whether the end of a text may hold notes below a table. */
export function mayHaveFoot(end: string): boolean {
  return end.split(/\r\n|\n|\r/).some((line) => {
    const text = line.trim().replace(/^"/, "");
    return hasWord(text) || MARK.test(text);
  });
}

/**
 * How many rows at the end of a table are notes on it: texts alone in the first column below the data. The first of them says by its
 * word that it is one (`Source: …`), or by its mark behind an empty row; in doubt there are none.
 *
 * @param rows the last rows of the table, the empty ones included
 * @param columns of the table
 */
export function footRows(rows: readonly Row[], columns: number): number {
  let end = rows.length;
  while (end > 0 && widthOf(rows[end - 1]!) === 0) end--;
  let found = 0;
  let count = 0;
  for (let r = end - 1; r >= 0; r--) {
    const row = rows[r]!;
    const width = widthOf(row);
    if (width === 0) continue;
    const text = String(row[0]).trim();
    // In two columns, a row with an empty second field may be one of data.
    const isAlone = width === 1 && (columns > 2 || row.length === 1) && kindOf(row[0]!) === "text";
    // A line with commas in its text has several fields, but fewer than a row of data.
    const isSplit = columns > 2 && row.length < columns && (hasWord(text) || MARK.test(text));
    // Above the notes there are rows of data.
    if (!isAlone && !isSplit) return width > 1 ? found : 0;
    count++;
    const isBehindEmpty = r > 0 && rows[r - 1]!.every(isEmpty);
    if (hasWord(text) || (isBehindEmpty && MARK.test(text))) found = count;
  }
  return 0;
}
