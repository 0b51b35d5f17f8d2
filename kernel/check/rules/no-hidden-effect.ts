import type { AnyNode } from "acorn";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell, Subject } from "../subject.ts";
import { calleeOf, findCalls, propertyOf, remarkAt, rootOf, visit } from "../visit.ts";
import { storage } from "./no-refused-access.ts";

/** Methods that change what they are called on. */
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

/** A method of another cell's value; that of a global (`document.body.append`) is an effect as well. */
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

function describe(cell: CheckedCell, subject: Subject, target: AnyNode, copies: boolean): string | undefined {
  const root = rootOf(target);
  if (!root || !cell.syntax?.freeAt.has(root.start)) return undefined;
  const owner = ownerOf(cell, subject, root.name, root.start);
  const { name } = root;
  if (owner) {
    const mend = copies ? `Use a copy, as \`d3.sort\` or \`toSorted\` give.` : "Change it there, or change a copy.";
    return `This changes \`${name}\`, which belongs to cell ${owner.place} and to all that read it, without the graph knowing. ${mend}`;
  }
  // What the fence refuses, another rule tells.
  if (!subject.surroundings.isGlobal(name) || storage.includes(name)) return undefined;
  return `This changes the browser's \`${name}\`, which all cells share, without the graph knowing. Give the value a name in a cell instead.`;
}

/** The other cell that declares a name which this cell reads at an offset. */
function ownerOf(cell: CheckedCell, { graph, cells }: Subject, name: string, start: number): CheckedCell | undefined {
  if (!cell.syntax?.freeAt.has(start)) return undefined;
  const owner = graph.definers.get(name)?.find((id) => id !== cell.id);
  return cells.find(({ id }) => id === owner);
}
