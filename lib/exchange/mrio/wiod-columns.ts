import { messages } from "../../message/message.ts";
import { ImportError, layoutFaults } from "./import-error.ts";
import type { TableDraft } from "./table-draft.ts";
import { regionCode } from "./wiod-region.ts";

const texts = messages("exchange", {
  tooFewLabelLines: {
    en: "four lines of labels were expected above the first row.",
    zh: "第一行数据上方应有四行标签。",
  },
});

/** The meaning of a column of the table; undefined for a label or a total. */
export type Column = { readonly kind: "sector" | "demand"; readonly place: number; readonly label: string } | undefined;

/** The columns. Throws ImportError if one occurs twice. */
export function distinct(columns: Column[], path: string, line: number): Column[] {
  const seen = new Set<string>();
  for (const column of columns) {
    if (column && seen.has(column.label))
      throw new ImportError(path, line, layoutFaults.labelTwice({ label: column.label }));
    if (column) seen.add(column.label);
  }
  return columns;
}

/** Columns of a sheet, from the lines of regions and numbers above it. Throws ImportError. */
export function columnsOfSheet(header: readonly string[][], draft: TableDraft, path: string, line: number): Column[] {
  const [, , regions, numbers] = header;
  if (!regions || !numbers) throw new ImportError(path, line, texts.tooFewLabelLines());
  return regions.map((region, j) => (j < 4 ? undefined : columnOf(draft, regionCode(region), numbers[j] ?? "", 35)));
}

/** AUS1 … AUS56 are sectors, AUS57 … AUS61 final demand. */
export function columnsOfR(fields: readonly string[], draft: TableDraft): Column[] {
  return fields.map((field) => {
    const [, region, number] = /^([A-Za-z]{3})(\d+)$/.exec(field) ?? [];
    return region ? columnOf(draft, regionCode(region), `c${number}`, 56) : undefined;
  });
}

/** 2013 numbers sectors c1 … c35 and final demand c37 …; 2016 c1 … c56 and c57 ….  */
function columnOf(draft: TableDraft, region: string, number: string, few: number): Column {
  const at = Number(/^c(\d+)$/i.exec(number)?.[1]);
  if (!at || region === "" || region === "TOT") return undefined;
  const is2016 = few === 56 || draft.has(region, "c56") || draft.has(region, "c36");
  const isDemand = at > 56 || (!is2016 && at >= 37 && at <= 42);
  const label = `${region} c${at}`;
  return isDemand
    ? { kind: "demand", place: draft.demandPlace(region, `c${at}`), label }
    : { kind: "sector", place: draft.place(region, `c${at}`), label };
}

/** One after the last column that is read: a sheet leaves out empty cells at the end of a row. */
export function lastColumn(columns: readonly Column[]): number {
  return columns.findLastIndex((column) => column !== undefined) + 1;
}
