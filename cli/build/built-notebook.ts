import type { Notebook } from "../../kernel/document/index.ts";
import type { ExecutedCell, ExecutedNotebook } from "../../kernel/headless/executed-notebook.ts";
import type { PageData } from "../../kernel/integrity/page-data.ts";
import type { CarriedFiles } from "./carried-files.ts";

/** A notebook that has run, with everything that its page shows. */
export interface BuiltNotebook {
  readonly name: string;
  readonly notebook: Notebook;
  /** Its run, without the values: they stay in the thread of the run. */
  readonly executed: Omit<ExecutedNotebook, "values">;
  /** The output of cells in a narrow column, where it differs. */
  readonly narrow: ReadonlyMap<number, string>;
  readonly data: PageData;
  /** What its page carries of its own files. */
  readonly carried: CarriedFiles;
  /** Its first paragraph. */
  readonly summary: string;
  /** When it was last changed, RFC 3339: its own date, or that of its file. */
  readonly updated: string;
  /** Its first picture, as SVG text; null if it has none. */
  readonly figure: string | null;
  /** Its place in the list, from its `data-order`; null without one. */
  readonly order: number | null;
  /** Cells, by place, that compute the name of a dataset at run time: all datasets are then shipped. */
  readonly computed: readonly number[];
}

/** Elements that a reader operates, so that their cell runs at once. A table may wait until a reader uses it. */
const INTERACTIVE = /<(?:form|input|button|select|textarea|canvas|video|audio|dialog)\b/i;
const TABLE_FORM = /<form\b[^>]*>(?:(?!<\/form>)[\s\S])*<table\b[\s\S]*?<\/form>/gi;
/** A call of `exercise`: the reader writes an answer. */
export const EXERCISE = /\bexercise\s*\(/;
/** Expressions whose value differs from one run to the next. */
const NONDETERMINISTIC =
  /\bMath\s*\.\s*random\b|\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?!\s*\())|\bperformance\s*\.\s*now\b/;

/** Whether a cell need not run in a reader's browser until something needs it. */
export function isDormant(cell: ExecutedCell, source: string, reproducible: boolean): boolean {
  if (cell.state.status !== "fresh" || cell.changing) return false;
  if (EXERCISE.test(source)) return false;
  if (INTERACTIVE.test(cell.html.replace(TABLE_FORM, ""))) return false;
  return reproducible || !NONDETERMINISTIC.test(source);
}
