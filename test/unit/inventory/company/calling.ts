import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { callTool } from "../../../../lib/tool/call.ts";
import { columnsFrom, nothingToRead, type Read } from "../../../../lib/tool/read.ts";
import { findTool } from "../../../../lib/tools.ts";
import { catalogue, tableOf } from "../../datasets/shipped.ts";

const opened = new Map<string, ReturnType<typeof columnsFrom>>();

/** The shipped datasets, as whoever calls a tool reads them for it. */
export const shipped: Read = async (dataset) => {
  const known = opened.get(dataset);
  if (known) return known;
  if (!catalogue.datasets.some(({ name }) => name === dataset)) return nothingToRead(dataset);
  const table = tableOf(dataset);
  const columns = columnsFrom(
    dataset,
    Object.fromEntries(table.schema.fields.map(({ name }) => [name, [...table.getChild(name)!]])),
  );
  opened.set(dataset, columns);
  return columns;
};

/** Calls a tool as the command line does: JSON in, JSON out, the output held against its schema. */
export async function call(name: string, input: unknown) {
  const tool = findTool(name)!;
  const output = JSON.parse(
    JSON.stringify(await callTool(tool, JSON.parse(JSON.stringify(input)), uninterrupted, shipped)),
  );
  const checked = tool.output.safeParse(output);
  if (!checked.success) throw new Error(JSON.stringify(checked.error.issues));
  return output;
}

/** An inventory of 2023 with these rows. */
export const company = (rows: readonly object[], rest: object = {}) =>
  call("inventory.company", { year: 2023, rows, ...rest });
