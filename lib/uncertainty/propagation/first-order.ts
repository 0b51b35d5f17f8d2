import { compileExpression } from "../../numeric/expression/compile-expression.ts";
import { derivative } from "../../numeric/expression/derivative.ts";
import type { Expression } from "../../numeric/expression/expression.ts";

/** A variable: its value and half of its 95 % interval, per cent of the value. */
export interface KnownValue {
  readonly name: string;
  readonly value: number;
  readonly percent: number;
}

export interface Sensitivity {
  readonly name: string;
  /** ∂f/∂x, as an expression and at the point */
  readonly slope: Expression;
  readonly derivative: number;
  /** Share of the variance of f */
  readonly share: number;
}

export interface FirstOrder {
  readonly value: number;
  /** Half of the 95 % interval, in the unit of f */
  readonly half: number;
  /** The same in per cent of f; null where f is 0 */
  readonly percent: number | null;
  readonly sensitivities: readonly Sensitivity[];
}

/**
 * First-order propagation of independent errors through a formula, by its exact derivatives: U = √Σ (∂f/∂xᵢ · xᵢ Uᵢ)² / |f|.
 * For a product it is Equation 3.1 and for a sum Equation 3.2 of the IPCC 2006 Guidelines, Vol 1 Ch 3. Variables that are not
 * given have no error.
 */
export function propagateFirstOrder(formula: Expression, known: readonly KnownValue[]): FirstOrder {
  const names = known.map(({ name }) => name);
  const at = known.map(({ value }) => value);
  const value = compileExpression(formula, names)(at);
  const rows = known.map(({ name, value: x, percent }) => {
    const slope = derivative(formula, name);
    const found = compileExpression(slope, names)(at);
    // A variable without an error does not contribute, even if the derivative does not exist.
    return { name, slope, derivative: found, error: percent === 0 || x === 0 ? 0 : found * x * (percent / 100) };
  });
  const half = Math.hypot(...rows.map(({ error }) => error));
  return {
    value,
    half,
    percent: value === 0 ? null : (100 * half) / Math.abs(value),
    sensitivities: rows.map(({ error, ...row }) => ({ ...row, share: half === 0 ? 0 : (error / half) ** 2 })),
  };
}
