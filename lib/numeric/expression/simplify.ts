import type { Expression } from "./expression.ts";

/** Constructors that simplify: 0 and 1 vanish, numbers are computed, signs move to the front. */

type Call = Extract<Expression, { kind: "call" }>;

export const ZERO: Expression = { kind: "number", value: 0 };
export const ONE: Expression = { kind: "number", value: 1 };

export function numberOf(value: number): Expression {
  return { kind: "number", value };
}

export function call(of: string, ...args: Expression[]): Expression {
  return { kind: "call", of, args };
}

export function isNumber(of: Expression): of is Extract<Expression, { kind: "number" }> {
  return of.kind === "number";
}

export function is(of: Expression, value: number): boolean {
  return of.kind === "number" && of.value === value;
}

function isCall(of: Expression, name: string): of is Call {
  return of.kind === "call" && of.of === name;
}

/** A negative number, or an expression with a leading minus. */
function isNegative(of: Expression): boolean {
  return of.kind === "number" ? of.value < 0 : isCall(of, "negate");
}

export function negated(a: Expression): Expression {
  if (isNumber(a)) return numberOf(0 - a.value);
  return isCall(a, "negate") ? a.args[0]! : call("negate", a);
}

export function sum(a: Expression, b: Expression): Expression {
  if (is(a, 0)) return b;
  if (is(b, 0)) return a;
  if (isNumber(a) && isNumber(b)) return numberOf(a.value + b.value);
  return isNegative(b) ? difference(a, negated(b)) : call("+", a, b);
}

export function difference(a: Expression, b: Expression): Expression {
  if (is(a, 0)) return negated(b);
  if (is(b, 0)) return a;
  if (isNumber(a) && isNumber(b)) return numberOf(a.value - b.value);
  return isNegative(b) ? sum(a, negated(b)) : call("-", a, b);
}

export function product(a: Expression, b: Expression): Expression {
  if (is(a, 0) || is(b, 0)) return ZERO;
  if (is(a, 1)) return b;
  if (is(b, 1)) return a;
  if (isNumber(a) && isNumber(b)) return numberOf(a.value * b.value);
  if (isNegative(a)) return negated(product(negated(a), b));
  if (isNegative(b)) return negated(product(a, negated(b)));
  // 1/b times a is a/b; numbers move to the front and are combined.
  if (isCall(b, "/") && is(b.args[0]!, 1)) return quotient(a, b.args[1]!);
  if (isCall(a, "/") && is(a.args[0]!, 1)) return quotient(b, a.args[1]!);
  if (isNumber(b)) return product(b, a);
  return isCall(b, "*") && isNumber(a) && isNumber(b.args[0]!)
    ? product(numberOf(a.value * b.args[0].value), b.args[1]!)
    : call("*", a, b);
}

export function quotient(a: Expression, b: Expression): Expression {
  if (is(a, 0)) return ZERO;
  if (is(b, 1)) return a;
  if (isNegative(a)) return negated(quotient(negated(a), b));
  return isNegative(b) ? negated(quotient(a, negated(b))) : call("/", a, b);
}

export function power(a: Expression, b: Expression): Expression {
  if (is(b, 0)) return ONE;
  return is(b, 1) ? a : call("^", a, b);
}

/** The conditional, or its branch if both branches are equal. */
export function choice(of: Extract<Expression, { kind: "choice" }>, yes: Expression, no: Expression): Expression {
  if (isNumber(yes) && is(no, yes.value)) return yes;
  return { kind: "choice", condition: of.condition, yes, no };
}
