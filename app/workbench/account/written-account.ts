import { type CallExpression, type Expression, type ObjectExpression, parse } from "acorn";
import type { AccountKind } from "../../../lib/account/account-shapes.ts";
import type { AccountNames } from "./account-cells.ts";
import type { AccountChoices, AccountSource } from "./account-choices.ts";

/** A cell of a notebook, as far as it is read here. */
interface CodeCell {
  readonly id: number;
  readonly kind: string;
  readonly source: string;
}

/** An account that stands in a notebook's cells, as the dialog wrote it or as it was changed by hand within that form. */
export interface WrittenAccount {
  readonly choices: AccountChoices;
  readonly names: AccountNames;
  /** The cells that are written anew when it is changed. */
  readonly cells: { readonly data: number; readonly mapping: number; readonly account: number };
}

const kinds: readonly string[] = ["company", "product", "inventory"] satisfies AccountKind[];

/** A name that a cell declares, and the call that it awaits. */
interface Awaited {
  readonly cell: number;
  readonly name: string;
  readonly call: CallExpression;
}

/**
 * The account to which a cell belongs: the one whose data, mapping or result it declares or names. Null if there is none, or if its code
 * was changed beyond what the dialog can write.
 */
export function writtenAccount(cells: readonly CodeCell[], chosen: number): WrittenAccount | null {
  const awaited = cells.filter(({ kind }) => kind === "js").flatMap(awaitedIn);
  const source = cells.find(({ id }) => id === chosen)?.source ?? "";
  for (const account of awaited) {
    if (calleeOf(account.call) !== "account.compute") continue;
    const found = accountOf(account, awaited);
    if (!found) continue;
    const words = new Set(source.match(/[\p{L}\p{N}_$]+/gu));
    const isOwn = Object.values(found.cells).includes(chosen);
    if (isOwn || Object.values(found.names).some((name) => words.has(name))) return found;
  }
  return null;
}

/** All accounts that stand in a notebook as the dialog wrote them, in the order of their cells. */
export function writtenAccounts(cells: readonly CodeCell[]): WrittenAccount[] {
  const awaited = cells.filter(({ kind }) => kind === "js").flatMap(awaitedIn);
  return awaited.flatMap((account) =>
    calleeOf(account.call) === "account.compute" ? (accountOf(account, awaited) ?? []) : [],
  );
}

/** The names of the accounts with which an account is compared in cells already. */
export function comparedWith(cells: readonly CodeCell[], account: string): ReadonlySet<string> {
  const pairs = cells
    .filter(({ kind }) => kind === "js")
    .flatMap(awaitedIn)
    .flatMap(({ call }) => {
      const input = calleeOf(call) === "account.compare" ? inputOf(call) : null;
      const sides = input ? [propertyOf(input, "earlier"), propertyOf(input, "later")] : [];
      return [sides.flatMap((side) => (side?.type === "Identifier" ? side.name : []))];
    });
  return new Set(pairs.filter((names) => names.includes(account)).flat());
}

function awaitedIn({ id, source }: CodeCell): Awaited[] {
  if (!/\bawait\b/.test(source)) return [];
  try {
    const { body } = parse(source, { ecmaVersion: "latest", sourceType: "module", allowAwaitOutsideFunction: true });
    return body.flatMap((statement) => {
      if (statement.type !== "VariableDeclaration") return [];
      return statement.declarations.flatMap(({ id: name, init }) =>
        name.type === "Identifier" && init?.type === "AwaitExpression" && init.argument.type === "CallExpression"
          ? { cell: id, name: name.name, call: init.argument }
          : [],
      );
    });
  } catch {
    // A cell that does not parse says so itself.
    return [];
  }
}

