import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import { type PivotedQr, pivotedQr } from "../../numeric/qr.ts";
import type { Balances } from "./balances.ts";
import type { MeasuredFlows } from "./measured-flows.ts";
import { ZERO } from "./rounding.ts";

/** Balances linearised at a point, J x = b, and turned by Qᵀ of the unmeasured flows' columns: those are in the rows of their rank only. */
export interface ProjectedBalances {
  /** QR of the unmeasured flows' columns. */
  readonly unknowns: PivotedQr;
  /** rank × measured: the rows from which the unmeasured flows follow. */
  readonly top: DenseMatrix;
  /** G, the rows below: what the measurements have to obey by themselves. */
  readonly checks: DenseMatrix;
  /** Qᵀ b, for `top` and then for `checks`. */
  readonly right: Float64Array;
}

/** f(x₀) + J (x − x₀) = 0 without the unmeasured flows. */
export function projectedBalances(balances: Balances, flows: MeasuredFlows, at: Float64Array): ProjectedBalances {
  const n = flows.names.length;
  const { measuredAt, unknownAt } = flows;
  const jacobian = balances.jacobian(at);
  const rows = jacobian.rows;
  const cell = (i: number, j: number) => jacobian.data[i * n + j]!;
  const values = balances.values(at);
  // J x = b
  const b = Float64Array.from({ length: rows }, (_, i) => {
    let sum = -values[i]!;
    for (let j = 0; j < n; j++) sum += cell(i, j) * at[j]!;
    return sum;
  });
  const u = unknownAt.length;
  const unknowns = pivotedQr(
    dense(
      rows,
      u,
      Float64Array.from({ length: rows * u }, (_, p) => cell(Math.floor(p / u), unknownAt[p % u]!)),
    ),
  );
  const k = measuredAt.length;
  const checks = dense(rows - unknowns.rank, k);
  const top = dense(unknowns.rank, k);
  for (const [c, j] of measuredAt.entries()) {
    const turned = unknowns.transposed(Float64Array.from({ length: rows }, (_, i) => cell(i, j)));
    for (let i = 0; i < rows; i++)
      if (i < unknowns.rank) top.data[i * k + c] = turned[i]!;
      else checks.data[(i - unknowns.rank) * k + c] = turned[i]!;
  }
  return { unknowns, top, checks, right: unknowns.transposed(b) };
}

/** A projected balance that stays open, by its row among all; null if all are met. */
export function openBalance(
  { unknowns, checks, right }: ProjectedBalances,
  { measuredAt }: MeasuredFlows,
  x: Float64Array,
): { readonly row: number; readonly rest: number } | null {
  const k = measuredAt.length;
  let open: { readonly row: number; readonly rest: number } | null = null;
  for (let i = 0; i < checks.rows; i++) {
    let [rest, size] = [-right[unknowns.rank + i]!, Math.abs(right[unknowns.rank + i]!)];
    for (const [c, j] of measuredAt.entries()) {
      const term = checks.data[i * k + c]! * x[j]!;
      rest += term;
      size += Math.abs(term);
    }
    if (Math.abs(rest) > ZERO * size) open = { row: unknowns.rank + i, rest };
  }
  return open;
}
