import { messages } from "../message/message.ts";
import { TableError } from "./table.ts";

const texts = messages("mrio", {
  factorCount: {
    en: "A decomposition takes 1 to 12 factors, not {count}.",
    zh: "分解可用 1 至 12 个因素，而不是 {count} 个。",
  },
});

/** The change of a quantity divided among its factors. Every vector has the length of the quantity. */
export interface Decomposition {
  readonly factors: readonly string[];
  /** One vector per factor, in the unit of the quantity. */
  readonly effects: readonly Float64Array[];
  readonly change: Float64Array;
  /** change − Σ effects: only rounding. */
  readonly residual: Float64Array;
  /** Per factor, the smallest and the largest effect over the evaluated orders: how much the order matters. */
  readonly range: readonly { readonly low: Float64Array; readonly high: Float64Array }[];
}

export type DecompositionForm = "all orders" | "polar mean";

/**
 * Structural decomposition of q(f₁ … f_m) between two states. A factor's effect is the change of q when it moves to the new
 * state while the factors before it in the order have moved and those after have not. `form` sets the orders over which
 * the effects are averaged:
 *
 * - "all orders": the mean of all m! orders, written as 2^(m−1) weighted differences (Shapley);
 * - "polar mean": the mean of the order 1 … m and of its mirror image.
 *
 * Both are exact: the effects add up to the change.
 * Dietzenbacher & Los (1998), doi:10.1080/09535319800000023; Sun (1998), Energy Econ. 20: 85–100 (all orders).
 *
 * @param evaluate q with factor f in the new state where bit f of the argument is set, otherwise in the old one.
 */
export function decompose(
  factors: readonly string[],
  evaluate: (state: number) => Float64Array,
  form: DecompositionForm = "all orders",
): Decomposition {
  const m = factors.length;
  if (m < 1 || m > 12) throw new TableError("factors", texts.factorCount({ count: m }));
  const states = new Map<number, Float64Array>();
  const at = (state: number): Float64Array => {
    const known = states.get(state) ?? evaluate(state);
    states.set(state, known);
    return known;
  };
  const size = at(0).length;
  const effects = factors.map(() => new Float64Array(size));
  const range = factors.map(() => ({
    low: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    high: new Float64Array(size).fill(Number.NEGATIVE_INFINITY),
  }));
  const full = 2 ** m - 1;
  for (let f = 0; f < m; f++) {
    const bit = 1 << f;
    for (let moved = 0; moved <= full; moved++) {
      const weight = moved & bit ? 0 : form === "polar mean" ? polarWeight(moved, bit, full) : orderWeight(moved, m);
      if (weight === 0) continue;
      const after = at(moved | bit);
      const before = at(moved);
      const { low, high } = range[f]!;
      for (let p = 0; p < size; p++) {
        const step = after[p]! - before[p]!;
        effects[f]![p]! += weight * step;
        low[p] = Math.min(low[p]!, step);
        high[p] = Math.max(high[p]!, step);
      }
    }
  }
  const change = at(full).map((value, p) => value - at(0)[p]!);
  const residual = change.map((value, p) => value - effects.reduce((sum, effect) => sum + effect[p]!, 0));
  return { factors, effects, change, residual, range };
}

/** s! (m − 1 − s)! / m! for s factors moved before: the share of orders that contain this step. */
function orderWeight(moved: number, m: number): number {
  let s = 0;
  for (let rest = moved; rest > 0; rest >>= 1) s += rest & 1;
  let weight = 1 / m;
  for (let i = 1; i <= s; i++) weight *= i / (m - i);
  return weight;
}

/** One half each if all factors before or all factors after this one have moved; both for a single factor. */
function polarWeight(moved: number, bit: number, full: number): number {
  const before = bit - 1;
  const after = full & ~before & ~bit;
  return (moved === before ? 0.5 : 0) + (moved === after ? 0.5 : 0);
}
