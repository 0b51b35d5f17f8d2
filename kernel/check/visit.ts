import type { AnyNode, CallExpression, Identifier, MemberExpression, TemplateLiteral } from "acorn";
import { ancestor, full } from "acorn-walk";
import type { Sentence } from "../../lib/message/message.ts";
import type { Remark } from "./finding.ts";
import type { CellSyntax, CheckedCell } from "./subject.ts";

/** Visits every node of a cell's syntax tree. */
export function visit({ syntax }: CheckedCell, each: (node: AnyNode, syntax: CellSyntax) => void): void {
  if (syntax) full(syntax.root, (node) => each(node as AnyNode, syntax));
}

/** The calls of a cell, each with its ancestors from the outermost node to the call itself. */
export function findCalls({ syntax }: CheckedCell): { call: CallExpression; ancestors: readonly AnyNode[] }[] {
  const found: { call: CallExpression; ancestors: readonly AnyNode[] }[] = [];
  if (!syntax) return found;
  ancestor(syntax.root, {
    CallExpression(call, _state, ancestors) {
      found.push({ call, ancestors: [...ancestors] as AnyNode[] });
    },
  });
  return found;
}

/** The callee as a path if it consists of names and dots: `Plot.plot`; of any other expression only its end, `.plot`. */
export function calleeOf({ callee }: CallExpression): string {
  return pathOf(callee as AnyNode);
}

/** The path `a.b.c` of names and dots; `.c` if the object is any other expression; empty if there is no name. */
export function pathOf(node: AnyNode): string {
  if (node.type === "ChainExpression") return pathOf(node.expression as AnyNode);
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression") return "";
  const property = propertyOf(node);
  return property === undefined ? "" : `${pathOf(node.object as AnyNode)}.${property}`;
}

/** The name of the property that is read, if it is a literal. */
export function propertyOf({ computed, property }: MemberExpression): string | undefined {
  if (!computed) return property.type === "Identifier" ? property.name : undefined;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : undefined;
}

/** The identifier at the start of a property chain. */
export function rootOf(node: AnyNode): Identifier | undefined {
  if (node.type === "ChainExpression") return rootOf(node.expression as AnyNode);
  if (node.type === "MemberExpression") return rootOf(node.object as AnyNode);
  return node.type === "Identifier" ? node : undefined;
}

/** A template's text at its offset in the script; interpolations are replaced by fillers of the same length. */
export interface TemplateText {
  readonly tag: string;
  readonly text: string;
  readonly offset: number;
}

/** Replaces each character of an interpolation in the text of a template: the object replacement character. */
export const filler = "\ufffc";

/** The tagged templates of a cell; a Markdown, HTML or SQL cell is itself one. */
export function findTemplates(cell: CheckedCell): TemplateText[] {
  const found: TemplateText[] = [];
  visit(cell, (node, { script }) => {
    if (node.type !== "TaggedTemplateExpression") return;
    found.push({ tag: pathOf(node.tag as AnyNode), ...templateText(node.quasi, script) });
  });
  return found;
}

/** The text of a template, and its offset in the script. */
export function templateText({ quasis }: TemplateLiteral, script: string): Omit<TemplateText, "tag"> {
  const offset = quasis[0]!.start;
  let text = "";
  quasis.forEach((part, i) => {
    text += script.slice(part.start, part.end);
    const next = quasis[i + 1];
    if (next) text += script.slice(part.end, next.start).replaceAll(/[^\n]/g, filler);
  });
  return { text, offset };
}

/** A remark about a range of the script of a cell. */
export function remarkAt({ id, syntax }: CheckedCell, message: Sentence, start: number, end: number): Remark {
  const { mapping } = syntax!;
  const from = mapping.toSource(start);
  return { message, cell: id, from, to: Math.max(from, mapping.toSource(Math.max(start, end - 1)) + 1) };
}
