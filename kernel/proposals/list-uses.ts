import { type AnyNode, parseExpressionAt } from "acorn";
import { full } from "acorn-walk";

/**
 * Whether compiled code uses a name only in ways that a list of records allows: it reads no property of it that lists do not have,
 * such as `get` of an Arrow table.
 */
export function isUsedAsList(code: string, name: string): boolean {
  let isList = true;
  full(parseExpressionAt(code, 0, { ecmaVersion: "latest" }), (node) => {
    const { type } = node;
    if (type !== "MemberExpression") return;
    const { object, property, computed } = node as Extract<AnyNode, { type: "MemberExpression" }>;
    if (object.type !== "Identifier" || object.name !== name || computed || property.type !== "Identifier") return;
    if (!(property.name in Array.prototype)) isList = false;
  });
  return isList;
}
