import type { Table } from "apache-arrow";
import type { Run } from "../runtime/run.ts";
import type { PageClient } from "../services/page-client.ts";
import { queryTable } from "./query-table.ts";

/**
 * `sql` of one run: a template tag whose values become literals, and whose result is an Arrow table. A table or a list of
 * records can be queried: `from ${accounts.balance}`.
 */
export function sqlOf(page: Pick<PageClient, "query">, run: Run) {
  return async (strings: TemplateStringsArray, ...values: unknown[]): Promise<Table> =>
    queryTable(await page.query(run, strings.join("?"), values));
}
