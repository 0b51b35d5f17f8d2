import { UncertaintyError } from "./uncertainty-error.ts";

/** An arithmetic expression, read: numbers, variables, operations and functions of one or more arguments. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "call"; readonly of: string; readonly args: readonly Expression[] };

/** How deep brackets may be nested. */
const DEPTH = 200;
/** Operations of a model, at most: sums to the left are as deep as they are long. */
const TOKENS = 2000;

/** Functions of one argument that are those of JavaScript's Math. */
const plain = [
  ...(["abs", "sqrt", "cbrt", "exp", "log", "log2", "log10", "sin", "cos", "tan", "asin", "acos", "atan"] as const),
  ...(["sinh", "cosh", "tanh", "floor", "ceil", "round", "sign"] as const),
];

/** Operations and functions by name, each with the numbers of arguments that it takes. */
export const operations: Readonly<Record<string, { apply(...args: number[]): number; least: number; most: number }>> = {
  "+": { apply: (a, b) => a! + b!, least: 2, most: 2 },
  "-": { apply: (a, b) => a! - b!, least: 2, most: 2 },
  "*": { apply: (a, b) => a! * b!, least: 2, most: 2 },
  "/": { apply: (a, b) => a! / b!, least: 2, most: 2 },
  "^": { apply: (a, b) => a! ** b!, least: 2, most: 2 },
  negate: { apply: (a) => -a!, least: 1, most: 1 },
  ...Object.fromEntries(plain.map((name) => [name, { apply: (x: number) => Math[name](x), least: 1, most: 1 }])),
  ln: { apply: (a) => Math.log(a!), least: 1, most: 1 },
  atan2: { apply: (a, b) => Math.atan2(a!, b!), least: 2, most: 2 },
  pow: { apply: (a, b) => a! ** b!, least: 2, most: 2 },
  min: { apply: Math.min, least: 1, most: 99 },
  max: { apply: Math.max, least: 1, most: 99 },
};

const constants: Readonly<Record<string, number>> = { pi: Math.PI, PI: Math.PI, e: Math.E };
const TOKEN = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_.]*)|(\*\*|[-+*/^(),]))/uy;

/**
 * Reads an arithmetic expression: + − * / ^ (or **), brackets, the usual functions, pi and e (unless a variable has the name).
 * `^` binds to the right and before a sign, as in mathematics: −x^2 = −(x²). Nothing is ever run as a program.
 */
export function readExpression(text: string, variables: readonly string[]): Expression {
  const tokens = tokensOf(text);
  if (tokens.length > TOKENS)
    throw new UncertaintyError(
      "model",
      `The model has ${tokens.length} numbers, names and signs; at most ${TOKENS} were expected. Split it.`,
    );
  let at = 0;
  const peek = () => tokens[at]?.text;
  const trouble = (what: string): never => {
    const token = tokens[at];
    const where = token ? `at character ${token.at + 1} ("${token.text}")` : "at the end";
    throw new UncertaintyError("model", `The model ${brief(text)} cannot be read ${where}: ${what}.`);
  };
  const take = (symbol: string) => {
    if (peek() !== symbol) trouble(`"${symbol}" was expected`);
    at += 1;
  };
  let depth = 0;
  /** Brackets and signs in one another are calls in one another, here and where the model is run. */
  const deeper = (read: () => Expression): Expression => {
    depth += 1;
    if (depth > DEPTH) trouble(`at most ${DEPTH} brackets and signs may stand in one another`);
    const inner = read();
    depth -= 1;
    return inner;
  };
  const call = (of: string, ...args: Expression[]): Expression => ({ kind: "call", of, args });

  function sum(): Expression {
    let left = product();
    for (let sign = peek(); sign === "+" || sign === "-"; sign = peek()) {
      at += 1;
      left = call(sign, left, product());
    }
    return left;
  }
  function product(): Expression {
    let left = signed();
    for (let sign = peek(); sign === "*" || sign === "/"; sign = peek()) {
      at += 1;
      left = call(sign, left, signed());
    }
    return left;
  }
  function signed(): Expression {
    if (peek() === "-") {
      at += 1;
      return call("negate", deeper(signed));
    }
    if (peek() === "+") {
      at += 1;
      return deeper(signed);
    }
    return power();
  }
  function power(): Expression {
    const base = atom();
    if (peek() !== "^" && peek() !== "**") return base;
    at += 1;
    return call("^", base, deeper(signed));
  }
  function atom(): Expression {
    const token = tokens[at];
    if (!token) return trouble("a number, a variable or a bracket was expected");
    if (token.text === "(") {
      at += 1;
      const inner = deeper(sum);
      take(")");
      return inner;
    }
    if (token.kind === "number") {
      at += 1;
      return { kind: "number", value: Number(token.text) };
    }
    if (token.kind !== "name") return trouble("a number, a variable or a bracket was expected");
    if (tokens[at + 1]?.text === "(" && Object.hasOwn(operations, token.text)) return application(token.text);
    if (variables.includes(token.text)) {
      at += 1;
      return { kind: "variable", name: token.text };
    }
    if (!Object.hasOwn(constants, token.text))
      return trouble(`there is no variable or function of this name; the variables are ${variables.join(", ")}`);
    at += 1;
    return { kind: "number", value: constants[token.text]! };
  }
  function application(name: string): Expression {
    at += 1;
    take("(");
    const args = [deeper(sum)];
    while (peek() === ",") {
      at += 1;
      args.push(deeper(sum));
    }
    const { least, most } = operations[name]!;
    if (args.length < least || args.length > most) trouble(`${name} takes ${least} arguments, but ${args.length} came`);
    take(")");
    return call(name, ...args);
  }

  const whole = sum();
  if (at < tokens.length) trouble("an operation was expected");
  return whole;
}

function brief(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}

interface Token {
  readonly kind: "number" | "name" | "symbol";
  readonly text: string;
  readonly at: number;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match)
      throw new UncertaintyError(
        "model",
        `The model ${brief(text)} has a character that is not arithmetic at ${from + 1}: "${text.slice(from).trim()[0]}".`,
      );
    const [number, name, symbol] = [match[1], match[2], match[3]];
    const found = (number ?? name ?? symbol)!;
    tokens.push({
      kind: number === undefined ? (name === undefined ? "symbol" : "name") : "number",
      text: found,
      at: TOKEN.lastIndex - found.length,
    });
  }
  return tokens;
}
