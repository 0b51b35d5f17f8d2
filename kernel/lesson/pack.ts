import type { AnyNode, CallExpression, Expression } from "acorn";
import { simple } from "acorn-walk";
import { messages } from "../../lib/message/message.ts";
import { languageNames, protectedGlobals } from "../compile/names.ts";
import { findReferences } from "../compile/references.ts";
import { parseCell } from "../compile/syntax.ts";
import { applyOperation, type Notebook, type Operation } from "../document/index.ts";
import { ExerciseError } from "./declaration.ts";
import { exerciseNames, openExercise } from "./open.ts";
import { isSealed, sealSource, unsealSource } from "./seal.ts";

const said = messages("exercise", {
  foreignName: {
    en: "The exercise reads `{name}`, which it does not see once it is packed. Give it: {given}, and take it in the function: {taken}.",
    zh: "练习读取 `{name}`，而打包后它看不到这个名称。请把它交给练习：{given}，并在函数中接收：{taken}。",
  },
  inCell: {
    en: "Cell {cell}: {reason}",
    zh: "单元格 {cell}：{reason}",
  },
});

/** The first argument of an `exercise(…)` in a cell's source, or one of the languages of `exercise(localize({en: …, zh: …}))`. */
interface Declared {
  /** The offset of the call, which is one exercise in all its languages. */
  readonly call: number;
  readonly from: number;
  readonly to: number;
  /** The text of a packed exercise; null for a plain one. */
  readonly sealed: string | null;
  readonly node: Expression;
}

/** Seals every exercise of a notebook. Throws ExerciseError, with the cell, if one cannot be packed. */
export function packExercises(notebook: Notebook): { notebook: Notebook; count: number } {
  return rewrite(notebook, (source, { from, to, sealed, node }) => {
    if (sealed !== null) return null;
    const text = source.slice(from, to);
    const foreign = findReferences(node as AnyNode).find(({ name }) => !isKnown(name));
    if (foreign) {
      const { name } = foreign;
      const [given, taken] = [`exercise({…}, {${name}})`, `({${name}}) => …`];
      throw new ExerciseError(said.foreignName({ name, given, taken }));
    }
    const packed = sealSource(text);
    openExercise(packed);
    return `\`\n${packed}\n\``;
  });
}

/** Unseals every packed exercise of a notebook, for its author. */
export function unpackExercises(notebook: Notebook): { notebook: Notebook; count: number } {
  return rewrite(notebook, (_, { sealed }) => (sealed === null ? null : unsealSource(sealed)));
}

function rewrite(notebook: Notebook, change: (source: string, declared: Declared) => string | null) {
  const operations: Operation[] = [];
  let count = 0;
  for (const { id, kind, source } of notebook.cells) {
    if (kind !== "js") continue;
    try {
      let text = source;
      const calls = new Set<number>();
      // From the end, so that earlier positions remain valid.
      for (const declared of findDeclared(source).reverse()) {
        const replaced = change(source, declared);
        if (replaced === null) continue;
        text = text.slice(0, declared.from) + replaced + text.slice(declared.to);
        calls.add(declared.call);
      }
      count += calls.size;
      if (text !== source) operations.push({ type: "source", cell: id, source: text });
    } catch (error) {
      if (error instanceof ExerciseError) throw new ExerciseError(said.inCell({ cell: id, reason: error.said }));
      throw error;
    }
  }
  return { notebook: operations.reduce(apply, notebook), count };
}

function apply(notebook: Notebook, operation: Operation): Notebook {
  const applied = applyOperation(notebook, operation);
  if (!applied.ok) throw new ExerciseError(applied.refusal.message);
  return applied.notebook;
}

/** The exercises that a cell declares; none if it cannot be parsed. */
function findDeclared(source: string): Declared[] {
  if (!source.includes("exercise")) return [];
  const found: Declared[] = [];
  let root: AnyNode;
  try {
    const syntax = parseCell(source);
    root = syntax.program ?? syntax.expression;
  } catch {
    return [];
  }
  simple(root, {
    CallExpression(node: CallExpression) {
      const [first] = node.arguments;
      if (node.callee.type !== "Identifier" || node.callee.name !== "exercise" || !first) return;
      if (first.type === "SpreadElement") return;
      for (const declared of inLanguages(first)) {
        const text = textOf(declared);
        const sealed = text !== null && isSealed(text) ? text : null;
        if (sealed === null && declared.type !== "ObjectExpression") continue;
        found.push({ call: node.start, from: declared.start, to: declared.end, sealed, node: declared });
      }
    },
  });
  return found.sort((a, b) => a.from - b.from);
}

/** The values of `localize({en: …, zh: …})`, or the expression itself. */
function inLanguages(node: Expression): Expression[] {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== "localize")
    return [node];
  const [texts] = node.arguments;
  if (texts?.type !== "ObjectExpression") return [];
  return texts.properties.flatMap((property) => (property.type === "Property" ? [property.value] : []));
}

function textOf(node: Expression): string | null {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type !== "TemplateLiteral" || node.expressions.length > 0) return null;
  return node.quasis[0]?.value.cooked ?? null;
}

function isKnown(name: string): boolean {
  return languageNames.has(name) || protectedGlobals.has(name) || Object.hasOwn(exerciseNames, name);
}
