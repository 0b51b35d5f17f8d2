import { resourceKinds } from "../../lib/handles.ts";
import { referenceIn } from "../../lib/tool/reference.ts";
import { datasetsOf, type ResourceKinds } from "../../lib/tool/resource-kind.ts";
import { toolOf } from "../../lib/tool/resource-operation.ts";
import type { Selection } from "../../lib/tool/selection.ts";
import { mentionedNames, sqlLiteral } from "../services/sql.ts";
import { isSqlTable } from "../services/sql-table.ts";
import type { ResultSays, Step } from "./step.ts";

/** How long the text of an input may grow. */
const LONG = 400;
/** How long the values of a query may be together, to be kept. */
const VALUES = 2000;
/** How many entries of a list are written out. */
const SHORT = 6;

/** The step of a query that gave so many rows; of the names that it mentions, those that are datasets. */
export function queryStep(
  sql: string,
  parameters: readonly unknown[],
  rows: number,
  isDataset: (name: string) => boolean,
): Step {
  const datasets = [...mentionedNames(sql)].filter(isDataset);
  return { kind: "query", sql, values: literalsOf(parameters), datasets, rows };
}

/** The values of a query as literals; null where they are too long. A long list is not written out to find that. */
function literalsOf(parameters: readonly unknown[]): string[] | null {
  const isLong = (value: unknown) => lengthOf(value) > VALUES;
  if (parameters.some(isLong)) return null;
  const literals = parameters.map(sqlLiteral);
  return literals.reduce((sum, { length }) => sum + length, 0) > VALUES ? null : literals;
}

/** How long a text or a list is; of a table, how many values it has. */
function lengthOf(value: unknown): number {
  if (isSqlTable(value)) return value.$columns.reduce((sum, { values }) => sum + values.length, 0);
  return (value as { length?: number } | null)?.length ?? 0;
}

/** The step of a call of a tool, with what its result says of itself and the rows that it rests on. */
export function toolStep(
  tool: string,
  input: unknown,
  says: ResultSays,
  read: readonly Selection[],
  kinds: ResourceKinds = resourceKinds,
): Step {
  return {
    kind: "tool",
    tool: toolOf(tool, kinds),
    input: writeInput(input),
    datasets: [...new Set([...datasetsIn(input, kinds), ...read.map(({ dataset }) => dataset)])],
    rows: read,
    ...says,
  };
}

/** The datasets of all resources that an input names, at whatever depth. */
function datasetsIn(input: unknown, kinds: ResourceKinds): string[] {
  const found = new Set<string>();
  const look = (value: unknown, depth: number) => {
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || depth > 4) return;
    const reference = referenceIn(value, kinds);
    if (reference) for (const name of datasetsOf(reference, kinds)) found.add(name);
    if (Array.isArray(value) && typeof value[0] === "number") return;
    for (const each of Object.values(value)) look(each, depth + 1);
  };
  look(input, 0);
  return [...found];
}

/** An input as a person can read it: long lists by their length, long texts by their beginning. */
export function writeInput(input: unknown): string {
  const text = JSON.stringify(input, (_key, value: unknown) => {
    if (ArrayBuffer.isView(value)) return `${(value as Uint8Array).length} numbers`;
    if (Array.isArray(value) && value.length > SHORT) return `list of ${value.length}`;
    return typeof value === "bigint" ? String(value) : value;
  });
  if (text === undefined) return "";
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}
