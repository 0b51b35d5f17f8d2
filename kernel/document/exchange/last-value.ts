import type { Expression } from "acorn";
import { programLanguage } from "../../cell/kinds.ts";
import { parseCell } from "../../compile/syntax.ts";
import { stripTypes } from "../../compile/typescript.ts";

/**
 * A program of Jupyter, which shows its last value, as a cell, which shows what it passes to `display`. What ends in no value, as an
 * assignment or a call of `console.log` does, stays as it is, and so does what cannot be read.
 */
export function showLastValue(kind: string, source: string): string {
  try {
    const { text, toSource } = withoutTypes(kind, source);
    const { program } = parseCell(text);
    const last = program?.body.at(-1);
    if (last?.type !== "ExpressionStatement" || last.directive !== undefined || !hasValue(last.expression))
      return source;
    const from = toSource(last.start);
    const to = toSource(last.end - 1) + 1;
    const shown = source.slice(from, to).replace(/\s*;$/, "");
    const written = `${source.slice(0, from)}display(${shown});${source.slice(to)}`;
    // The place of an expression among types is not known for sure.
    parseCell(withoutTypes(kind, written).text);
    return written;
  } catch {
    return source;
  }
}

function withoutTypes(kind: string, source: string): { text: string; toSource: (offset: number) => number } {
  if (programLanguage(kind) !== "typescript") return { text: source, toSource: (offset) => offset };
  const { text, mapping } = stripTypes(source);
  return { text, toSource: mapping.toSource };
}

function hasValue(node: Expression): boolean {
  if (node.type === "AssignmentExpression" || node.type === "UpdateExpression") return false;
  const call = node.type === "AwaitExpression" ? node.argument : node;
  if (call.type !== "CallExpression") return true;
  const { callee } = call;
  if (callee.type === "Identifier") return callee.name !== "display" && callee.name !== "view";
  return !(
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.object.name === "console"
  );
}
