import { columnsFrom, type Read } from "../../lib/tool/read.ts";
import { type Dataset, must, type TableDataset } from "./dataset.ts";
import { buildPublishedAccounts } from "./mrio-accounts.ts";
import { buildCarriedAccounts } from "./mrio-carried-accounts.ts";
import { buildCarriedErrors } from "./mrio-carried-errors.ts";

/** Reads from datasets that were just built, as a tool reads them from files. */
function readOf(built: readonly Dataset[]): Read {
  const tables = new Map(built.flatMap((each) => (each.format === "arrow" ? [[each.name, each] as const] : [])));
  return async (name) => {
    const found = tables.get(name);
    must(found !== undefined, () => `The carried table needs ${name}, which is not built yet.`);
    return columnsFrom(name, Object.fromEntries(found.columns.map((column) => [column.name, column.content.values])));
  };
}

/**
 * The accounts of the published tables, the errors of carried tables and the accounts of the table carried to each year. Computed here, because a case takes two tables and
 * their solutions.
 */
export async function buildCarried(built: readonly Dataset[]): Promise<TableDataset[]> {
  const read = readOf(built);
  const { tables, errors } = await buildCarriedErrors(read);
  return [await buildPublishedAccounts(read), ...tables, ...(await buildCarriedAccounts(read, errors))];
}
