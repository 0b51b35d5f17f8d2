import type {
  ArrowFunctionExpression,
  CallExpression,
  Expression,
  Node,
  SpreadElement,
  VariableDeclarator,
} from "acorn";
import { full } from "acorn-walk";
import { parseCell } from "../../../kernel/compile/syntax.ts";
import { chartFunctions } from "./chart-cell.ts";
import { chartForms, usualCount } from "./chart-choice.ts";
import { callsIn, constantOf, isFields, sameTokens } from "./read-chart-cell.ts";
import { localNames, rowCell } from "./row-cell.ts";
import { type RowChoice, settledRows } from "./row-choice.ts";
import { divisorIn } from "./row-divisor.ts";
import type { RowSource, RowTable } from "./row-table.ts";

/** What a cell draws of rows, as far as it can be read; null if it is no chart of rows. */
export interface ReadRowCell {
  readonly choice: RowChoice;
  /** Whether the dialog would write the cell as it is. */
  isOwn(table: RowTable): boolean;
}

/** Reads the choice of a chart of rows from its cell. */
export function readRowCell(code: string): ReadRowCell | null {
  const calls = callsIn(code);
  const form = chartForms.find((each) => calls.has(`charts.${chartFunctions[each]}`));
  const declared = declarationsIn(code);
  const [rows, found, codes] = (["rows", "found", "codes"] as const).map((of) =>
    localNames[of].map((name) => declared.get(name)).find((init) => init !== undefined),
  );
  const source = rows && sourceOf(rows);
  const [rollup] = calls.get("d3.flatRollup") ?? [];
  if (!form || !source || !found || !rollup) return null;
  const conditions = conditionsOf(rows!);
  const keys = new Map(namesOf(found).map((name, i) => [name, fieldRead(rollup.arguments[i + 2])]));
  const drawn = calls.get(`charts.${chartFunctions[form]}`)![0]!.arguments[1];
  const options = drawn ? constantOf(drawn as Expression) : undefined;
  const count = isFields(options) ? options.count : undefined;
  const years = form === "trend" ? [conditions.first, conditions.last] : [conditions.only, conditions.only];
  const choice: RowChoice = {
    source,
    form,
    measures: conditions.measures,
    label: keys.get("label") ?? null,
    time: keys.get("time") ?? conditions.time,
    labels: codes ? textsOf(codes) : conditions.labels,
    years: years.every((year) => year !== null) ? (years as [number, number]) : null,
    count: typeof count === "number" && count > 0 ? count : usualCount,
    per: divisorIn(code),
  };
  return { choice, isOwn: (table) => isWrittenBy(choice, table, code) };
}

/** Whether the dialog would write the code for the choice, which must be one that the table still has. */
function isWrittenBy(choice: RowChoice, table: RowTable, code: string): boolean {
  if (choice.measures.length === 0) return false;
  const settled = settledRows(choice, table);
  return sameTokens(code, rowCell(settled, table));
}

/** The texts of `new Map([[text, code], …])`. */
function textsOf(codes: Expression): string[] {
  const [given] = codes.type === "NewExpression" ? codes.arguments : [];
  const entries = given ? constantOf(given as Expression) : undefined;
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry) => (Array.isArray(entry) && typeof entry[0] === "string" ? [entry[0]] : []));
}

function declarationsIn(code: string): Map<string, Expression> {
  const declared = new Map<string, Expression>();
  try {
    const { program, expression } = parseCell(code);
    full((program ?? expression) as Node, (node) => {
      const { type, id, init } = node as VariableDeclarator;
      if (type === "VariableDeclarator" && id.type === "Identifier" && init) declared.set(id.name, init);
    });
  } catch {
    // What has no syntax declares nothing.
  }
  return declared;
}

/** `Array.from(…)` behind `.filter(…)`. */
function sourceOf(rows: Expression): RowSource | null {
  const filtered = calledOn(rows, "filter");
  const from = filtered && calledOn(filtered, "from");
  if (from?.type !== "Identifier" || from.name !== "Array") return null;
  const [given] = (filtered as CallExpression).arguments;
  if (given?.type === "Identifier") return { is: "value", name: given.name };
  if (given?.type !== "AwaitExpression" || given.argument.type !== "CallExpression") return null;
  const name = given.argument.arguments[0];
  const isLoad = calledOn(given.argument, "load")?.type === "Identifier";
  return isLoad && name?.type === "Literal" && typeof name.value === "string" ? { is: "own", name: name.value } : null;
}

/** What a method is called on, if the expression is such a call. */
function calledOn(node: Expression, method: string): Expression | null {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return null;
  const { object, property } = node.callee;
  return property.type === "Identifier" && property.name === method && object.type !== "Super" ? object : null;
}

interface Conditions {
  readonly measures: string[];
  labels: readonly string[];
  time: string | null;
  first: number | null;
  last: number | null;
  only: number | null;
}

function conditionsOf(rows: Expression): Conditions {
  const read: Conditions = { measures: [], labels: [], time: null, first: null, last: null, only: null };
  const [test] = (rows as CallExpression).arguments;
  for (const each of test?.type === "ArrowFunctionExpression" && test.body.type !== "BlockStatement"
    ? parts(test.body)
    : []) {
    if (each.type === "CallExpression" && each.callee.type === "MemberExpression") {
      const values = constantOf(each.callee.object as Expression);
      if (Array.isArray(values)) read.labels = values.filter((value) => typeof value === "string");
      continue;
    }
    if (each.type !== "BinaryExpression" || each.left.type === "PrivateIdentifier") continue;
    const name = fieldOf(each.left);
    const value = constantOf(each.right);
    if (name === null) continue;
    if (each.operator === "!=" && value === null) read.measures.push(name);
    if (typeof value !== "number") continue;
    read.time = name;
    if (each.operator === ">=") read.first = value;
    else if (each.operator === "<=") read.last = value;
    else if (each.operator === "===") read.only = value;
  }
  return read;
}

/** The parts of a conjunction, from left to right. */
function parts(node: Expression): Expression[] {
  return node.type === "LogicalExpression" && node.operator === "&&"
    ? [...parts(node.left), ...parts(node.right)]
    : [node];
}

/** The field of `d` that an expression reads. */
function fieldOf(node: Expression): string | null {
  if (node.type !== "MemberExpression") return null;
  const { property, computed } = node;
  if (!computed) return property.type === "Identifier" ? property.name : null;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : null;
}

/** The field that a function of a row gives. */
function fieldRead(node: Expression | SpreadElement | undefined): string | null {
  if (node?.type !== "ArrowFunctionExpression") return null;
  const { body } = node as ArrowFunctionExpression;
  if (body.type === "BlockStatement") return null;
  // `codes.get(d.country)`: the code of what the field says.
  const [of] = calledOn(body, "get") ? (body as CallExpression).arguments : [];
  return fieldOf((of as Expression | undefined) ?? body);
}

/** The names of `.map(([label, time, value]) => …)`, of which the last is the value. */
function namesOf(found: Expression): string[] {
  const [map] = found.type === "CallExpression" ? found.arguments : [];
  const [taken] = map?.type === "ArrowFunctionExpression" ? map.params : [];
  if (taken?.type !== "ArrayPattern") return [];
  return taken.elements.flatMap((each) => (each?.type === "Identifier" ? [each.name] : [])).slice(0, -1);
}
