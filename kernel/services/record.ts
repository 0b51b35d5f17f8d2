import { resourceKinds } from "../../lib/handles.ts";
import { referenceIn } from "../../lib/tool/reference.ts";
import { datasetsOf, type ResourceKinds } from "../../lib/tool/resource-kind.ts";
import { toolOf } from "../../lib/tool/resource-operation.ts";
import type { Selection } from "../../lib/tool/selection.ts";
import { mentionedNames, sqlLiteral } from "./sql.ts";
import { isSqlTable } from "./sql-table.ts";
import type { ResultProvenance, Step } from "./step.ts";

/** The maximum length of an input's text. */
const LONG = 400;
/** The maximum total length of a query's values that are recorded. */
const VALUES = 2000;
/** The maximum length of a list that is written in full. */
const SHORT = 6;

/** The step of a query with the number of rows of its result; datasets are recognised among the names in the statement. */
export function queryStep(
  sql: string,
  parameters: readonly unknown[],
  rows: number,
  isDataset: (name: string) => boolean,
): Step {
  const datasets = [...mentionedNames(sql)].filter(isDataset);
  return { kind: "query", sql, values: literalsOf(parameters), datasets, rows };
}

/** The values of a query as literals; null if they are too long, which is checked before long lists are written. */
function literalsOf(parameters: readonly unknown[]): string[] | null {
  const isLong = (value: unknown) => lengthOf(value) > VALUES;
  if (parameters.some(isLong)) return null;
  const literals = parameters.map(sqlLiteral);
  return literals.reduce((sum, { length }) => sum + length, 0) > VALUES ? null : literals;
}

/** The length of a text or list; for a table, its number of values. */
function lengthOf(value: unknown): number {
  if (isSqlTable(value)) return value.$columns.reduce((sum, { values }) => sum + values.length, 0);
  return (value as { length?: number } | null)?.length ?? 0;
}

/** The step of a tool call, with the provenance of its result and the rows that it depends on. */
export function toolStep(
  tool: string,
  input: unknown,
  provenance: ResultProvenance,
  read: readonly Selection[],
  kinds: ResourceKinds = resourceKinds,
): Step {
  return {
    kind: "tool",
    tool: toolOf(tool, kinds),
    input: writeInput(input),
    datasets: datasetsOfCall(input, read, kinds),
    rows: read,
    ...provenance,
  };
}

/** The datasets that a tool's result depends on: those of its resources, and those that it read. */
export function datasetsOfCall(
  input: unknown,
  read: readonly Selection[],
  kinds: ResourceKinds = resourceKinds,
): string[] {
  return [...new Set([...datasetsIn(input, kinds), ...read.map(({ dataset }) => dataset)])];
}

/** The datasets of all resources that an input refers to, at any depth. */
function datasetsIn(input: unknown, kinds: ResourceKinds): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, depth: number) => {
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || depth > 4) return;
    const reference = referenceIn(value, kinds);
    if (reference) for (const name of datasetsOf(reference, kinds)) found.add(name);
    if (Array.isArray(value) && typeof value[0] === "number") return;
    for (const each of Object.values(value)) visit(each, depth + 1);
  };
  visit(input, 0);
  return [...found];
}

/** An input in readable form: long lists are replaced by their length, long texts are cut. */
export function writeInput(input: unknown): string {
  const text = JSON.stringify(input, (_key, value: unknown) => {
    if (ArrayBuffer.isView(value)) return `${(value as Uint8Array).length} numbers`;
    if (Array.isArray(value) && value.length > SHORT) return `list of ${value.length}`;
    return typeof value === "bigint" ? String(value) : value;
  });
  if (text === undefined) return "";
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}
