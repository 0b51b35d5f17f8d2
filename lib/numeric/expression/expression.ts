import { Fault } from "../../message/fault.ts";

/** A parsed arithmetic expression: numbers, variables, operations, functions, and conditionals. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "call"; readonly of: string; readonly args: readonly Expression[] }
  | { readonly kind: "choice"; readonly condition: Comparison; readonly yes: Expression; readonly no: Expression };

export interface Comparison {
  readonly of: Comparator;
  readonly left: Expression;
  readonly right: Expression;
}

export type Comparator = keyof typeof comparators;

/** Comparisons of two numbers. If either is NaN, only `!=` holds. */
export const comparators = {
  "<": (a: number, b: number) => a < b,
  "<=": (a: number, b: number) => a <= b,
  ">": (a: number, b: number) => a > b,
  ">=": (a: number, b: number) => a >= b,
  "==": (a: number, b: number) => a === b,
  "!=": (a: number, b: number) => a !== b,
} as const;

/** Thrown if a text is not an expression. The message names the text, the place in it and what was expected there. */
export class ExpressionError extends Fault {
  override readonly name = "ExpressionError";
}

/** The names of the variables of an expression, in the order of first occurrence. */
export function variablesOf(expression: Expression): string[] {
  const names = new Set<string>();
  const visit = (part: Expression): void => {
    if (part.kind === "variable") names.add(part.name);
    for (const inner of partsOf(part)) visit(inner);
  };
  visit(expression);
  return [...names];
}

/** The direct subexpressions, from left to right. */
export function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === "call") return expression.args;
  if (expression.kind !== "choice") return [];
  const { condition, yes, no } = expression;
  return [condition.left, condition.right, yes, no];
}

/** The expression with numbers in place of the named variables. */
export function withValues(expression: Expression, values: Readonly<Record<string, number>>): Expression {
  const inner = (part: Expression) => withValues(part, values);
  switch (expression.kind) {
    case "number":
      return expression;
    case "variable":
      return Object.hasOwn(values, expression.name) ? { kind: "number", value: values[expression.name]! } : expression;
    case "call":
      return { ...expression, args: expression.args.map(inner) };
    case "choice": {
      const { of, left, right } = expression.condition;
      const condition = { of, left: inner(left), right: inner(right) };
      return { kind: "choice", condition, yes: inner(expression.yes), no: inner(expression.no) };
    }
  }
}
