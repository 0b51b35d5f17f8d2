import { expect } from "vitest";
import { shippedDatasets } from "../../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../../kernel/services/compute/read-dataset.ts";
import { dataQuery } from "../../../../lib/data/tools/query.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { callTool, ToolInputError } from "../../../../lib/tool/call.ts";
import { columnsFrom, nothingToRead, type Read } from "../../../../lib/tool/read.ts";

/** The shipped datasets, each decoded once. */
export const shipped: Read = readOnce(shippedDatasets());

/** Reads datasets that a test makes up: columns by dataset, with units by column. */
export function made(
  datasets: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>,
  units: Readonly<Record<string, string>> = {},
): Read {
  const columns = new Map(Object.entries(datasets).map(([name, each]) => [name, columnsFrom(name, each, units)]));
  return async (name) => columns.get(name) ?? nothingToRead(name);
}

/** The answer to a query, held against the schema of the tool. */
export async function ask(input: unknown, read: Read = shipped) {
  const result = await callTool(dataQuery, input, uninterrupted, read);
  expect(dataQuery.output.safeParse(result).error).toBeUndefined();
  return result;
}

/** The sentences in English and in Chinese with which a query is refused. */
export async function refusal(input: unknown, read: Read = shipped): Promise<{ en: string; zh: string }> {
  const error: unknown = await callTool(dataQuery, input, uninterrupted, read).catch((thrown: unknown) => thrown);
  if (!(error instanceof ToolInputError)) throw error;
  return { en: writeMessage(error.said), zh: writeMessage(error.said, { tag: "zh-CN" }) };
}
