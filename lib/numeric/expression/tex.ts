import type { Comparator, Comparison, Expression } from "./expression.ts";
import { texName, texNumber } from "./tex-name.ts";

/** Precedence of a piece of TeX: lower precedence than its context requires brackets. */
const SUM = 1;
const PRODUCT = 2;
const POWER = 3;
const ATOM = 4;

interface Piece {
  readonly tex: string;
  readonly level: number;
}

/** An expression in TeX: fractions, powers, products with a dot, conditionals as cases. */
export function texOf(expression: Expression): string {
  return pieceOf(expression).tex;
}

function pieceOf(expression: Expression): Piece {
  switch (expression.kind) {
    case "number":
      return { tex: texNumber(expression.value), level: levelOf(expression.value) };
    case "variable":
      return { tex: texName(expression.name), level: ATOM };
    case "choice": {
      const { condition, yes, no } = expression;
      const [holds, fails] = [comparisonOf(condition), comparisonOf({ ...condition, of: opposite[condition.of] })];
      return {
        tex: `\\begin{cases} ${texOf(yes)} & ${holds} \\\\ ${texOf(no)} & ${fails} \\end{cases}`,
        // Only a bracket marks the end of cases.
        level: SUM,
      };
    }
    case "call":
      return callOf(expression.of, expression.args);
  }
}

/** The base of a power is bracketed if it is negative or has a power of ten. */
function levelOf(value: number): number {
  if (value < 0) return SUM;
  return texNumber(value).includes("10^") ? PRODUCT : ATOM;
}

function within(expression: Expression, level: number): string {
  const piece = pieceOf(expression);
  return piece.level < level ? `\\left(${piece.tex}\\right)` : piece.tex;
}

function callOf(of: string, args: readonly Expression[]): Piece {
  const [a, b] = [args[0]!, args[1]!];
  switch (of) {
    case "+":
      return { tex: `${within(a, SUM)} + ${afterSign(b)}`, level: SUM };
    case "-":
      return { tex: `${within(a, SUM)} - ${within(b, PRODUCT)}`, level: SUM };
    case "negate":
      return { tex: `-${within(a, PRODUCT)}`, level: SUM };
    case "*":
    case "/":
      return productOf(of, a, b);
    case "^":
    case "pow":
      return { tex: `${within(a, ATOM)}^{${texOf(b)}}`, level: POWER };
    case "exp":
      return { tex: `e^{${texOf(a)}}`, level: POWER };
    case "expm1":
      return { tex: `e^{${texOf(a)}} - 1`, level: SUM };
    case "log1p":
      return { tex: `\\ln\\left(1 + ${within(a, SUM)}\\right)`, level: ATOM };
    case "sqrt":
      return { tex: `\\sqrt{${texOf(a)}}`, level: ATOM };
    case "cbrt":
      return { tex: `\\sqrt[3]{${texOf(a)}}`, level: ATOM };
    case "abs":
      return { tex: `\\left|${texOf(a)}\\right|`, level: ATOM };
  }
  return {
    tex: `${functions[of] ?? `\\operatorname{${of}}`}\\left(${args.map(texOf).join(", ")}\\right)`,
    level: ATOM,
  };
}

/** A sum after a plus needs no brackets, but a sign does. */
function afterSign(expression: Expression): string {
  const isSum = expression.kind === "call" && (expression.of === "+" || expression.of === "-");
  return isSum ? texOf(expression) : within(expression, PRODUCT);
}

interface Factor {
  readonly expression: Expression;
  readonly divides: boolean;
}

/** The factors of a product, in order: `a * b / c` is a, b and, in the denominator, c. */
function factorsOf(expression: Expression): Factor[] {
  if (expression.kind !== "call" || (expression.of !== "*" && expression.of !== "/"))
    return [{ expression, divides: false }];
  const [left, right] = [expression.args[0]!, expression.args[1]!];
  return [...factorsOf(left), { expression: right, divides: expression.of === "/" }];
}

/** A minus sign is placed before the whole product. */
function productOf(of: string, a: Expression, b: Expression): Piece {
  const [first, ...rest] = factorsOf({ kind: "call", of, args: [a, b] });
  const { expression } = first!;
  if (expression.kind !== "call" || expression.of !== "negate")
    return { tex: fractions([first!, ...rest]), level: PRODUCT };
  return { tex: `-${fractions([{ expression: expression.args[0]!, divides: false }, ...rest])}`, level: SUM };
}

/**
 * A divisor goes below all preceding factors, or below the last factor only if that is a number too (44/12) or a
 * fraction already precedes it.
 */
function fractions(factors: readonly Factor[]): string {
  const above: { readonly expression?: Expression; readonly tex: string }[] = [];
  for (let at = 0; at < factors.length; ) {
    if (!factors[at]!.divides) {
      const { expression } = factors[at++]!;
      above.push({ expression, tex: within(expression, PRODUCT) });
      continue;
    }
    const from = at;
    while (factors[at]?.divides) at++;
    const below = factors.slice(from, at).map(({ expression }) => expression);
    const last = above.at(-1)!.expression;
    const isRatio = [last, ...below].every((each) => each?.kind === "number");
    const isAlone = isRatio || above.some(({ expression }) => expression === undefined);
    const divided = above.splice(isAlone ? above.length - 1 : 0);
    above.push({ tex: `\\frac{${inFraction(divided)}}{${dots(below)}}` });
  }
  return above.map(({ tex }) => tex).join(" \\cdot ");
}

/** One factor needs no brackets in a fraction. */
function inFraction(factors: readonly { readonly expression?: Expression; readonly tex: string }[]): string {
  const [only] = factors;
  if (factors.length === 1 && only?.expression) return texOf(only.expression);
  return factors.map(({ tex }) => tex).join(" \\cdot ");
}

function dots(factors: readonly Expression[]): string {
  return factors.length === 1 ? texOf(factors[0]!) : factors.map((factor) => within(factor, PRODUCT)).join(" \\cdot ");
}

function comparisonOf({ of, left, right }: Comparison): string {
  return `${texOf(left)} ${signs[of]} ${texOf(right)}`;
}

const signs: Readonly<Record<Comparator, string>> = {
  "<": "<",
  "<=": "\\le",
  ">": ">",
  ">=": "\\ge",
  "==": "=",
  "!=": "\\ne",
};

const opposite: Readonly<Record<Comparator, Comparator>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "==": "!=",
  "!=": "==",
};

/** Functions with a name in TeX; the logarithm of one argument is the natural one. */
const functions: Readonly<Record<string, string>> = {
  log: "\\ln",
  ln: "\\ln",
  log2: "\\log_2",
  log10: "\\log_{10}",
  sin: "\\sin",
  cos: "\\cos",
  tan: "\\tan",
  asin: "\\arcsin",
  acos: "\\arccos",
  atan: "\\arctan",
  sinh: "\\sinh",
  cosh: "\\cosh",
  tanh: "\\tanh",
  min: "\\min",
  max: "\\max",
};
