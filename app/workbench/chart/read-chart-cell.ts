import type { CallExpression, Expression, Node, ObjectExpression } from "acorn";
import { tokenizer } from "acorn";
import { full } from "acorn-walk";
import { parseCell } from "../../../kernel/compile/syntax.ts";
import { chartCell, chartFunctions } from "./chart-cell.ts";
import {
  type ChartChoice,
  type ChartForm,
  chartForms,
  type Denominator,
  denominators,
  usualCount,
} from "./chart-choice.ts";
import { denominatorColumn } from "./chart-query.ts";
import { type ChartTable, contextColumns, isContextColumn } from "./chart-table.ts";

/** What a cell is to the dialog. */
export type ReadCell =
  /** One that it would write as it is, but for spaces and comments. */
  | { readonly kind: "own"; readonly choice: ChartChoice }
  /** One that began as a chart of the dialog, as far as it can be read, and holds more than the dialog knows. */
  | { readonly kind: "changed"; readonly choice: ChartChoice }
  | { readonly kind: "other" };

type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [name: string]: Value };
type Fields = { readonly [name: string]: Value };

/** Reads the choice of a chart from its cell; `tableOf` gives the dataset that it names. */
export function readChartCell(source: string, tableOf: (dataset: string) => ChartTable | null): ReadCell {
  const calls = callsIn(source);
  const form = chartForms.find((each) => calls.has(`charts.${chartFunctions[each]}`));
  const [query] = calls.get("data.query") ?? [];
  if (!form || !query) return { kind: "other" };
  const request = query.arguments[0] ? constantOf(query.arguments[0] as Expression) : undefined;
  if (!isFields(request) || typeof request.dataset !== "string") return { kind: "other" };
  const table = tableOf(request.dataset);
  if (!table) return { kind: "other" };
  const [drawn] = calls.get(`charts.${chartFunctions[form]}`)!;
  const given = drawn?.arguments[1] ? constantOf(drawn.arguments[1] as Expression) : undefined;
  const choice = choiceOf(form, request, isFields(given) ? given : {}, table, source);
  if (choice.measures.length === 0) return { kind: "other" };
  return { kind: sameTokens(source, chartCell(choice, table)) ? "own" : "changed", choice };
}

/** The calls of a cell by the names of what is called, in their order. */
export function callsIn(source: string): Map<string, CallExpression[]> {
  const calls = new Map<string, CallExpression[]>();
  try {
    const { program, expression } = parseCell(source);
    full((program ?? expression) as Node, (node) => {
      if (node.type !== "CallExpression") return;
      const call = node as CallExpression;
      const { callee } = call;
      if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier") return;
      if (callee.property.type !== "Identifier") return;
      const name = `${callee.object.name}.${callee.property.name}`;
      calls.set(name, [...(calls.get(name) ?? []), call]);
    });
  } catch {
    // What has no syntax is no chart of the dialog.
  }
  for (const list of calls.values()) list.sort((a, b) => a.start - b.start);
  return calls;
}

/** A constant as it stands in the source; undefined for anything that would have to run. */
export function constantOf(node: Expression): Value {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "object" && node.value !== null ? undefined : (node.value as Value);
    case "UnaryExpression": {
      const value = constantOf(node.argument);
      return node.operator === "-" && typeof value === "number" ? -value : undefined;
    }
    case "ArrayExpression":
      return node.elements.map((each) => (each && each.type !== "SpreadElement" ? constantOf(each) : undefined));
    case "ObjectExpression":
      return fieldsOf(node);
    default:
      return undefined;
  }
}

function fieldsOf(node: ObjectExpression): Fields {
  // Without a prototype: the names come from a file.
  const fields = Object.create(null) as Record<string, Value>;
  for (const property of node.properties) {
    if (property.type !== "Property" || property.computed) continue;
    const name =
      property.key.type === "Identifier" ? property.key.name : String((property.key as { value?: unknown }).value);
    fields[name] = constantOf(property.value as Expression);
  }
  return fields;
}

export function isFields(value: Value): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function choiceOf(form: ChartForm, request: Fields, options: Fields, table: ChartTable, source: string): ChartChoice {
  const selected = Array.isArray(request.select) ? (request.select as readonly Value[]) : [];
  const keyNames = new Set([table.place?.column, table.year?.column, ...table.keys.map(({ column }) => column)]);
  const entries = selected.flatMap((entry) => {
    if (typeof entry === "string") return keyNames.has(entry) ? [] : [{ column: entry, over: null }];
    if (!isFields(entry)) return [];
    const over = Array.isArray(entry.over) ? (entry.over as readonly Value[]) : null;
    const column = over ? over[0] : entry.column;
    return typeof column === "string" ? [{ column, over: over ? String(over[1]) : null }] : [];
  });
  const where = isFields(request.where) ? request.where : {};
  const shown = options.series ?? options.label;
  const split = table.keys.find(({ column }) => column === shown)?.column ?? null;
  const base = /\bconst base = /.test(source);
  const isWorld = /\bconst world = /.test(source);
  return {
    dataset: table.name,
    form,
    measures: entries.map(({ column }) => measureName(column, table)),
    split,
    places: placesOf(table.place ? where[table.place.column] : undefined),
    where: Object.fromEntries(
      table.keys.flatMap(({ column }) => {
        const value = where[column];
        return typeof value === "string" && column !== split ? [[column, value] as const] : [];
      }),
    ),
    years: yearsOf(table.year ? where[table.year.column] : undefined),
    per: isWorld ? "world" : perOf(entries.map(({ over }) => over)),
    index: base,
    count: typeof options.count === "number" && options.count > 0 ? options.count : usualCount,
  };
}

/** A column of the table, or of one beside it. */
function measureName(column: string, table: ChartTable): string {
  if (table.measures.some((measure) => measure.column === column)) return column;
  return (
    Object.keys(contextColumns).find((name) => isContextColumn(name) && contextColumns[name].column === column) ??
    column
  );
}

function placesOf(value: Value): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function yearsOf(value: Value): ChartChoice["years"] {
  if (typeof value === "number") return [value, value];
  if (!isFields(value) || typeof value.from !== "number" || typeof value.to !== "number") return null;
  return [value.from, value.to];
}

function perOf(over: readonly (string | null)[]): Denominator | null {
  return (
    denominators.find((per) => over.some((column) => column !== null && denominatorColumn(per)?.column === column)) ??
    null
  );
}

/** Whether two sources are the same but for spaces, comments and commas at ends. */
export function sameTokens(a: string, b: string): boolean {
  const [left, right] = [tokensOf(a), tokensOf(b)];
  return (
    left !== null && right !== null && left.length === right.length && left.every((token, i) => token === right[i])
  );
}

function tokensOf(source: string): string[] | null {
  try {
    const found = Array.from(tokenizer(source, { ecmaVersion: "latest", sourceType: "module" }), (token) =>
      source.slice(token.start, token.end),
    );
    return found.filter((token, i) => !(token === "," && /^[}\])]$/.test(found[i + 1] ?? "")));
  } catch {
    return null;
  }
}
