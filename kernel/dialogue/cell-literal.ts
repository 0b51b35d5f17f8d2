import type { Json } from "../../lib/dialogue/plan.ts";
import { partsOf } from "../../lib/dialogue/result-path.ts";
import { fromStepIn } from "../../lib/dialogue/step-arguments.ts";
import { isBindingName } from "../cell/binding-name.ts";

/** Characters of a line beyond which a record or a list is broken over lines. */
const LINE = 100;

/** What stands in the place of a field's value; undefined for the value itself. */
export type Named = (field: string, value: Json) => string | undefined;

/**
 * A value as source text of JavaScript, as a person would write it in a cell: short records and lists on one line, `$from` as the
 * name of the cell and the path in it.
 */
export function literal(value: Json, named: Named = () => undefined, indent = ""): string {
  const from = fromStepIn(value);
  if (from) return reference(from.$from, from.path);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const deeper = `${indent}  `;
  const write = (each: Json) => literal(each, named, deeper);
  const parts = isList
    ? value.map(write)
    : Object.entries(value).map(([name, each]) => `${key(name)}: ${named(name, each) ?? write(each)}`);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  const line = `${open}${parts.join(", ")}${close}`;
  if (indent.length + line.length <= LINE && !line.includes("\n")) return line;
  const isPlain = isList && value.every((each) => typeof each !== "object" || each === null);
  const lines = isPlain ? filled(parts, LINE - deeper.length) : parts;
  return `${open}\n${lines.map((part) => deeper + part).join(",\n")}\n${indent}${close}`;
}

/** Short items side by side, as many as fit on a line. */
function filled(items: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + item.length + 2 <= width) lines[lines.length - 1] = `${last}, ${item}`;
    else lines.push(item);
  }
  return lines;
}

/** A part of a cell's value as source text: `accounts.D_cba[0][9]`. */
export function reference(name: string, path: string | undefined): string {
  return `${name}${partsOf(path).map(access).join("")}`;
}

function key(name: string): string {
  return isName(name) ? name : JSON.stringify(name);
}

function access(part: string): string {
  if (/^\d+$/.test(part)) return `[${part}]`;
  return isName(part) ? `.${part}` : `[${JSON.stringify(part)}]`;
}

/** Whether a name may follow a dot: reserved words may, too. */
function isName(name: string): boolean {
  return isBindingName(name) || /^[a-z]+$/.test(name);
}
