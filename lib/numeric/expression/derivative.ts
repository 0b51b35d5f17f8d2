import type { Expression } from "./expression.ts";
import {
  call,
  choice,
  difference,
  is,
  isNumber,
  negated,
  numberOf,
  ONE,
  power,
  product,
  quotient,
  sum,
  ZERO,
} from "./simplify.ts";

/**
 * The derivative of an expression with respect to a variable, exact wherever it exists. At a jump or corner of a function
 * (sign, floor, abs, min, max, a condition), it is that of the branch that the expression takes.
 */
export function derivative(of: Expression, by: string): Expression {
  switch (of.kind) {
    case "number":
      return ZERO;
    case "variable":
      return of.name === by ? ONE : ZERO;
    case "choice":
      return choice(of, derivative(of.yes, by), derivative(of.no, by));
    case "call":
      return derivativeOfCall(of.of, of.args, by);
  }
}

function derivativeOfCall(of: string, args: readonly Expression[], by: string): Expression {
  const [a, b] = [args[0]!, args[1]!];
  const inner = args.map((arg) => derivative(arg, by));
  const [da, db] = [inner[0]!, inner[1]!];
  switch (of) {
    case "+":
      return sum(da, db);
    case "-":
      return difference(da, db);
    case "*":
      return sum(product(da, b), product(a, db));
    case "/":
      return is(db, 0) ? quotient(da, b) : quotient(difference(product(da, b), product(a, db)), power(b, numberOf(2)));
    case "^":
    case "pow":
      return derivativeOfPower(a, b, da, db);
    case "negate":
      return negated(da);
    case "atan2":
      return quotient(difference(product(da, b), product(a, db)), sum(power(a, numberOf(2)), power(b, numberOf(2))));
    case "min":
    case "max":
      return derivativeOfExtreme(of, args, inner);
  }
  return product(slopes[of]!(a), da);
}

/** b a^(b − 1) a′ + a^b ln(a) b′, where one term vanishes if base or exponent is constant. */
function derivativeOfPower(a: Expression, b: Expression, da: Expression, db: Expression): Expression {
  const lower = isNumber(b) ? numberOf(b.value - 1) : difference(b, ONE);
  const ofBase = product(product(b, power(a, lower)), da);
  return is(db, 0) ? ofBase : sum(ofBase, product(product(power(a, b), call("ln", a)), db));
}

/** The derivative of the smallest or largest argument. */
function derivativeOfExtreme(of: "min" | "max", args: readonly Expression[], inner: readonly Expression[]): Expression {
  const [first, ...rest] = args;
  if (rest.length === 0) return inner[0]!;
  const right = rest.length === 1 ? rest[0]! : call(of, ...rest);
  const condition = { of: of === "min" ? "<=" : ">=", left: first!, right } as const;
  const whole = { kind: "choice", condition, yes: first!, no: right } as const;
  return choice(whole, inner[0]!, derivativeOfExtreme(of, rest, inner.slice(1)));
}

const squared = (a: Expression) => power(a, numberOf(2));
const inverse = (a: Expression) => quotient(ONE, a);
const flat = () => ZERO;

/** Derivatives of the functions of one argument. */
const slopes: Readonly<Record<string, (a: Expression) => Expression>> = {
  abs: (a) => call("sign", a),
  sqrt: (a) => inverse(product(numberOf(2), call("sqrt", a))),
  cbrt: (a) => inverse(product(numberOf(3), squared(call("cbrt", a)))),
  exp: (a) => call("exp", a),
  expm1: (a) => call("exp", a),
  log: inverse,
  ln: inverse,
  log1p: (a) => inverse(sum(ONE, a)),
  log2: (a) => inverse(product(numberOf(Math.LN2), a)),
  log10: (a) => inverse(product(numberOf(Math.LN10), a)),
  sin: (a) => call("cos", a),
  cos: (a) => negated(call("sin", a)),
  tan: (a) => inverse(squared(call("cos", a))),
  asin: (a) => inverse(call("sqrt", difference(ONE, squared(a)))),
  acos: (a) => negated(inverse(call("sqrt", difference(ONE, squared(a))))),
  atan: (a) => inverse(sum(ONE, squared(a))),
  sinh: (a) => call("cosh", a),
  cosh: (a) => call("sinh", a),
  tanh: (a) => inverse(squared(call("cosh", a))),
  floor: flat,
  ceil: flat,
  round: flat,
  sign: flat,
};
