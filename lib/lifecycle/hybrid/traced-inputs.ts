import type { MatchClass } from "../background/background-link.ts";
import { PRODUCTION, TECHNOSPHERE } from "../graph/activity-functions.ts";
import type { ExchangeCells } from "../graph/exchange-cells.ts";
import type { CutOffReason } from "../graph/link.ts";
import type { LinkedSystem } from "../graph/linked-system.ts";
import { factorBetween } from "../graph/unit-names.ts";

/** What an input of the foreground is matched to: a process (exact, proxy), a sector by its price, or nothing. */
export const inputClasses = ["exact", "proxy", "sector", "unmatched"] as const;
export type InputClass = (typeof inputClasses)[number];

/** An input of the foreground that comes from outside of it, for the whole demand. */
export interface TracedInput {
  /** Index of the exchange, of its activity and of its product. */
  readonly exchange: number;
  readonly activity: number;
  readonly product: number;
  /** In the unit of the product: what is taken (> 0), or given to be treated or credited (< 0). */
  readonly amount: number;
  readonly match: InputClass;
  /** The node that provides it; −1 without one. */
  readonly provider: number;
  /** Why it has none. */
  readonly cutOff: CutOffReason | null;
  /** Its score, upstream included, in the system or by the multiplier of its sector; null if it is unmatched. */
  readonly score: number | null;
  /** What an unmatched input would score, by the method named; null if it has a score, or nothing was estimated. */
  readonly estimate: InputEstimate | null;
}

/** An estimate of the order of magnitude of what is missing: it is no part of any score. */
export interface InputEstimate {
  readonly value: number;
  /** The mass of the input times the median score of a kg of the linked inputs of the foreground. */
  readonly method: "median of linked masses";
  /** Per kg. */
  readonly median: number;
  /** Products of which it is the median. */
  readonly products: number;
}

export interface ForegroundOptions {
  /** Whether an activity (its index) belongs to the foreground; those that are demanded always do. Default: all. */
  readonly isForeground?: ((activity: number) => boolean) | undefined;
  /** How well the provider of a linked exchange fits. Default: exact, since the inventory itself has it. */
  readonly matchOf?: ((exchange: number) => Exclude<MatchClass, "sector">) | undefined;
}

export interface ForegroundInputs {
  /** From providers outside of the foreground, and without a provider; in the order of the exchanges. */
  readonly inputs: readonly TracedInput[];
  /** Inputs of the foreground from itself. */
  readonly internal: number;
  /** What the own flows of the foreground score. */
  readonly direct: number;
}

/**
 * Divides the score of a demand among the foreground's own flows and its inputs: direct + Σ scores is the score of the demand, if what
 * is outside of the foreground takes nothing from it. Unmatched masses are estimated; wastes and credits are not.
 *
 * @param scaling s, P. @param direct q, P. @param productScores w = q A⁻¹, P. @param demand f, P.
 */
export function foregroundInputs(
  system: LinkedSystem,
  scaling: Float64Array,
  direct: Float64Array,
  productScores: Float64Array,
  demand: Float64Array,
  { isForeground = () => true, matchOf = () => "exact" }: ForegroundOptions = {},
): ForegroundInputs {
  const { graph, nodes, technosphereCells, cutOffCells, cutOffs } = system;
  const { type, amount, activity } = graph.exchanges;
  const inside = nodes.map((node) => isForeground(node.activity) || demand[node.index] !== 0);
  const reasons = new Map(cutOffs.map(({ exchange, reason }) => [exchange, reason]));
  const found = new Map<string, { exchange: number; provider: number; product: number; amount: number }>();
  const collect = (cells: ExchangeCells, sign: number, isLinked: boolean) => {
    for (let at = 0; at < cells.exchange.length; at++) {
      const [exchange, row, column] = [cells.exchange[at]!, cells.row[at]!, cells.column[at]!];
      if (!inside[column] || (isLinked && row === column && type[exchange] === PRODUCTION)) continue;
      const taken = sign * cells.factor[at]! * amount[exchange]! * scaling[column]!;
      if (taken === 0) continue;
      const provider = isLinked ? row : -1;
      const key = `${exchange} ${provider}`;
      const known = found.get(key);
      if (known) known.amount += taken;
      else found.set(key, { exchange, provider, product: isLinked ? nodes[row]!.product : row, amount: taken });
    }
  };
  collect(technosphereCells, -1, true);
  collect(cutOffCells, 1, false);

  const perKilogram = new Map<number, number>();
  const inputs: TracedInput[] = [];
  let internal = 0;
  for (const { exchange, provider, product, amount: taken } of found.values()) {
    const { unit, waste } = graph.products[product]!;
    const about = { exchange, activity: activity[exchange]!, product, amount: taken, provider };
    if (provider < 0) {
      const cutOff = reasons.get(exchange) ?? "no-provider";
      inputs.push({ ...about, match: "unmatched", cutOff, score: null, estimate: null });
      continue;
    }
    const kilograms = factorBetween(unit, "kg");
    if (kilograms !== null && !waste && type[exchange] === TECHNOSPHERE)
      perKilogram.set(provider, Math.abs(productScores[provider]!) / kilograms);
    if (inside[provider]) {
      internal++;
      continue;
    }
    const score = productScores[provider]! * taken;
    inputs.push({ ...about, match: matchOf(exchange), cutOff: null, score, estimate: null });
  }
  const median = medianOf([...perKilogram.values()]);
  const estimated = inputs.map((input) => {
    const kilograms = factorBetween(graph.products[input.product]!.unit, "kg");
    const isMass = kilograms !== null && !graph.products[input.product]!.waste && type[input.exchange] === TECHNOSPHERE;
    if (input.match !== "unmatched" || median === null || !isMass) return input;
    const value = Math.abs(input.amount) * kilograms * median;
    const estimate: InputEstimate = { value, method: "median of linked masses", median, products: perKilogram.size };
    return { ...input, estimate };
  });
  return {
    inputs: estimated.sort((a, b) => a.exchange - b.exchange || a.provider - b.provider),
    internal,
    direct: nodes.reduce((sum, { index }) => sum + (inside[index] ? direct[index]! * scaling[index]! : 0), 0),
  };
}

function medianOf(values: number[]): number | null {
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  const half = values.length >> 1;
  return values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}
