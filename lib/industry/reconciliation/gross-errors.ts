import { z } from "zod";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { integerIn, ratio } from "../../tool/unit.ts";
import { chiSquareQuantile, chiSquareTail } from "../../uncertainty/distributions/chi-square-law.ts";
import { normalQuantile } from "../../uncertainty/distributions/normal-law.ts";
import type { Balances } from "./balances.ts";
import type { Measurement } from "./measured-flows.ts";
import { type Reconciliation, reconcile } from "./reconcile.ts";

/** How the level of the test of one measurement follows from that of all of them together. */
export type Correction = "Šidák" | "Bonferroni";

export const globalTestShape = z.object({
  chiSquare: ratio.describe("Σ (adjustment / σ)²"),
  degrees: integerIn("1").describe("Independent checks"),
  /** The quantile that χ² exceeds with probability α if no error is gross. */
  quantile: ratio.describe("What chiSquare exceeds with probability alpha if no error is gross"),
  /** Probability of a χ² as large as this if no error is gross. */
  probability: ratio.describe("Probability of a chiSquare as large as this if no error is gross"),
  passed: z.boolean(),
});
export type GlobalTest = ResultOf<typeof globalTestShape>;

/** A measurement that was taken out. */
export const grossErrorShape = z.object({
  flow: z.string(),
  measured: z.number(),
  /** What the other measurements say it is; null if they do not determine it. */
  estimate: z.number().nullable().describe("What the other measurements say; null: they do not determine it"),
  /** Its adjustment over its standard deviation when it was taken out. */
  z: ratio,
  alternatives: z.array(z.string()).describe("Measurements whose gross error would look the same"),
});
export type GrossError = ResultOf<typeof grossErrorShape>;

export interface TestedReconciliation {
  readonly reconciliation: Reconciliation;
  /** With all measurements. */
  readonly before: GlobalTest;
  /** Without those that were taken out. */
  readonly after: GlobalTest;
  /** |z| from which a measurement is doubted, with all measurements. */
  readonly critical: number;
  readonly grossErrors: readonly GrossError[];
}

export interface TestOptions {
  /** Probability of doubting anything if all is well. */
  readonly alpha: number;
  readonly correction: Correction;
  /** Whether doubted measurements are taken out. */
  readonly eliminates: boolean;
}

/**
 * Reconciles, and takes out gross errors one at a time: as long as the global test fails or a measurement test exceeds its
 * critical value, the measurement with the largest |z| becomes an unmeasured flow (serial elimination). The critical value is
 * that of the normal law at 1 − β/2, with β = 1 − (1 − α)^(1/k) (Šidák) or α/k (Bonferroni) for k redundant measurements.
 *
 * Romagnoli, Sánchez (2000), Data Processing and Reconciliation for Chemical Process Operations, Academic Press, ch. 7: global and
 * measurement tests, serial elimination.
 */
export async function reconcileTested(
  flows: readonly Measurement[],
  balances: Balances,
  { alpha, correction, eliminates }: TestOptions,
  work: Work = uninterrupted,
): Promise<TestedReconciliation> {
  let current = flows;
  let reconciliation = await reconcile(current, balances, work);
  const before = globalTest(reconciliation, alpha);
  const critical = criticalValue(reconciliation, alpha, correction);
  const found: Omit<GrossError, "estimate">[] = [];
  let after = before;
  while (eliminates && reconciliation.degrees > 0) {
    const doubted = largest(reconciliation);
    if (!doubted || (after.passed && Math.abs(doubted.z) <= criticalValue(reconciliation, alpha, correction))) break;
    const { flow, measured, z } = doubted;
    const alternatives = reconciliation.indistinguishable.flatMap(([a, b]) =>
      a === flow ? [b] : b === flow ? [a] : [],
    );
    found.push({ flow, measured, z, alternatives });
    current = current.map((each) => (each.name === flow ? { name: flow, measured: null, guess: measured } : each));
    reconciliation = await reconcile(current, balances, work);
    after = globalTest(reconciliation, alpha);
    await work.pause();
  }
  const estimateOf = (name: string) => reconciliation.flows.find((flow) => flow.name === name)!.value;
  const grossErrors = found.map((error) => ({ ...error, estimate: estimateOf(error.flow) }));
  return { reconciliation, before, after, critical, grossErrors };
}

function globalTest({ chiSquare, degrees }: Reconciliation, alpha: number): GlobalTest {
  // Nothing checks anything: there is nothing to fail.
  if (degrees === 0) return { chiSquare: 0, degrees, quantile: 0, probability: 1, passed: true };
  const probability = chiSquareTail(chiSquare, degrees);
  return {
    chiSquare,
    degrees,
    quantile: chiSquareQuantile(1 - alpha, degrees),
    probability,
    passed: probability >= alpha,
  };
}

function criticalValue({ flows }: Reconciliation, alpha: number, correction: Correction): number {
  const count = flows.filter(({ z }) => z !== null).length;
  if (count === 0) return Number.POSITIVE_INFINITY;
  const own = correction === "Bonferroni" ? alpha / count : -Math.expm1(Math.log1p(-alpha) / count);
  return normalQuantile(1 - own / 2);
}

function largest({ flows }: Reconciliation) {
  let found: { readonly flow: string; readonly measured: number; readonly z: number } | null = null;
  for (const { name, measured, z } of flows)
    if (z !== null && measured !== null && Math.abs(z) > Math.abs(found?.z ?? 0)) found = { flow: name, measured, z };
  return found;
}
