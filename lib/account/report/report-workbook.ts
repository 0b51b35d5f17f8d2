import { workbookBytes } from "../../files/workbook/workbook-writer.ts";
import { columnName, type WorkbookCell, type WorkbookSheet } from "../../files/workbook/written-cell.ts";
import type { LineSum, SumTerm } from "./line-sum.ts";
import type { Report, ReportColumn, ReportSection, ReportTable } from "./report.ts";

/** Rows of a sheet below its head: under the limit of spreadsheets, which is 2²⁰. */
const ROWS = 1_000_000;
const AMOUNT = "#,##0.00####";
const SMALL_AMOUNT = "0.00####E+0";

const bold = (value: string): WorkbookCell => ({ value, isBold: true });
const wrapped = (value: string): WorkbookCell => ({ value, wraps: true });

/**
 * A report as an .xlsx workbook: the summary, whose totals are formulas over the lines where they are plain sums, and a sheet for each
 * section. The same report gives the same bytes.
 */
export function reportWorkbook(report: Report): Uint8Array<ArrayBuffer> {
  const sheets = report.sections.flatMap(sectionSheets);
  return workbookBytes([summarySheet(report), ...sheets]);
}

function summarySheet(report: Report): WorkbookSheet {
  const { title, headline, standard, totals, fields, open, words } = report;
  const lines = report.sections.find(({ key }) => key === "lines")!;
  const formulas = new LineFormulas(lines);
  const rows: WorkbookCell[][] = [
    [title],
    [wrapped(headline)],
    [wrapped(standard)],
    [],
    [words.total, words.value, words.unit, words.biogenicCo2, words.lines, words.lacks].map(bold),
    ...totals.map(({ label, value, unit, biogenicCo2, lines: count, lacks, sum }) => {
      const formula = sum && value !== null ? formulas.of(sum) : null;
      const cell: WorkbookCell =
        value === null ? null : { value, format: formatOf(value), ...(formula === null ? {} : { formula }) };
      return [label, cell, unit, amountCell(biogenicCo2), count, wrapped(lacks)];
    }),
    [],
    [words.field, words.statement].map(bold),
    ...fields.map(({ label, value }) => [wrapped(label), wrapped(value)]),
    [],
    [bold(words.open)],
    ...(open.length > 0 ? open : [words.none]).map((question) => [wrapped(question)]),
  ];
  return { name: words.summary, rows, widths: [48, 60, 22, 16, 8, 60], frozen: 1 };
}

function amountCell(value: number | null): WorkbookCell {
  return value === null ? null : { value, format: formatOf(value) };
}

/** Factors such as 0.00018 need their own digits. */
function formatOf(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-3 ? SMALL_AMOUNT : AMOUNT;
}

/** The sheets of a section: one, or as many as its lines need. */
function sectionSheets({ title, sentences, tables }: ReportSection): WorkbookSheet[] {
  const [first] = tables;
  if (sentences.length === 0 && tables.length === 1 && first!.rows.length > 0)
    return pagesOf(first!).map((rows, i) => ({
      name: sheetName(title, i),
      rows: tableRows({ columns: first!.columns, rows }),
      widths: first!.columns.map(({ width }) => width),
      frozen: 1,
    }));
  const widths = Array.from({ length: Math.max(1, ...tables.map(({ columns }) => columns.length)) }, (_, i) =>
    Math.max(i === 0 && tables.length === 0 ? 110 : 10, ...tables.map(({ columns }) => columns[i]?.width ?? 0)),
  );
  return [{ name: title, rows: sectionRows(title, sentences, tables), widths, frozen: 1 }];
}

function sheetName(title: string, page: number): string {
  return page === 0 ? title : `${title} ${page + 1}`;
}

function pagesOf({ rows }: ReportTable): ReportTable["rows"][] {
  return Array.from({ length: Math.max(1, Math.ceil(rows.length / ROWS)) }, (_, i) =>
    rows.slice(i * ROWS, (i + 1) * ROWS),
  );
}

/** The head is bold by being frozen. */
function* tableRows({ columns, rows }: ReportTable): Generator<WorkbookCell[]> {
  yield columns.map(({ head }) => head);
  for (const row of rows) yield row.map((cell, i) => tableCell(cell, columns[i]!));
}

function* sectionRows(
  title: string,
  sentences: readonly string[],
  tables: readonly ReportTable[],
): Generator<WorkbookCell[]> {
  yield [title];
  for (const sentence of sentences) yield [tables.length === 0 ? wrapped(sentence) : sentence];
  for (const { columns, rows } of tables) {
    yield [];
    yield columns.map(({ head }) => bold(head));
    for (const row of rows) yield row.map((cell, i) => tableCell(cell, columns[i]!));
  }
}

function tableCell(cell: string | number | null, { kind }: ReportColumn): WorkbookCell {
  return kind === "amount" && typeof cell === "number" ? amountCell(cell) : cell;
}

/** Formulas that sum columns of the sheet of lines. */
class LineFormulas {
  readonly #columns: ReadonlyMap<string, string>;
  /** Sheets with their last row. */
  readonly #sheets: readonly (readonly [name: string, last: number])[];

  constructor({ title, tables }: ReportSection) {
    const table = tables[0]!;
    this.#columns = new Map(table.columns.map(({ key }, i) => [key, columnName(i)]));
    this.#sheets = pagesOf(table).map((rows, i) => [sheetName(title, i), rows.length + 1]);
  }

  /** Null where a column is not in the sheet, or nothing stands in it. */
  of(sum: LineSum): string | null {
    const parts: string[] = [];
    for (const [sheet, last] of this.#sheets) {
      if (last < 2) return null;
      for (const term of sum) {
        const written = this.#term(term, sheet, last);
        if (written === null) return null;
        parts.push(...written);
      }
    }
    return parts.join("+");
  }

  #term({ column, scope, category }: SumTerm, sheet: string, last: number): string[] | null {
    const range = (key: string) => {
      const letters = this.#columns.get(key);
      return letters === undefined ? null : `'${sheet.replaceAll("'", "''")}'!$${letters}$2:$${letters}$${last}`;
    };
    const values = range(column);
    const scopes = scope === undefined ? "" : range("scope");
    const categories = category === undefined ? "" : range("category");
    if (values === null || scopes === null || categories === null) return null;
    const within = scope === undefined ? "" : `,${scopes},"${scope}"`;
    if (category === undefined) return [within === "" ? `SUM(${values})` : `SUMIFS(${values}${within})`];
    const literal = category.replaceAll(/[~*?]/g, "~$&").replaceAll('"', '""');
    return [literal, `${literal}.*`].map((wanted) => `SUMIFS(${values}${within},${categories},"${wanted}")`);
  }
}
