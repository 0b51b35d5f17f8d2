import type { AnyNode } from "acorn";
import { type Message, messages } from "../../../lib/message/message.ts";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell, Subject } from "../subject.ts";
import { calleeOf, findCalls, propertyOf, remarkAt, rootOf, visit } from "../visit.ts";
import { storage } from "./no-refused-access.ts";

const texts = messages("check", {
  changesOwned: {
    en: "This changes `{name}`, which belongs to cell {place} and to all that read it, without the graph knowing. Change it there, or change a copy.",
    zh: "此处改动了 `{name}`，它属于第 {place} 个单元格及所有读取它的单元格，而依赖图并不知情。请在原处改动，或改动副本。",
  },
  sortsOwned: {
    en: "This changes `{name}`, which belongs to cell {place} and to all that read it, without the graph knowing. Use a copy, as `d3.sort` or `toSorted` give.",
    zh: "此处改动了 `{name}`，它属于第 {place} 个单元格及所有读取它的单元格，而依赖图并不知情。请使用副本，如 `d3.sort` 或 `toSorted` 所给。",
  },
  changesBrowser: {
    en: "This changes the browser's `{name}`, which all cells share, without the graph knowing. Give the value a name in a cell instead.",
    zh: "此处改动了浏览器的 `{name}`，它为所有单元格共有，而依赖图并不知情。请改为在单元格中为该值命名。",
  },
});

/** Methods that modify the object they are called on. */
const mutators = new Set([
  "push",
  "pop",
  "shift",
  "unshift",
  "splice",
  "sort",
  "reverse",
  "fill",
  "copyWithin",
  "set",
  "add",
  "delete",
  "clear",
  "append",
  "appendChild",
  "prepend",
  "remove",
  "replaceChildren",
  "replaceWith",
  "before",
  "after",
  "insertBefore",
  "removeChild",
]);

export const noHiddenEffect: Rule = {
  name: "no-hidden-effect",
  severity: "warning",
  summary: "A cell changes neither what other cells declare nor the browser's globals: the graph of cells tells all.",
  check: (subject) => subject.cells.flatMap((cell) => findEffects(cell, subject)),
};

function findEffects(cell: CheckedCell, subject: Subject): Remark[] {
  const found: Remark[] = [];
  const add = (target: AnyNode, node: AnyNode, copies: boolean) => {
    const message = describe(cell, subject, target, copies);
    if (message !== undefined) found.push(remarkAt(cell, message, node.start, node.end));
  };
  visit(cell, (node) => {
    if (node.type === "AssignmentExpression" && node.left.type === "MemberExpression") add(node.left, node.left, false);
    if (node.type === "UpdateExpression" && node.argument.type === "MemberExpression")
      add(node.argument, node.argument, false);
    if (node.type === "UnaryExpression" && node.operator === "delete") add(node.argument as AnyNode, node, false);
  });
  for (const { call } of findCalls(cell)) {
    const [first] = call.arguments as AnyNode[];
    if (calleeOf(call) === "Object.assign" && first) add(first, call, false);
    if (call.callee.type !== "MemberExpression") continue;
    const method = propertyOf(call.callee);
    if (method !== undefined && mutators.has(method)) {
      addMethod(cell, subject, call.callee.object as AnyNode, call, method, found);
    }
  }
  return found;
}

/** A mutating method of another cell's value or of a global (`document.body.append`). */
function addMethod(
  cell: CheckedCell,
  subject: Subject,
  object: AnyNode,
  call: AnyNode,
  method: string,
  found: Remark[],
): void {
  const root = rootOf(object);
  const isBrowser = root?.name === "document" || root?.name === "window";
  if (!root || !(ownerOf(cell, subject, root.name, root.start) || isBrowser)) return;
  const message = describe(cell, subject, object, method === "sort" || method === "reverse");
  if (message !== undefined) found.push(remarkAt(cell, message, call.start, call.end));
}

function describe(cell: CheckedCell, subject: Subject, target: AnyNode, copies: boolean): Message | undefined {
  const root = rootOf(target);
  if (!root || !cell.syntax?.freeAt.has(root.start)) return undefined;
  const owner = ownerOf(cell, subject, root.name, root.start);
  const { name } = root;
  if (owner) {
    const { place } = owner;
    return copies ? texts.sortsOwned({ name, place }) : texts.changesOwned({ name, place });
  }
  // Access that the sandbox blocks is reported by another rule.
  if (!subject.environment.isGlobal(name) || storage.includes(name)) return undefined;
  return texts.changesBrowser({ name });
}

/** The other cell that declares the name which this cell reads at an offset. */
function ownerOf(cell: CheckedCell, { graph, cells }: Subject, name: string, start: number): CheckedCell | undefined {
  if (!cell.syntax?.freeAt.has(start)) return undefined;
  const owner = graph.definers.get(name)?.find((id) => id !== cell.id);
  return cells.find(({ id }) => id === owner);
}
