import { dense } from "../../numeric/matrix.ts";
import { type PivotedQr, pivotedQr, solveUpper, solveUpperTransposed } from "../../numeric/qr.ts";
import type { MeasuredFlows } from "./measured-flows.ts";
import type { ProjectedBalances } from "./projected-balances.ts";
import { ZERO } from "./rounding.ts";

/** The flows nearest to the measurements, in standard deviations, that obey balances linearised at a point. */
export interface NearestFlows {
  readonly x: Float64Array;
  /** QR of (G S^½)ᵀ: its rank is the number of independent checks. */
  readonly qr: PivotedQr;
  /** (m − x)/σ, one a measured flow. */
  readonly adjustments: Float64Array;
}

/** x = m − S Gᵀ (G S Gᵀ)⁻¹ (G m − d), and the unmeasured flows that follow; those that are not determined stay as they are. */
export function nearestFlows(projected: ProjectedBalances, flows: MeasuredFlows, at: Float64Array): NearestFlows {
  const { qr, adjustments } = adjusted(projected, flows);
  const x = Float64Array.from(at);
  for (const [c, j] of flows.measuredAt.entries()) x[j] = flows.values[c]! - flows.sigmas[c]! * adjustments[c]!;
  setUnmeasured(projected, flows, at, x);
  return { x, qr, adjustments };
}

function adjusted({ unknowns, checks: g, right }: ProjectedBalances, { values: m, sigmas: w }: MeasuredFlows) {
  const k = m.length;
  const left = g.rows;
  // (G W)ᵀ P = Q R, with unit rows first: balances of other units or sizes have no other weight in the rank.
  const rowSize = Array.from({ length: left }, (_, i) => {
    let sum = 0;
    for (let c = 0; c < k; c++) sum += (g.data[i * k + c]! * w[c]!) ** 2;
    return Math.sqrt(sum);
  });
  const largestRow = Math.max(...rowSize, 0);
  const scale = rowSize.map((size) => (size > ZERO * largestRow ? 1 / size : 0));
  const weighted = dense(k, left);
  for (let i = 0; i < left; i++)
    for (let c = 0; c < k; c++) weighted.data[c * left + i] = g.data[i * k + c]! * w[c]! * scale[i]!;
  const qr = pivotedQr(weighted);
  const open = Float64Array.from({ length: left }, (_, i) => {
    let sum = -right[unknowns.rank + i]!;
    for (let c = 0; c < k; c++) sum += g.data[i * k + c]! * m[c]!;
    return sum;
  });
  const solved = solveUpperTransposed(
    qr,
    Array.from({ length: qr.rank }, (_, i) => open[qr.order[i]!]! * scale[qr.order[i]!]!),
  );
  const padded = new Float64Array(k);
  padded.set(solved);
  return { qr, adjustments: qr.product(padded) };
}

/** The unmeasured flows of independent columns; the others stay where they are. */
function setUnmeasured(
  { unknowns, top, right }: ProjectedBalances,
  { measuredAt, unknownAt }: MeasuredFlows,
  at: Float64Array,
  x: Float64Array,
): void {
  const k = measuredAt.length;
  const free = Array.from({ length: unknownAt.length - unknowns.rank }, (_, d) => unknowns.order[unknowns.rank + d]!);
  const rest = Float64Array.from({ length: unknowns.rank }, (_, i) => {
    let sum = right[i]!;
    for (const [c, j] of measuredAt.entries()) sum -= top.data[i * k + c]! * x[j]!;
    for (const [d, column] of free.entries()) sum -= unknowns.r(i, unknowns.rank + d) * at[unknownAt[column]!]!;
    return sum;
  });
  for (const [i, value] of solveUpper(unknowns, rest).entries()) x[unknownAt[unknowns.order[i]!]!] = value;
}
