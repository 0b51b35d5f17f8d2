import { type PivotedQr, solveUpper } from "../../numeric/qr.ts";
import type { MeasuredFlows } from "./measured-flows.ts";
import type { NearestFlows } from "./nearest-flows.ts";
import type { ProjectedBalances } from "./projected-balances.ts";
import { ZERO } from "./rounding.ts";

/** A flow after reconciliation. */
export interface ReconciledFlow {
  readonly name: string;
  readonly measured: number | null;
  /** Its value; null if the balances do not determine it. */
  readonly value: number | null;
  /** Standard deviation afterwards; null if it is not determined. */
  readonly sigma: number | null;
  /**
   * redundant: measured, and checked by the balances; unchecked: measured, but nothing checks it; observable: not
   * measured, and determined by the balances; unobservable: not measured and not determined.
   */
  readonly status: "redundant" | "unchecked" | "observable" | "unobservable";
  /** Adjustment over its standard deviation, with the sign of measured − value; null if nothing checks it. */
  readonly z: number | null;
}

/** What the balances check of the measurements. */
export class Redundancy {
  /** Q₁: an orthonormal basis of what the balances check, in units of standard deviations. */
  readonly basis: readonly Float64Array[];
  /** Share of each measurement's variance that the balances take away. */
  readonly checked: readonly number[];

  constructor(qr: PivotedQr, measured: number) {
    this.basis = Array.from({ length: qr.rank }, (_, c) => {
      const unit = new Float64Array(measured);
      unit[c] = 1;
      return qr.product(unit);
    });
    this.checked = Array.from({ length: measured }, (_, c) => this.basis.reduce((sum, q) => sum + q[c]! ** 2, 0));
  }

  /** Whether the share is above rounding. */
  isRedundant(c: number): boolean {
    return this.checked[c]! > ZERO;
  }

  /** Pairs of redundant measurements, of which a gross error of one looks like one of the other. */
  indistinguishable(): (readonly [number, number])[] {
    const pairs: (readonly [number, number])[] = [];
    const { basis, checked } = this;
    for (let c = 0; c < checked.length; c++)
      for (let d = c + 1; d < checked.length; d++) {
        if (!this.isRedundant(c) || !this.isRedundant(d)) continue;
        const dot = basis.reduce((sum, q) => sum + q[c]! * q[d]!, 0);
        if (dot * dot >= (1 - ZERO) * checked[c]! * checked[d]!) pairs.push([c, d]);
      }
    return pairs;
  }
}

/** The flows with what is known of them now, in the order in which they were given. */
export function reconciledFlows(
  flows: MeasuredFlows,
  projected: ProjectedBalances,
  { x, adjustments }: NearestFlows,
  redundancy: Redundancy,
): ReconciledFlow[] {
  const result: ReconciledFlow[] = flows.names.map((name) => ({
    name,
    measured: null,
    value: null,
    sigma: null,
    status: "unobservable",
    z: null,
  }));
  for (const [c, j] of flows.measuredAt.entries()) {
    const isRedundant = redundancy.isRedundant(c);
    const checked = redundancy.checked[c]!;
    result[j] = {
      name: flows.names[j]!,
      measured: flows.values[c]!,
      value: x[j]!,
      sigma: flows.sigmas[c]! * Math.sqrt(Math.max(0, 1 - checked)),
      status: isRedundant ? "redundant" : "unchecked",
      z: isRedundant ? adjustments[c]! / Math.sqrt(checked) : null,
    };
  }
  for (const [j, sigma] of observableFlows(flows, projected, redundancy))
    result[j] = { name: flows.names[j]!, measured: null, value: x[j]!, sigma, status: "observable", z: null };
  return result;
}

/** Places of the unmeasured flows that the balances determine, each with its standard deviation. */
function observableFlows(
  { measuredAt, unknownAt, sigmas: w }: MeasuredFlows,
  { unknowns, top }: ProjectedBalances,
  { basis }: Redundancy,
): (readonly [number, number])[] {
  const k = measuredAt.length;
  // u = R₁⁻¹ (Qᵀ b − top x): its part in each measurement, and whether a free column moves it.
  const rank = unknowns.rank;
  const ofFree = Array.from({ length: unknownAt.length - rank }, (_, d) =>
    solveUpper(
      unknowns,
      Array.from({ length: rank }, (_, i) => unknowns.r(i, rank + d)),
    ),
  );
  const parts = Array.from({ length: k }, (_, c) =>
    solveUpper(
      unknowns,
      Array.from({ length: rank }, (_, i) => top.data[i * k + c]!),
    ),
  );
  const observable: (readonly [number, number])[] = [];
  for (let i = 0; i < rank; i++) {
    if (ofFree.some((column) => Math.abs(column[i]!) > ZERO)) continue;
    // Variance of Σ p_c x_c with Cov(x) = W (I − Q₁ Q₁ᵀ) W.
    const p = parts.map((column, c) => column[i]! * w[c]!);
    const all = p.reduce((sum, value) => sum + value * value, 0);
    const taken = basis.reduce((sum, q) => sum + p.reduce((dot, value, c) => dot + value * q[c]!, 0) ** 2, 0);
    observable.push([unknownAt[unknowns.order[i]!]!, Math.sqrt(Math.max(0, all - taken))]);
  }
  return observable;
}
