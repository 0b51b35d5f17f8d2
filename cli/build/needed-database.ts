import { isMarkdown, isQuery } from "../../kernel/cell/kinds.ts";
import type { ExecutedCell } from "../../kernel/headless/executed-notebook.ts";
import type { DatasetReader } from "../../kernel/services/datasets.ts";
import { QuickDatabase } from "../../kernel/services/small-query/quick-database.ts";
import { placeLiterals } from "../../kernel/services/sql.ts";

interface SourceCell {
  readonly kind: string;
  readonly source: string;
}

/** What the queries of a notebook are answered by in its page: nothing, the page itself, or the database. */
export type AnsweredBy = "nothing" | "page" | "database";

/**
 * What the queries of a notebook need. The page itself answers the SQL cells whose statement is a selection from one small dataset:
 * between their runs only values in it change. Any other query, and one that a program makes, needs the database.
 *
 * @param cells those of the notebook and of the notebooks that it imports
 * @param executed the cells of the notebook after its run
 * @param isWritten whether a reader writes in cells, as in exercises
 */
export async function answererOf(
  cells: readonly SourceCell[],
  executed: readonly Pick<ExecutedCell, "kind" | "state" | "steps">[],
  datasets: Pick<DatasetReader, "entries" | "load">,
  isWritten: boolean,
): Promise<AnsweredBy> {
  const queries = executed.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === "query" ? [{ sql: step.sql, values: step.values }] : [])),
  );
  const statements = cells.filter(({ kind }) => isQuery(kind));
  if (cells.some(mayQuery)) return "database";
  if (statements.length === 0) return queries.length === 0 ? "nothing" : "database";
  if (isWritten) return "database";
  // A cell that did not run, or one of an imported notebook, has not shown its statement.
  const shown = executed.filter(({ kind, state }) => isQuery(kind) && state.status === "fresh");
  if (shown.length < statements.length) return "database";
  // All of them asked a database of their own, such as one of SQLite.
  if (queries.length === 0) return "nothing";
  if (queries.length < statements.length) return "database";
  const needed = new Error("The database is needed.");
  const quick = new QuickDatabase(datasets, () => Promise.reject(needed));
  for (const { sql, values } of queries) {
    if (values === null) return "database";
    const answered = await quick.query(placeLiterals(sql, values)).then(
      () => true,
      () => false,
    );
    if (!answered) return "database";
  }
  return "page";
}

/** Whether a program, or an expression in a text, may query. */
function mayQuery({ kind, source }: SourceCell): boolean {
  if (isQuery(kind)) return false;
  return isMarkdown(kind) ? /\$\{[^}]*\bsql\s*`/.test(source) : /\bsql\s*[`(]|\bDuckDBClient\b/.test(source);
}
