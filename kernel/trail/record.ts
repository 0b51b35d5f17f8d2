import type { Selection } from "../../lib/tool/selection.ts";
import { datasetsOfTable } from "../services/compute/table-datasets.ts";
import { isTableReference, whatIfFrame } from "../services/compute/table-handle.ts";
import { mentionedNames, sqlLiteral } from "../services/sql.ts";
import { factorUses } from "./factor-uses.ts";
import type { Step } from "./step.ts";

/** How long the text of an input may grow. */
const LONG = 400;
/** How long the values of a query may be together, to be kept. */
const VALUES = 2000;
/** How many entries of a list are written out. */
const SHORT = 6;
/** How deep and how far a result is looked through, and how much of what is found is kept. */
const DEEP = 4;
const ROWS = 200;
const MANY = 20;
/** What results say of how they were reached. */
const telling = ["method", "residual", "iterations", "metric", "unit", "source", "equation", "tier", "notes"] as const;

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
  const isLong = (value: unknown) => ((value as { length?: number } | null)?.length ?? 0) > VALUES;
  if (parameters.some(isLong)) return null;
  const literals = parameters.map(sqlLiteral);
  return literals.reduce((sum, { length }) => sum + length, 0) > VALUES ? null : literals;
}

/** The step of a call of a tool, with the rows that it rests on and what its result says of itself. */
export function toolStep(tool: string, input: unknown, result: unknown, read: readonly Selection[]): Step {
  const factors = factorUses(input, result);
  return {
    kind: "tool",
    // What a what-if handle asks frame by frame is the tool that a person knows.
    tool: tool === whatIfFrame ? "consumption.whatIf" : tool,
    input: writeInput(input),
    datasets: [...new Set([...datasetsIn(input), ...read.map(({ dataset }) => dataset)])],
    rows: read,
    ...(factors ? { factors } : {}),
    facts: factsOf(result),
  };
}

/** The datasets of all tables that an input names, at whatever depth. */
function datasetsIn(input: unknown): string[] {
  const found = new Set<string>();
  const look = (value: unknown, depth: number) => {
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || depth > 4) return;
    if (isTableReference(value)) for (const name of datasetsOfTable(value.$table)) found.add(name);
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

function factsOf(result: unknown): Record<string, string> {
  if (typeof result !== "object" || result === null) return {};
  const record = result as Record<string, unknown>;
  const facts: Record<string, string> = {};
  for (const name of telling) {
    const value = record[name];
    if (typeof value === "string" && value !== "") facts[name] = value.slice(0, LONG);
    else if (typeof value === "number") facts[name] = String(value);
    else if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string"))
      facts[name] = value.join(" ").slice(0, LONG);
  }
  const found = factsWithin(result);
  if (found.equations.size > 0) facts.equations = [...found.equations].slice(0, MANY).join("; ");
  if (found.factors.size > 0) facts.factors = [...found.factors].slice(0, MANY).join("; ");
  if (found.metrics.size > 0) facts.metric ??= [...found.metrics].join(", ");
  return facts;
}

interface Found {
  readonly equations: Set<string>;
  readonly factors: Set<string>;
  readonly metrics: Set<string>;
}

/** What the steps and lines of a result name: equations that were used, factors with the place where they stand, metrics. */
function factsWithin(result: object): Found {
  const found: Found = { equations: new Set(), factors: new Set(), metrics: new Set() };
  const look = (value: unknown, depth: number) => {
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || depth > DEEP) return;
    if (Array.isArray(value)) {
      if (typeof value[0] === "object") for (const each of value.slice(0, ROWS)) look(each, depth + 1);
      return;
    }
    const { equation, title, factor, factorUnit, source, activity, gas, metric } = value as Record<string, unknown>;
    if (typeof equation === "string")
      found.equations.add(typeof title === "string" ? `${equation} (${title})` : equation);
    if (typeof factor === "number" && typeof source === "string") {
      const what = [activity, gas].filter((each) => typeof each === "string").join(", ");
      found.factors.add(
        `${what && `${what}: `}${factor} ${typeof factorUnit === "string" ? factorUnit : ""} [${source}]`,
      );
    }
    if (depth > 0 && typeof metric === "string" && metric !== "") found.metrics.add(metric);
    for (const each of Object.values(value)) look(each, depth + 1);
  };
  look(result, 0);
  return found;
}
