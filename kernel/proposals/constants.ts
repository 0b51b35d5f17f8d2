import type { Expression, Pattern, PrivateIdentifier, Property, SpreadElement } from "acorn";
import { namespaceNames } from "../../lib/namespaces.ts";
import type { CellSyntax } from "../compile/syntax.ts";

/** A number that is written in a cell's code. */
export interface Constant {
  /** `net.coal`, `years[1]`, or the name that its expression defines. */
  readonly name: string;
  readonly value: number;
  /** Its range in the code. */
  readonly from: number;
  readonly to: number;
}

/** Longer lists of numbers are data; their elements are not listed one by one. */
const MOST_ELEMENTS = 12;

const namespaces: ReadonlySet<string> = new Set(namespaceNames);

/**
 * The numbers of a cell on which its value can depend smoothly: those that a name, a property or an element is defined as, and,
 * within arithmetic and the inputs of tools, those with a fraction or an exponent: whole numbers there are mostly counts, years and
 * exact conversions. Numbers in functions and in other calls are not listed, because such code may run many times, or sets options.
 */
export function findConstants(syntax: CellSyntax): Constant[] {
  const finder = new ConstantFinder();
  if (syntax.expression) finder.visit(syntax.expression, "", true);
  for (const statement of syntax.program?.body ?? []) {
    if (statement.type !== "VariableDeclaration") continue;
    for (const { id, init } of statement.declarations) if (init) finder.bind(id, init);
  }
  return finder.found;
}

class ConstantFinder {
  readonly found: Constant[] = [];

  /** Follows a pattern and the value that it takes apart in parallel. */
  bind(pattern: Pattern, init: Expression): void {
    const value = init.type === "AwaitExpression" ? init.argument : init;
    if (pattern.type === "Identifier") this.visit(value, pattern.name, true);
    else if (pattern.type === "AssignmentPattern") this.bind(pattern.left, value);
    else if (pattern.type === "ArrayPattern" && value.type === "ArrayExpression") {
      for (const [i, element] of value.elements.entries()) {
        if (!element || element.type === "SpreadElement") break;
        const own = pattern.elements[i];
        if (own && own.type !== "RestElement") this.bind(own, element);
      }
    } else if (pattern.type === "ObjectPattern" && value.type === "ObjectExpression") {
      if (value.properties.some(({ type }) => type === "SpreadElement")) return;
      for (const own of pattern.properties) {
        if (own.type === "RestElement" || own.computed) continue;
        const key = keyOf(own.key);
        const given = value.properties.find((each) => each.type === "Property" && keyOf(each.key) === key) as
          | Property
          | undefined;
        if (given && !given.computed) this.bind(own.value, given.value);
      }
    }
  }

  /** @param isWhole whether the expression is all of what the name stands for, rather than a part of its arithmetic */
  visit(node: Expression | SpreadElement, name: string, isWhole: boolean): void {
    switch (node.type) {
      case "Literal":
        if (typeof node.value === "number") this.#add(node.value, name, isWhole, node.raw ?? "", node);
        return;
      case "UnaryExpression": {
        const { argument, operator } = node;
        if (argument.type !== "Literal" || typeof argument.value !== "number") {
          if (operator === "-" || operator === "+") this.visit(argument, name, false);
        } else if (operator === "-") this.#add(-argument.value, name, isWhole, `-${argument.raw}`, node);
        return;
      }
      case "BinaryExpression":
        if (!["+", "-", "*", "/", "**"].includes(node.operator) || node.left.type === "PrivateIdentifier") return;
        this.visit(node.left, name, false);
        // An exponent is part of the formula.
        if (node.operator !== "**") this.visit(node.right, name, false);
        return;
      case "AwaitExpression":
        this.visit(node.argument, name, isWhole);
        return;
      case "ConditionalExpression":
        this.visit(node.consequent, name, false);
        this.visit(node.alternate, name, false);
        return;
      case "ArrayExpression": {
        if (node.elements.length > MOST_ELEMENTS) return;
        for (const [i, element] of node.elements.entries()) if (element) this.visit(element, `${name}[${i}]`, isWhole);
        return;
      }
      case "ObjectExpression":
        for (const property of node.properties) {
          if (property.type === "SpreadElement" || property.computed || property.kind !== "init") continue;
          const key = keyOf(property.key);
          if (key !== undefined) this.visit(property.value, name === "" ? key : `${name}.${key}`, isWhole);
        }
        return;
      case "CallExpression":
        if (isToolCall(node.callee)) {
          for (const argument of node.arguments)
            if (argument.type === "ObjectExpression") this.visit(argument, name, false);
        } else if (isMathCall(node.callee)) {
          for (const argument of node.arguments) this.visit(argument, name, false);
        }
    }
  }

  #add(value: number, name: string, isWhole: boolean, raw: string, { start, end }: { start: number; end: number }) {
    // A percentage of 0 is no width, and a power of ten is a conversion.
    if (!Number.isFinite(value) || value === 0) return;
    if (!isWhole && (!/[.eE]/.test(raw) || Number.isInteger(Math.log10(Math.abs(value))))) return;
    const parts = isWhole ? [name || raw] : [name, raw];
    this.found.push({ name: parts.filter(Boolean).join(" "), value, from: start, to: end });
  }
}

function keyOf(key: Expression | PrivateIdentifier): string | undefined {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : undefined;
}

function isToolCall(callee: Expression | { type: "Super" }): boolean {
  return (
    callee.type === "MemberExpression" && callee.object.type === "Identifier" && namespaces.has(callee.object.name)
  );
}

function isMathCall(callee: Expression | { type: "Super" }): boolean {
  return callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "Math";
}
