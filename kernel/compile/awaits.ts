import type { AnyNode } from "acorn";
import { recursive } from "acorn-walk";

/** Whether a cell uses top-level await, so that its function must be async. */
export function hasAwait(root: AnyNode): boolean {
  let found = false;
  const skip = () => {};
  recursive(root, null, {
    FunctionDeclaration: skip,
    FunctionExpression: skip,
    ArrowFunctionExpression: skip,
    AwaitExpression() {
      found = true;
    },
    VariableDeclaration(node, state, visit) {
      if (node.kind === "await using") found = true;
      for (const declaration of node.declarations) visit(declaration, state);
    },
    ForOfStatement(node, state, visit) {
      if (node.await) found = true;
      visit(node.left, state);
      visit(node.right, state);
      visit(node.body, state);
    },
  });
  return found;
}
