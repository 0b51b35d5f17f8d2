import { type Row, textOf } from "./find-tables.ts";
import { cellAt, type TableColumns } from "./table-columns.ts";
import { totalByWords } from "./total-rows.ts";

/** What a row is called, and how sure its words are that it is a sum. */
export interface RowLabel {
  readonly text: string;
  readonly byWords: "all" | "part" | null;
}

/** Columns in which a word of sums is looked for. */
const SEARCHED = 12;

/** The labels of the rows of one table. */
export class RowLabels {
  readonly #columns: TableColumns;
  /** Columns without words of sums: of amounts, units and suppliers. */
  readonly #unlabelled: ReadonlySet<number>;

  constructor(columns: TableColumns) {
    this.#columns = columns;
    const { at, measures } = columns;
    const unlabelled = [at.unit, at.supplier, ...measures.flatMap((measure) => measure.columns)];
    this.#unlabelled = new Set(unlabelled.filter((c) => c !== undefined));
  }

  of(row: Row): RowLabel {
    const { at, otherName } = this.#columns;
    const labelled: readonly (number | null | undefined)[] = [at.name, otherName, at.site, at.position, at.scope, 0];
    let part: string | null = null;
    for (let c = 0; c < Math.min(row.length, SEARCHED); c++) {
      const cell = row[c];
      if (typeof cell !== "string" || this.#unlabelled.has(c)) continue;
      const byWords = totalByWords(cell);
      if (byWords === "all") return { text: cell.trim(), byWords };
      if (byWords === "part" && labelled.includes(c)) part ??= cell.trim();
    }
    if (part !== null) return { text: part, byWords: "part" };
    const text = textOf(cellAt(row, at.name ?? at.site)) || textOf(cellAt(row, otherName ?? undefined));
    return { text, byWords: null };
  }
}
