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
  /** Index of the sector of the background that its price leads to; −1 without one. */
  readonly sector: number;
  /** Why it has no provider. */
  readonly cutOff: CutOffReason | null;
  /** Its score, upstream included, in the system or by the multiplier of its sector; null if it is unmatched. */
  readonly score: number | null;
  /** What an unmatched input would score, by the method named; null if it has a score, or nothing was estimated. */
  readonly estimate: InputEstimate | null;
}

/**
 * The mass of the input times the median score of a kg of linked inputs: of those of the foreground; of those of all that runs, if the
 * foreground has none in units of mass.
 */
export const estimateMethods = ["linked-masses", "upstream-masses"] as const;
export type EstimateMethod = (typeof estimateMethods)[number];

/** An estimate of the order of magnitude of what is missing: it is not part of any score. */
export interface InputEstimate {
  readonly value: number;
  readonly method: EstimateMethod;
  /** Per kg. */
  readonly median: number;
  /** Products of which it is the median. */
  readonly products: number;
}

/** What an input without a provider scores by a sector; null without one. */
export type ScoredSector = (
  exchange: number,
  product: number,
  amount: number,
) => { readonly sector: number; readonly score: number } | null;

export interface ForegroundOptions {
  /** Whether an activity (its index) belongs to the foreground; those that are demanded always do. Default: all. */
  readonly isForeground?: ((activity: number) => boolean) | undefined;
  /** How well the provider (a node) of a linked exchange fits. Default: exact, since the inventory itself has it. */
  readonly matchOf?: ((exchange: number, provider: number) => Exclude<MatchClass, "sector">) | undefined;
}

/** What activities outside of the foreground take, for the whole demand, of a product that no activity provides. */
export interface UpstreamCutOff {
  /** Index of the product. */
  readonly product: number;
  /** In its unit, all of it together: what is taken (> 0), or given to be treated or credited (< 0). */
  readonly amount: number;
  readonly exchanges: number;
  /** By the multiplier of its sector; null without a price. */
  readonly score: number | null;
  /** The sum of the estimates of its exchanges; null if it has a score, or one of them has none. */
  readonly estimate: number | null;
}

