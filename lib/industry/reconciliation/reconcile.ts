import { messages } from "../../message/message.ts";
import type { PivotedQr } from "../../numeric/qr.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { IndustryError } from "../industry-error.ts";
import type { Balances } from "./balances.ts";
import { type ReconciledFlow, Redundancy, reconciledFlows } from "./flow-status.ts";
import { MeasuredFlows, type Measurement } from "./measured-flows.ts";
import { type NearestFlows, nearestFlows } from "./nearest-flows.ts";
import { openBalance, type ProjectedBalances, projectedBalances } from "./projected-balances.ts";

const texts = messages("industry.reconcile", {
  contradict: {
    en: "The balances contradict each other or the flows that are exact (sigma 0): {balance} stays open by {rest}. Give the exact flows an uncertainty, or correct the balance.",
    zh: "各平衡式彼此矛盾，或与被视为精确（sigma 为 0）的流股矛盾：{balance} 无法闭合，余量为 {rest}。请为精确的流股给出不确定度，或修改平衡式。",
  },
  noRest: {
    en: "The balances are not linear and do not come to rest in {count} steps; the last changed the flows by {step} of their size. Give better first guesses of the unmeasured flows.",
    zh: "非线性平衡式迭代 {count} 步后仍不收敛；最后一步流股的相对变化为 {step}。请为未测流股给出更好的初值。",
  },
  notFinite: {
    en: "The balance {balance} gives {value} at the measured flows. Check what it divides by, and the first guesses of the unmeasured flows.",
    zh: "平衡式 {balance} 在测量值处的结果为 {value}。请检查其除数，以及未测流股的初值。",
  },
});

const MOST = 100;
/** Relative change from which the balances are taken as at rest. */
const AT_REST = 1e-12;

export interface Reconciliation {
  readonly flows: readonly ReconciledFlow[];
  /** f(x) afterwards, one number a balance. Null where a balance has a flow that is not determined. */
  readonly residuals: readonly (number | null)[];
  /** Σ ((m − x)/σ)², which is χ² of `degrees` freedom if the errors are normal and none is gross. */
  readonly chiSquare: number;
  /** Independent checks that the measurements have to pass. */
  readonly degrees: number;
  readonly iterations: number;
  /** For each pair of redundant measurements whose adjustments are always in proportion: a gross error of one looks like one of the other. */
  readonly indistinguishable: readonly (readonly [string, string])[];
}

/**
 * Weighted least squares: the flows nearest to the measurements, in standard deviations, that obey the balances. Unmeasured flows
 * are eliminated by projection on the complement of their columns (QR), which shows which of them are observable; the projected
 * balances G are met by x = m − S Gᵀ (G S Gᵀ)⁻¹ (G m − d), computed from the QR of (G S^½)ᵀ, so that balances that say the same
 * twice do no harm. Balances that are not linear are linearised again at each result.
 *
 * Crowe, García Campos, Hrymak (1983), AIChE Journal 29, doi:10.1002/aic.690290602 (projection); Romagnoli, Sánchez (2000),
 * Data Processing and Reconciliation for Chemical Process Operations, Academic Press (formulas and tests).
 */
export async function reconcile(
  measurements: readonly Measurement[],
  balances: Balances,
  work: Work = uninterrupted,
): Promise<Reconciliation> {
  const flows = new MeasuredFlows(measurements);
  const x = flows.start();
  for (let iteration = 1; ; iteration++) {
    refuseNotFinite(balances, x);
    const projected = projectedBalances(balances, flows, x);
    const nearest = nearestFlows(projected, flows, x);
    let [moved, size] = [0, 0];
    for (let j = 0; j < x.length; j++) {
      moved = Math.max(moved, Math.abs(nearest.x[j]! - x[j]!));
      size = Math.max(size, Math.abs(nearest.x[j]!));
    }
    x.set(nearest.x);
    if (balances.areLinear || moved <= AT_REST * size)
      return { ...reconciliationOf(balances, flows, projected, nearest), iterations: iteration };
    if (iteration === MOST || !(moved < Number.POSITIVE_INFINITY))
      throw new IndustryError("balances", texts.noRest({ count: iteration, step: (moved / size).toPrecision(2) }));
    await work.pause();
  }
}

function refuseNotFinite(balances: Balances, x: Float64Array): void {
  const values = balances.values(x);
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    throw new IndustryError(
      "balances",
      texts.notFinite({ balance: balances.names[wrong]!, value: String(values[wrong]) }),
    );
}

function reconciliationOf(
  balances: Balances,
  flows: MeasuredFlows,
  projected: ProjectedBalances,
  nearest: NearestFlows,
): Omit<Reconciliation, "iterations"> {
  const { x, qr, adjustments } = nearest;
  // Balances without any adjustable flow, or that repeat others, have to hold by themselves.
  const open = openBalance(projected, flows, x);
  if (open) refuse(balances, open, projected.unknowns);
  const redundancy = new Redundancy(qr, flows.measuredAt.length);
  const reconciled = reconciledFlows(flows, projected, nearest, redundancy);
  const jacobian = balances.jacobian(x);
  return {
    flows: reconciled,
    residuals: [...balances.values(x)].map((value, i) =>
      flows.unknownAt.some((j) => reconciled[j]!.value === null && jacobian.data[i * x.length + j] !== 0)
        ? null
        : value,
    ),
    chiSquare: adjustments.reduce((sum, value) => sum + value * value, 0),
    degrees: qr.rank,
    indistinguishable: redundancy
      .indistinguishable()
      .map(([c, d]) => [flows.names[flows.measuredAt[c]!]!, flows.names[flows.measuredAt[d]!]!] as const),
  };
}

/** Names the balance that has most of the projected one that stays open. */
function refuse(
  balances: Balances,
  { row, rest }: { readonly row: number; readonly rest: number },
  unknowns: PivotedQr,
): never {
  const unit = new Float64Array(balances.names.length);
  unit[row] = 1;
  const parts = unknowns.product(unit).map(Math.abs);
  const balance = balances.names[parts.indexOf(Math.max(...parts))]!;
  throw new IndustryError("balances", texts.contradict({ balance, rest: Math.abs(rest).toPrecision(3) }));
}
