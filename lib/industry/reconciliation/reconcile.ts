import { messages } from "../../message/message.ts";
import { dense } from "../../numeric/matrix.ts";
import { type PivotedQr, pivotedQr, solveUpper, solveUpperTransposed } from "../../numeric/qr.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { IndustryError } from "../industry-error.ts";
import type { Balances } from "./balances.ts";

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
/** Relative share of a vector that is taken as rounding of zero. */
const ZERO = 1e-9;

/** A flow: measured with its standard deviation (0 for one known exactly), or not measured, with a first guess. */
export type Measurement =
  | { readonly name: string; readonly measured: number; readonly sigma: number }
  | { readonly name: string; readonly measured: null; readonly guess?: number };

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
  flows: readonly Measurement[],
  balances: Balances,
  work: Work = uninterrupted,
): Promise<Reconciliation> {
  const n = flows.length;
  const measuredAt = flows.flatMap(({ measured }, j) => (measured === null ? [] : [j]));
  const unknownAt = flows.flatMap(({ measured }, j) => (measured === null ? [j] : []));
  const m = measuredAt.map((j) => flows[j]!.measured!);
  const w = measuredAt.map((j) => (flows[j] as { sigma: number }).sigma);
  // Unmeasured flows begin at their guess, else at the mean of what is measured: at zero, products have no derivatives.
  const mean = m.length > 0 ? m.reduce((sum, value) => sum + Math.abs(value), 0) / m.length : 1;
  const x = Float64Array.from(flows, (flow) => (flow.measured === null ? (flow.guess ?? (mean || 1)) : flow.measured));
  for (let iteration = 1; ; iteration++) {
    const values = balances.values(x);
    const wrong = values.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0)
      throw new IndustryError(
        "balances",
        texts.notFinite({ balance: balances.names[wrong]!, value: String(values[wrong]) }),
      );
    const step = linearStep(x);
    let [moved, size] = [0, 0];
    for (let j = 0; j < n; j++) {
      moved = Math.max(moved, Math.abs(step.x[j]! - x[j]!));
      size = Math.max(size, Math.abs(step.x[j]!));
    }
    x.set(step.x);
    if (balances.areLinear || moved <= AT_REST * size) return finished(step, iteration);
    if (iteration === MOST || !(moved < Number.POSITIVE_INFINITY))
      throw new IndustryError("balances", texts.noRest({ count: iteration, step: (moved / size).toPrecision(2) }));
    await work.pause();
  }

  /** One linearisation: f(x₀) + J (x − x₀) = 0, met by the x nearest to the measurements. */
  function linearStep(at: Float64Array) {
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
    const left = rows - unknowns.rank;
    // The projected balances: rows of Qᵀ J below the rank of the unknowns' columns.
    const k = measuredAt.length;
    const g = dense(left, k);
    const top = dense(unknowns.rank, k);
    for (const [c, j] of measuredAt.entries()) {
      const turned = unknowns.transposed(Float64Array.from({ length: rows }, (_, i) => cell(i, j)));
      for (let i = 0; i < rows; i++)
        if (i < unknowns.rank) top.data[i * k + c] = turned[i]!;
        else g.data[(i - unknowns.rank) * k + c] = turned[i]!;
    }
    const turnedB = unknowns.transposed(b);
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
      let sum = -turnedB[unknowns.rank + i]!;
      for (let c = 0; c < k; c++) sum += g.data[i * k + c]! * m[c]!;
      return sum;
    });
    const y1 = solveUpperTransposed(
      qr,
      Array.from({ length: qr.rank }, (_, i) => open[qr.order[i]!]! * scale[qr.order[i]!]!),
    );
    const padded = new Float64Array(k);
    padded.set(y1);
    const y = qr.product(padded);
    const x1 = Float64Array.from(at);
    for (const [c, j] of measuredAt.entries()) x1[j] = m[c]! - w[c]! * y[c]!;
    // Balances without any adjustable flow, or that repeat others, have to hold by themselves.
    let contradiction: { readonly row: number; readonly rest: number } | null = null;
    for (let i = 0; i < left; i++) {
      let [rest, size] = [-turnedB[unknowns.rank + i]!, Math.abs(turnedB[unknowns.rank + i]!)];
      for (const [c, j] of measuredAt.entries()) {
        const term = g.data[i * k + c]! * x1[j]!;
        rest += term;
        size += Math.abs(term);
      }
      if (Math.abs(rest) > ZERO * size) contradiction = { row: unknowns.rank + i, rest };
    }
    // The unmeasured flows of independent columns; the others stay where they are.
    const free = Array.from({ length: u - unknowns.rank }, (_, d) => unknowns.order[unknowns.rank + d]!);
    const right = Float64Array.from({ length: unknowns.rank }, (_, i) => {
      let sum = turnedB[i]!;
      for (const [c, j] of measuredAt.entries()) sum -= top.data[i * k + c]! * x1[j]!;
      for (const [d, column] of free.entries()) sum -= unknowns.r(i, unknowns.rank + d) * at[unknownAt[column]!]!;
      return sum;
    });
    for (const [i, value] of solveUpper(unknowns, right).entries()) x1[unknownAt[unknowns.order[i]!]!] = value;
    return { x: x1, unknowns, top, qr, y, contradiction };
  }

  /** Names the balance that has most of the projected one that stays open. */
  function refuse({ row, rest }: { readonly row: number; readonly rest: number }, unknowns: PivotedQr): never {
    const unit = new Float64Array(balances.names.length);
    unit[row] = 1;
    const parts = unknowns.product(unit).map(Math.abs);
    const balance = balances.names[parts.indexOf(Math.max(...parts))]!;
    throw new IndustryError("balances", texts.contradict({ balance, rest: Math.abs(rest).toPrecision(3) }));
  }

  function finished(step: ReturnType<typeof linearStep>, iterations: number): Reconciliation {
    const { unknowns, top, qr, y, contradiction } = step;
    if (contradiction) refuse(contradiction, unknowns);
    const k = measuredAt.length;
    // Q₁: an orthonormal basis of what the balances check, in units of standard deviations.
    const basis = Array.from({ length: qr.rank }, (_, c) => {
      const unit = new Float64Array(k);
      unit[c] = 1;
      return qr.product(unit);
    });
    const checked = Array.from({ length: k }, (_, c) => basis.reduce((sum, q) => sum + q[c]! ** 2, 0));
    // Relative share of a measurement's variance that the balances take away, above rounding.
    const isRedundant = checked.map((share) => share > ZERO);
    const flowsOut: ReconciledFlow[] = flows.map(({ name }) => ({
      name,
      measured: null,
      value: null,
      sigma: null,
      status: "unobservable",
      z: null,
    }));
    for (const [c, j] of measuredAt.entries())
      flowsOut[j] = {
        name: flows[j]!.name,
        measured: m[c]!,
        value: x[j]!,
        sigma: w[c]! * Math.sqrt(Math.max(0, 1 - checked[c]!)),
        status: isRedundant[c] ? "redundant" : "unchecked",
        z: isRedundant[c] ? y[c]! / Math.sqrt(checked[c]!) : null,
      };
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
    for (let i = 0; i < rank; i++) {
      const j = unknownAt[unknowns.order[i]!]!;
      if (ofFree.some((column) => Math.abs(column[i]!) > ZERO)) continue;
      // Variance of Σ p_c x_c with Cov(x) = W (I − Q₁ Q₁ᵀ) W.
      const p = parts.map((column, c) => column[i]! * w[c]!);
      const all = p.reduce((sum, value) => sum + value * value, 0);
      const taken = basis.reduce((sum, q) => sum + p.reduce((dot, value, c) => dot + value * q[c]!, 0) ** 2, 0);
      flowsOut[j] = {
        name: flows[j]!.name,
        measured: null,
        value: x[j]!,
        sigma: Math.sqrt(Math.max(0, all - taken)),
        status: "observable",
        z: null,
      };
    }
    const jacobian = balances.jacobian(x);
    const residuals = [...balances.values(x)].map((value, i) =>
      unknownAt.some((j) => flowsOut[j]!.value === null && jacobian.data[i * n + j] !== 0) ? null : value,
    );
    const indistinguishable: (readonly [string, string])[] = [];
    for (let c = 0; c < k; c++)
      for (let d = c + 1; d < k; d++) {
        if (!isRedundant[c] || !isRedundant[d]) continue;
        const dot = basis.reduce((sum, q) => sum + q[c]! * q[d]!, 0);
        if (dot * dot >= (1 - ZERO) * checked[c]! * checked[d]!)
          indistinguishable.push([flows[measuredAt[c]!]!.name, flows[measuredAt[d]!]!.name]);
      }
    return {
      flows: flowsOut,
      residuals,
      chiSquare: y.reduce((sum, value) => sum + value * value, 0),
      degrees: qr.rank,
      iterations,
      indistinguishable,
    };
  }
}