export interface ForegroundInputs {
  /** From providers outside of the foreground, and without a provider; in the order of the exchanges. */
  readonly inputs: readonly TracedInput[];
  /** Inputs of the foreground from itself. */
  readonly internal: number;
  /** What the own flows of the foreground score. */
  readonly direct: number;
  /** Inputs of all activities outside of the foreground that run. */
  readonly upstreamInputs: number;
  /** Those of them without a provider, by product, the largest estimates first. */
  readonly upstreamCutOffs: readonly UpstreamCutOff[];
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
  {
    isForeground = () => true,
    matchOf = () => "exact",
    sectorOf = () => null,
  }: ForegroundOptions & { readonly sectorOf?: ScoredSector | undefined } = {},
): ForegroundInputs {
  const { graph, nodes, technosphereCells, cutOffCells, cutOffs } = system;
  const { type, amount, activity } = graph.exchanges;
  const inside = nodes.map((node) => isForeground(node.activity) || demand[node.index] !== 0);
  const reasons = new Map(cutOffs.map(({ exchange, reason }) => [exchange, reason]));
  const found = new Map<string, Taken>();
  const collect = (cells: ExchangeCells, sign: number, isLinked: boolean) => {
    for (let at = 0; at < cells.exchange.length; at++) {
      const [exchange, row, column] = [cells.exchange[at]!, cells.row[at]!, cells.column[at]!];
      if (isLinked && row === column && type[exchange] === PRODUCTION) continue;
      const amountTaken = sign * cells.factor[at]! * amount[exchange]! * scaling[column]!;
      if (amountTaken === 0) continue;
      const provider = isLinked ? row : -1;
      const key = `${exchange} ${provider} ${inside[column]}`;
      const known = found.get(key);
      if (known) known.amount += amountTaken;
      else {
        const product = isLinked ? nodes[row]!.product : row;
        found.set(key, { exchange, provider, product, amount: amountTaken, isOwn: inside[column]! });
      }
    }
  };
  collect(technosphereCells, -1, true);
  collect(cutOffCells, 1, false);

  /** kg a unit, of what can be compared by mass: neither wastes nor credits. */
  const kilogramsOf = ({ product, exchange }: Taken): number | null => {
    const { unit, waste } = graph.products[product]!;
    return waste || type[exchange] !== TECHNOSPHERE ? null : factorBetween(unit, "kg");
  };
  const estimateOf = estimatorOf([...found.values()], productScores, kilogramsOf);
  const inputs: TracedInput[] = [];
  let [internal, upstreamInputs] = [0, 0];
  const upstream = new Map<number, { -readonly [Field in keyof UpstreamCutOff]: UpstreamCutOff[Field] }>();
  for (const taken of found.values()) {
    const { exchange, provider, product, isOwn } = taken;
    const by = provider < 0 ? sectorOf(exchange, product, taken.amount) : null;
    const estimate = provider < 0 && !by ? estimateOf(taken) : null;
    if (!isOwn) {
      upstreamInputs++;
      if (provider >= 0) continue;
      const known = upstream.get(product);
      if (known) {
        known.amount += taken.amount;
        known.exchanges++;
        known.score = plus(known.score, by?.score);
        known.estimate = plus(known.estimate, estimate?.value);
      } else {
        const first = { score: by?.score ?? null, estimate: estimate?.value ?? null };
        upstream.set(product, { product, amount: taken.amount, exchanges: 1, ...first });
      }
      continue;
    }
    const about = { exchange, activity: activity[exchange]!, product, amount: taken.amount, provider };
    if (provider < 0) {
      const cutOff = reasons.get(exchange) ?? "no-provider";
      const match = by ? "sector" : "unmatched";
      inputs.push({ ...about, match, sector: by?.sector ?? -1, cutOff, score: by?.score ?? null, estimate });
    } else if (inside[provider]) internal++;
    else {
      const score = productScores[provider]! * taken.amount;
      inputs.push({ ...about, match: matchOf(exchange, provider), sector: -1, cutOff: null, score, estimate: null });
    }
  }
  return {
    inputs: inputs.sort((a, b) => a.exchange - b.exchange || a.provider - b.provider),
    internal,
    direct: nodes.reduce((sum, { index }) => sum + (inside[index] ? direct[index]! * scaling[index]! : 0), 0),
    upstreamInputs,
    upstreamCutOffs: [...upstream.values()].sort(
      (a, b) => (b.estimate ?? -1) - (a.estimate ?? -1) || a.product - b.product,
    ),
  };
}

/** The sum of two; null if one is missing. */
function plus(a: number | null, b: number | undefined): number | null {
  return a === null || b === undefined ? null : a + b;
}

/** What one exchange takes from one provider, by the foreground or by what is outside of it. */
interface Taken {
  readonly exchange: number;
  readonly provider: number;
  readonly product: number;
  amount: number;
  readonly isOwn: boolean;
}

function estimatorOf(
  found: readonly Taken[],
  productScores: Float64Array,
  kilogramsOf: (taken: Taken) => number | null,
): (taken: Taken) => InputEstimate | null {
  const perKilogram = (among: readonly Taken[]) => {
    const scores = new Map<number, number>();
    for (const taken of among) {
      const kilograms = taken.provider < 0 ? null : kilogramsOf(taken);
      if (kilograms !== null) scores.set(taken.provider, Math.abs(productScores[taken.provider]!) / kilograms);
    }
    return [...scores.values()];
  };
  const own = perKilogram(found.filter(({ isOwn }) => isOwn));
  const scores = own.length > 0 ? own : perKilogram(found);
  const median = medianOf(scores);
  const method = estimateMethods[own.length > 0 ? 0 : 1];
  return (taken) => {
    const kilograms = median === null ? null : kilogramsOf(taken);
    if (median === null || kilograms === null) return null;
    return { value: Math.abs(taken.amount) * kilograms * median, method, median, products: scores.length };
  };
}

function medianOf(values: number[]): number | null {
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  const half = values.length >> 1;
  return values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
}
