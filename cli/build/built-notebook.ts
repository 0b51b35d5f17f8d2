import type { Notebook } from "../../kernel/document/index.ts";
import type { ExecutedCell, ExecutedNotebook } from "../../kernel/headless/executed-notebook.ts";
import type { PageData } from "../../kernel/integrity/page-data.ts";

/** A notebook that has run, with all that its page says. */
export interface BuiltNotebook {
  readonly name: string;
  readonly notebook: Notebook;
  readonly executed: ExecutedNotebook;
  /** What cells show in a narrow column, where that is something else. */
  readonly narrow: ReadonlyMap<number, string>;
  readonly data: PageData;
  /** Its first paragraph. */
  readonly summary: string;
  /** Its first picture, as SVG text; null if it shows none. */
  readonly figure: string | null;
  /** Its place in the list, as it says itself; null where it says none. */
  readonly order: number | null;
  /** Cells, by place, that read a dataset under a name that only a run can tell: all datasets are then shipped. */
  readonly computed: readonly number[];
}

/** What must answer to a reader's hand at once. Tables may wait until a reader turns to one. */
const ANSWERS = /<(?:form|input|button|select|textarea|canvas|video|audio|dialog)\b/i;
const TABLE_FORM = /<form\b[^>]*>(?:(?!<\/form>)[\s\S])*<table\b[\s\S]*?<\/form>/gi;
/** What a reader is asked, and must answer in. */
export const ASKS = /\bexercise\s*\(/;
/** What differs from one run to the next. */
const PASSING =
  /\bMath\s*\.\s*random\b|\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?!\s*\())|\bperformance\s*\.\s*now\b/;

/** Whether a cell need not run in a reader's browser before something needs it. */
export function rests(cell: ExecutedCell, source: string, reproducible: boolean): boolean {
  if (cell.state.status !== "fresh" || cell.changing) return false;
  if (ASKS.test(source)) return false;
  if (ANSWERS.test(cell.html.replace(TABLE_FORM, ""))) return false;
  return reproducible || !PASSING.test(source);
}
