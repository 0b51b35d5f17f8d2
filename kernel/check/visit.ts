import type { AnyNode, CallExpression, Identifier, MemberExpression, TaggedTemplateExpression } from "acorn";
import { ancestor, full } from "acorn-walk";
import type { Sentence } from "../../lib/message/message.ts";
import type { Remark } from "./finding.ts";
import type { CellSyntax, CheckedCell } from "./subject.ts";

/** Calls back for every node of a cell that can be read. */
export function visit({ syntax }: CheckedCell, each: (node: AnyNode, syntax: CellSyntax) => void): void {
  if (syntax) full(syntax.root, (node) => each(node as AnyNode, syntax));
}

/** The calls of a cell, each with the nodes around it from the outermost to itself. */
export function findCalls({ syntax }: CheckedCell): { call: CallExpression; around: readonly AnyNode[] }[] {
  const found: { call: CallExpression; around: readonly AnyNode[] }[] = [];
  if (!syntax) return found;
  ancestor(syntax.root, {
    CallExpression(call, _state, around) {
      found.push({ call, around: [...around] as AnyNode[] });
    },
  });
  return found;
}

/** What is called, as it is written where only names and dots stand: `Plot.plot`; of a longer expression only its end, `.plot`. */
export function calleeOf({ callee }: CallExpression): string {
  return pathOf(callee as AnyNode);
}

/** `a.b.c` of names and dots; `.c` where what comes before is anything else; empty where it has no name. */
export function pathOf(node: AnyNode): string {
  if (node.type === "ChainExpression") return pathOf(node.expression as AnyNode);
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression") return "";
  const property = propertyOf(node);
  return property === undefined ? "" : `${pathOf(node.object as AnyNode)}.${property}`;
}

/** The name of the property that is read, where it is written. */
export function propertyOf({ computed, property }: MemberExpression): string | undefined {
  if (!computed) return property.type === "Identifier" ? property.name : undefined;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : undefined;
}

/** The name with which a chain of properties begins. */
export function rootOf(node: AnyNode): Identifier | undefined {
  if (node.type === "ChainExpression") return rootOf(node.expression as AnyNode);
  if (node.type === "MemberExpression") return rootOf(node.object as AnyNode);
  return node.type === "Identifier" ? node : undefined;
}

/** A template's text at its offset of the script, with what is interpolated blanked out, so that offsets hold. */
export interface TemplateText {
  readonly tag: string;
  readonly text: string;
  readonly offset: number;
}

/** What stands for each character of an interpolated value in the text of a template: the object replacement character. */
export const filler = "\ufffc";

/** The tagged templates of a cell; a cell of Markdown, HTML or SQL is one itself. */
export function findTemplates(cell: CheckedCell): TemplateText[] {
  const found: TemplateText[] = [];
  visit(cell, (node, { script }) => {
    if (node.type === "TaggedTemplateExpression") found.push(textOf(node, script));
  });
  return found;
}

function textOf({ tag, quasi }: TaggedTemplateExpression, script: string): TemplateText {
  const { quasis } = quasi;
  const offset = quasis[0]!.start;
  let text = "";
  quasis.forEach((part, i) => {
    text += script.slice(part.start, part.end);
    const next = quasis[i + 1];
    if (next) text += script.slice(part.end, next.start).replaceAll(/[^\n]/g, filler);
  });
  return { tag: pathOf(tag as AnyNode), text, offset };
}

/** A remark about a range of the script of a cell. */
export function remarkAt({ id, syntax }: CheckedCell, message: Sentence, start: number, end: number): Remark {
  const { mapping } = syntax!;
  const from = mapping.toSource(start);
  return { message, cell: id, from, to: Math.max(from, mapping.toSource(Math.max(start, end - 1)) + 1) };
}
