import { writeNumber } from "../../charts/number-text.ts";
import { messages } from "../../message/message.ts";
import { writeMessage } from "../../message/write.ts";
import { broken, escaped, prose } from "./page-text.ts";
import type { ReportColumn, ReportTable } from "./report.ts";

const texts = messages("account.reportPage", {
  more: {
    en: "{count} more {count:row is|rows are} in the workbook of this report.",
    zh: "另有 {count} 行见本报告的工作簿。",
  },
});

/** Rows of a table on the page: more would not be read, and not be printed. */
const MOST_ROWS = 2000;

/** What stands in one column of the page: a column of the table, or those of a group. */
interface PageColumn {
  readonly head: string;
  /** Places in the table's rows. */
  readonly main: number[];
  readonly aside: number[];
}

/** A table of a report as markup; columns of a group share one, with what is aside below in small print. */
export function tableHtml(table: ReportTable, language: string): string {
  const { columns, rows } = table;
  const shown = pageColumns(columns);
  const head = shown
    .map((column) => `<th scope="col"${alignment(column, columns)}>${prose(column.head)}</th>`)
    .join("");
  const body = rows
    .slice(0, MOST_ROWS)
    .map(
      (row) =>
        `<tr>${shown.map((column) => `<td${alignment(column, columns)}>${cellHtml(column, columns, row)}</td>`).join("")}</tr>`,
    );
  const rest = rows.length - MOST_ROWS;
  const more = rest > 0 ? `\n<p>${prose(writeMessage(texts.more({ count: rest }), { tag: language }))}</p>` : "";
  return `<div class="wide"><table>
<thead><tr>${head}</tr></thead>
<tbody>${body.join("\n")}</tbody>
</table></div>${more}`;
}

function pageColumns(columns: readonly ReportColumn[]): PageColumn[] {
  const shown = new Map<string, PageColumn>();
  for (const [i, { key, head, group, isAside }] of columns.entries()) {
    const name = group === undefined ? `column:${key}` : `group:${group}`;
    const known = shown.get(name) ?? { head: group ?? head, main: [], aside: [] };
    known[isAside ? "aside" : "main"].push(i);
    shown.set(name, known);
  }
  return [...shown.values()];
}

/** To the right stand numbers, with their units. */
function alignment({ main }: PageColumn, columns: readonly ReportColumn[]): string {
  const kinds = main.map((i) => columns[i]!.kind);
  if (kinds.length === 0 || kinds[0] === "text") return "";
  return main.length > 1 ? ' class="q"' : ' class="n"';
}

function cellHtml(
  { main, aside }: PageColumn,
  columns: readonly ReportColumn[],
  row: ReportTable["rows"][number],
): string {
  const texts = (places: readonly number[]) =>
    places.map((i) => cellText(row[i] ?? null, columns[i]!)).filter((text) => text !== "");
  const beside = texts(main).join(main.length > 1 && isName(main, columns) ? ", " : "\u00a0");
  const below = texts(aside);
  return beside + (below.length > 0 ? `${beside === "" ? "" : "<br>"}<small>${below.join(" · ")}</small>` : "");
}

/** Places are written one after the other with a comma; a unit follows its number. */
function isName(main: readonly number[], columns: readonly ReportColumn[]): boolean {
  return columns[main[0]!]!.kind === "text";
}

function cellText(cell: string | number | null, { kind }: ReportColumn): string {
  if (cell === null) return "";
  if (typeof cell === "string") return broken(escaped(cell));
  return escaped(kind === "amount" ? writeNumber(cell) : String(cell));
}
