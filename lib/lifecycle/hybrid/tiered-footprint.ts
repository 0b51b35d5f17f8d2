import { type Message, messages } from "../../message/message.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { AssessedSystem } from "../assessed-system.ts";
import type { BackgroundLink } from "../background/background-link.ts";
import type { ExchangeGraph } from "../graph/exchange-graph.ts";
import { coverageOf } from "../impact/coverage.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { forRow, timesVector } from "../product-system.ts";
import { type FootprintCoverage, footprintCoverage } from "./footprint-coverage.ts";
import { type ProductPrice, sectorsOfInputs } from "./product-price.ts";
import { notesOnPrices, type Purchase, purchaseIn, type SectorPurchase } from "./purchase.ts";
import { indicatorNamed, type SectorBackground } from "./sector-background.ts";
import { type ForegroundOptions, foregroundInputs, type TracedInput, type UpstreamCutOff } from "./traced-inputs.ts";

const texts = messages("lifecycle.tiered", {
  unit: {
    en: "Processes are scored in {unit}, sectors by {code} in {other}. Choose indicators of one unit.",
    zh: "过程的结果以 {unit} 计，而部门按 {code} 以 {other} 计。请选择单位相同的指标。",
  },
  indicators: {
    en: "Processes are scored by {indicator} ({method}), sectors by {code} of {background}: their factors need not be the same.",
    zh: "过程按 {indicator}（{method}）评价，部门按 {background} 的 {code} 评价：两者的因子不一定相同。",
  },
  loop: {
    en: "Activities outside of the foreground take from it, so that shares by match class overlap.",
    zh: "前景以外的活动取用前景的产品，因此按匹配类别的占比有重叠。",
  },
});

export interface SectorsOfFootprint {
  readonly background: SectorBackground;
  /** Code of the indicator of the background, in the unit of the footprint's. */
  readonly indicator: string;
  /** Prices by id of the product. */
  readonly prices?: ReadonlyMap<string, ProductPrice>;
  /** What the demand itself takes from sectors. */
  readonly purchases?: readonly Purchase[];
  /** Where a price without a sector finds one (`backgroundLinks`). */
  readonly links?: ReadonlyMap<string, BackgroundLink>;
}

export interface TieredFootprint {
  /** processes + sectors */
  readonly score: number;
  readonly processes: number;
  readonly sectors: number;
  readonly unit: string;
  /** s, P */
  readonly scaling: Float64Array;
  /** What the own flows of the foreground score. */
  readonly direct: number;
  /** Every input of the foreground from outside: matched, by sector, and unmatched. */
  readonly inputs: readonly TracedInput[];
  readonly purchases: readonly (SectorPurchase & { readonly score: number })[];
  /** What the linked processes upstream take of products that nothing provides. */
  readonly upstreamCutOffs: readonly UpstreamCutOff[];
  readonly coverage: FootprintCoverage;
  readonly residual: number;
  readonly notes: readonly Message[];
}

/** By how much parts may miss the whole by the residuals of two solves (each below 1e-10), before a loop is the reason. */
const ROUNDING = 1e-6;

/**
 * Tiered footprint of a system: what is linked by its processes, cut-off exchanges with a price and own purchases by multipliers of
 * sectors, the rest listed as unmatched, with an estimate where there is one. Throws LifecycleError, which names the product.
 *
 * Suh, Huppes (2005), doi:10.1016/j.jclepro.2003.08.001.
 *
 * @param indicator index of the indicator. @param demand f, P.
 */
export async function tieredFootprint(
  assessed: AssessedSystem,
  indicator: number,
  demand: Float64Array,
  options: ForegroundOptions & { readonly sectors?: SectorsOfFootprint | undefined } = {},
  work: Work = uninterrupted,
): Promise<TieredFootprint> {
  const { system } = assessed.solved;
  const { graph, nodes, biosphere } = system;
  const solution = await assessed.solved.solve(demand, work);
  const { scaling } = solution;
  const productScores = await assessed.productScores(indicator, work);
  const { code, unit, method } = assessed.characteriser.indicators[indicator]!;
  const { sectors } = options;
  const priced = sectors && sectorsFor(graph, sectors, unit);
  const traced = foregroundInputs(system, scaling, assessed.directOf(indicator), productScores, demand, {
    ...options,
    sectorOf: priced?.sectorOf,
  });
  const processes = assessed.scores(scaling)[indicator]!;
  const { inputs, upstreamCutOffs } = traced;
  const purchases = priced?.purchases ?? [];
  const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, each) => total + (each ?? 0), 0);
  const linked = sum(inputs.map(({ provider, score }) => (provider < 0 ? 0 : score)));
  const bySector =
    sum(inputs.map(({ provider, score }) => (provider < 0 ? score : 0))) +
    sum(upstreamCutOffs.map(({ score }) => score)) +
    sum(purchases.map(({ score }) => score));

  const places = new Set(nodes.map(({ activity }) => graph.activities[activity]!.location));
  const characterisations = [...places].map((place) => assessed.characteriser.at(place));
  const first = characterisations[0] ?? assessed.characteriser.at(null);
  // Without factors for places, those of one place are all.
  const matches = assessed.characteriser.isRegionalised
    ? characterisations.flatMap((each) => each.matches)
    : first.matches;
  const flows = coverageOf({ ...first, matches }, graph.flows, timesVector(biosphere, scaling));
  const isLoop = Math.abs(traced.direct + linked - processes) > ROUNDING * (Math.abs(processes) + Math.abs(linked));
  return {
    score: processes + bySector,
    processes,
    sectors: bySector,
    unit,
    scaling,
    direct: traced.direct,
    inputs,
    purchases,
    upstreamCutOffs,
    coverage: footprintCoverage({
      traced,
      purchases: purchases.map(({ score }) => score),
      flows,
      indicator,
    }),
    residual: solution.residual,
    notes: [
      ...solution.notes,
      ...(sectors
        ? [
            texts.indicators({ indicator: code, method, code: sectors.indicator, background: sectors.background.name }),
            ...notesOnPrices(sectors.background, [...(sectors.purchases ?? []), ...(sectors.prices?.values() ?? [])]),
          ]
        : []),
      ...(isLoop ? [texts.loop()] : []),
    ],
  };
}

/** The multipliers of the background's indicator, and what inputs buy of its sectors. */
function sectorsFor(
  graph: ExchangeGraph,
  { background, indicator, prices = new Map(), purchases = [], links }: SectorsOfFootprint,
  unit: string,
) {
  const row = indicatorNamed(background, indicator);
  const other = background.indicators[row]!.unit;
  if (plain(other) !== plain(unit)) throw new LifecycleError("indicator", texts.unit({ unit, code: indicator, other }));
  const multipliers = new Float64Array(background.sectors.length);
  forRow(background.N, row, (j, value) => {
    multipliers[j] = value;
  });
  const scored = (bought: SectorPurchase) => ({ ...bought, score: bought.amount * multipliers[bought.sector]! });
  const sectorOf = sectorsOfInputs(graph, background, prices, links);
  return {
    purchases: purchases.map((purchase) => scored(purchaseIn(background, purchase))),
    sectorOf: (exchange: number, product: number, amount: number) => {
      const bought = sectorOf(exchange, product, amount);
      return bought && scored(bought);
    },
  };
}

/** "kg CO2 eq" and "kg CO2e" are one unit. */
function plain(unit: string): string {
  return unit
    .replace(/[\s-]*eq?\.?$/i, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
