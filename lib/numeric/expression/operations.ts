/** Functions of one argument that are those of JavaScript's Math. */
const plain = [
  ...(["abs", "sqrt", "cbrt", "exp", "expm1", "log", "log1p", "log2", "log10", "sin", "cos", "tan"] as const),
  ...(["asin", "acos", "atan", "sinh", "cosh", "tanh", "floor", "ceil", "round", "sign"] as const),
];

export interface Operation {
  apply(...args: number[]): number;
  /** The allowed numbers of arguments. */
  readonly least: number;
  readonly most: number;
}

/** Operations and functions by name. */
export const operations: Readonly<Record<string, Operation>> = {
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

/** Numbers by name, unless a variable has the name. */
export const namedNumbers: Readonly<Record<string, number>> = { pi: Math.PI, PI: Math.PI, e: Math.E };
