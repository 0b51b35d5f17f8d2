import { type AnyNode, type Expression, Parser } from "acorn";
import { full } from "acorn-walk";

/** The names that a CommonJS module gives, as far as its text shows them, and the module whose names it passes on. */
export interface CommonJsNames {
  readonly names: readonly string[];
  /** The texts of `module.exports = require("…")` and of TypeScript's `__exportStar(require("…"), exports)`. */
  readonly passedOn: readonly string[];
}

/** Finds the names that a CommonJS module exports, without running it. */
export function commonJsNames(text: string): CommonJsNames {
  const names = new Set<string>();
  const passedOn = new Set<string>();
  const root = Parser.parse(text, { ecmaVersion: "latest", allowReturnOutsideFunction: true, allowHashBang: true });
  full(root, (visited) => {
    const node = visited as AnyNode;
    if (node.type === "AssignmentExpression") {
      const { left, right } = node;
      if (left.type === "MemberExpression" && isExports(left.object as Expression)) {
        const name = propertyOf(left);
        if (name !== undefined) names.add(name);
      }
      if (isExports(left as Expression)) {
        const required = requiredBy(right);
        if (required !== undefined) passedOn.add(required);
        if (right.type === "ObjectExpression")
          for (const property of right.properties)
            if (property.type === "Property" && !property.computed) names.add(keyOf(property.key as Expression) ?? "");
      }
    } else if (node.type === "CallExpression") {
      const [first, second] = node.arguments;
      const callee = node.callee.type === "MemberExpression" ? propertyOf(node.callee) : undefined;
      if (callee === "defineProperty" && first && isExports(first as Expression) && second?.type === "Literal")
        names.add(String(second.value));
      const star = node.callee.type === "Identifier" ? node.callee.name : callee;
      const required = first && star === "__exportStar" ? requiredBy(first as Expression) : undefined;
      if (required !== undefined) passedOn.add(required);
    }
  });
  for (const none of ["", "default", "__esModule"]) names.delete(none);
  return { names: [...names].sort(), passedOn: [...passedOn] };
}

/** Whether a text is an ECMAScript module rather than CommonJS. */
export function isModuleText(text: string): boolean {
  try {
    const { body } = Parser.parse(text, { ecmaVersion: "latest", sourceType: "module", allowHashBang: true });
    return body.some(({ type }) => type === "ImportDeclaration" || type.startsWith("Export"));
  } catch {
    return false;
  }
}

/** Whether an ECMAScript module has a default export of its own. */
export function hasDefault(text: string): boolean {
  const { body } = Parser.parse(text, { ecmaVersion: "latest", sourceType: "module", allowHashBang: true });
  return body.some(
    (node) =>
      node.type === "ExportDefaultDeclaration" ||
      (node.type === "ExportNamedDeclaration" && node.specifiers.some(({ exported }) => keyOf(exported) === "default")),
  );
}

/** `exports` or `module.exports`. */
function isExports(node: Expression): boolean {
  if (node.type === "Identifier") return node.name === "exports";
  return (
    node.type === "MemberExpression" &&
    node.object.type === "Identifier" &&
    node.object.name === "module" &&
    propertyOf(node) === "exports"
  );
}

function propertyOf({ property, computed }: Extract<AnyNode, { type: "MemberExpression" }>): string | undefined {
  if (!computed) return property.type === "Identifier" ? property.name : undefined;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : undefined;
}

function keyOf(node: Expression): string | undefined {
  if (node.type === "Identifier") return node.name;
  return node.type === "Literal" ? String(node.value) : undefined;
}

function requiredBy(node: Expression): string | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== "require")
    return undefined;
  const [first] = node.arguments;
  return first?.type === "Literal" && typeof first.value === "string" ? first.value : undefined;
}
