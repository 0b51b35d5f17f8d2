/**
 * The arithmetic in which a model is written once and evaluated in several number systems: plain numbers, or numbers that carry
 * their derivatives (forward mode of automatic differentiation). Angles and integers are not needed by balances.
 */
export interface Arithmetic<N> {
  /** A constant: its derivatives are zero. */
  of(value: number): N;
  /** The value without derivatives. Branches of a model may look at it; they are taken as locally constant. */
  value(x: N): number;
  add(a: N, b: N): N;
  sub(a: N, b: N): N;
  mul(a: N, b: N): N;
  div(a: N, b: N): N;
  /** `a` times a plain number. */
  scale(a: N, factor: number): N;
  /** Σ of all. */
  sum(all: readonly N[]): N;
  exp(a: N): N;
  log(a: N): N;
  sqrt(a: N): N;
  /** a to a constant power. */
  power(a: N, exponent: number): N;
  min(a: N, b: N): N;
  max(a: N, b: N): N;
}

/** Plain numbers as constants of an arithmetic, by name. */
export function constants<N>(arithmetic: Arithmetic<N>, values: Readonly<Record<string, number>>): Record<string, N> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, arithmetic.of(value)]));
}

/** Plain numbers. */
export const realArithmetic: Arithmetic<number> = {
  of: (value) => value,
  value: (x) => x,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  scale: (a, factor) => a * factor,
  sum: (all) => all.reduce((sum, each) => sum + each, 0),
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  power: (a, exponent) => a ** exponent,
  min: Math.min,
  max: Math.max,
};