function accountOf(account: Awaited, awaited: readonly Awaited[]): WrittenAccount | null {
  const input = inputOf(account.call);
  if (!input) return null;
  const dataName = dataNameIn(input);
  const mappingName = propertyOf(input, "mapping");
  if (dataName === null || mappingName?.type !== "Identifier") return null;
  const data = awaited.find(({ name, call }) => name === dataName && calleeOf(call) === "account.read");
  const mapping = awaited.find(({ name }) => name === mappingName.name);
  const reading = data && inputOf(data.call);
  const source = reading && sourceOf(propertyOf(reading, "sheets"));
  if (!data || !mapping || !source) return null;
  const kind = literalOf(propertyOf(input, "kind"));
  const year = literalOf(propertyOf(input, "year"));
  const region = literalOf(propertyOf(input, "region"));
  return {
    choices: {
      source,
      sheets: namesIn(literalOf(propertyOf(reading, "sheet"))),
      heads: headsIn(literalOf(propertyOf(reading, "head"))),
      kind: typeof kind === "string" && kinds.includes(kind) ? (kind as AccountKind) : null,
      year: typeof year === "number" ? year : null,
      region: typeof region === "string" ? region : null,
    },
    names: { data: data.name, mapping: mapping.name, account: account.name },
    cells: { data: data.cell, mapping: mapping.cell, account: account.cell },
  };
}

/** The name of what was read: of `...data`, or of `lines: data.lines`. */
function dataNameIn(input: ObjectExpression): string | null {
  const spread = input.properties.find((each) => each.type === "SpreadElement")?.argument;
  const lines = propertyOf(input, "lines");
  const data = spread ?? (lines?.type === "MemberExpression" ? lines.object : undefined);
  return data?.type === "Identifier" ? data.name : null;
}

/** The file or the table that the expression of the sheets names. */
function sourceOf(sheets: Expression | undefined): AccountSource | null {
  if (sheets?.type === "AwaitExpression") {
    const { argument } = sheets;
    if (argument.type !== "CallExpression" || argument.callee.type !== "MemberExpression") return null;
    const { object } = argument.callee;
    if (object.type !== "CallExpression" || calleeOf(object) !== "FileAttachment") return null;
    const file = literalOf(object.arguments[0] as Expression | undefined);
    return typeof file === "string" ? { is: "file", file } : null;
  }
  const sheet = sheets?.type === "ArrayExpression" ? sheets.elements[0] : null;
  const name = sheet?.type === "ObjectExpression" ? literalOf(propertyOf(sheet, "name")) : null;
  return typeof name === "string" ? { is: "table", name } : null;
}

/** `account.read`, `FileAttachment`; empty for other callees. */
function calleeOf({ callee }: CallExpression): string {
  if (callee.type === "Identifier") return callee.name;
  if (callee.type !== "MemberExpression" || callee.computed) return "";
  const { object, property } = callee;
  return object.type === "Identifier" && property.type === "Identifier" ? `${object.name}.${property.name}` : "";
}

function inputOf({ arguments: [input] }: CallExpression): ObjectExpression | null {
  return input?.type === "ObjectExpression" ? input : null;
}

function propertyOf({ properties }: ObjectExpression, name: string): Expression | undefined {
  for (const each of properties) {
    if (each.type !== "Property" || each.computed) continue;
    const { key } = each;
    if ((key.type === "Identifier" && key.name === name) || (key.type === "Literal" && key.value === name))
      return each.value;
  }
  return undefined;
}

/** The value of a literal, a list or a record of them; undefined for other code. */
function literalOf(node: Expression | undefined): unknown {
  if (node?.type === "Literal") return node.value;
  if (node?.type === "ArrayExpression") return node.elements.map((each) => literalOf(each as Expression));
  if (node?.type !== "ObjectExpression") return undefined;
  return Object.fromEntries(
    node.properties.flatMap((each) => {
      if (each.type !== "Property" || each.computed) return [];
      const key = each.key.type === "Identifier" ? each.key.name : literalOf(each.key as Expression);
      return [[String(key), literalOf(each.value)]];
    }),
  );
}

function namesIn(value: unknown): string[] | null {
  const names = typeof value === "string" ? [value] : value;
  return Array.isArray(names) && names.every((name) => typeof name === "string") ? names : null;
}

function headsIn(value: unknown): Record<string, number> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, row]) => typeof row === "number"));
}
