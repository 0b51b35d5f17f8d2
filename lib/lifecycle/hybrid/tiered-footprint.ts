import { type Message, messages } from "../../message/message.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { AssessedSystem } from "../assessed-system.ts";
import { type BackgroundLink, linkKey } from "../background/background-link.ts";
import { SUBSTITUTION } from "../graph/activity-functions.ts";
import { coverageOf } from "../impact/coverage.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { forRow, timesVector } from "../product-system.ts";
import { type FootprintCoverage, footprintCoverage } from "./footprint-coverage.ts";
import { notesOnPrices, type Prices, type Purchase, purchaseIn, type SectorPurchase } from "./purchase.ts";
import { indicatorNamed, type SectorBackground } from "./sector-background.ts";
import { type ForegroundOptions, foregroundInputs, type TracedInput, type UpstreamCutOff } from "./traced-inputs.ts";

const said = messages("lifecycle.tiered", {
  noSector: {
    en: "The price of {product} has no sector, and no background link names one. Give a sector.",
    zh: "产品“{product}”有价格但未指明部门，背景连接中也没有对应部门。请给出部门。",
  },
  price: {
    en: "The price of {product} is {price}; expected a number > 0.",
    zh: "产品“{product}”的价格应大于 0，实际为 {price}。",
  },
  unknownProduct: {
    en: "prices names {id}, which is not a product of the inventory.",
    zh: "prices 中的 {id} 不是清单中的产品。",
  },
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

/** The price of a product that nothing in the system makes. */
export interface ProductPrice extends Prices {
  /** Money of the price year per unit of the product; for a waste per unit given to be treated. */
  readonly price: number;
  /** Sector of the background; default: that of the background link of the product. */
  readonly sector?: string | undefined;
}

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
  const traced = foregroundInputs(system, scaling, assessed.directOf(indicator), productScores, demand, options);
  const processes = assessed.scores(scaling)[indicator]!;
  const linked = traced.inputs.reduce((sum, { score }) => sum + (score ?? 0), 0);
  const { code, unit, method } = assessed.characteriser.indicators[indicator]!;

  const { sectors } = options;
  const priced = sectors ? pricedInputs(assessed, sectors, unit, traced.inputs) : null;
  const inputs = priced?.inputs ?? traced.inputs;
  const purchases = priced?.purchases ?? [];
  const bySector =
    inputs.reduce((sum, { match, score }) => sum + (match === "sector" ? score! : 0), 0) +
    purchases.reduce((sum, { score }) => sum + score, 0);

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
    upstreamCutOffs: traced.upstreamCutOffs,
    coverage: footprintCoverage({
      traced: { ...traced, inputs },
      purchases: purchases.map(({ score }) => score),
      flows,
      indicator,
    }),
    residual: solution.residual,
    notes: [
      ...solution.notes,
      ...(sectors
        ? [
            said.indicators({ indicator: code, method, code: sectors.indicator, background: sectors.background.name }),
            ...notesOnPrices(sectors.background, priced!.prices),
          ]
        : []),
      ...(isLoop ? [said.loop()] : []),
    ],
  };
}

/** Inputs without a provider that have a price, by the multipliers of their sectors; own purchases with them. */
function pricedInputs(
  { solved: { system } }: AssessedSystem,
  { background, indicator, prices = new Map(), purchases = [], links }: SectorsOfFootprint,
  unit: string,
  inputs: readonly TracedInput[],
) {
  const { products, exchanges } = system.graph;
  const row = indicatorNamed(background, indicator);
  const other = background.indicators[row]!.unit;
  if (plain(other) !== plain(unit)) throw new LifecycleError("indicator", said.unit({ unit, code: indicator, other }));
  const ids = new Set(products.map(({ id }) => id));
  for (const [id, { price }] of prices) {
    if (!ids.has(id)) throw new LifecycleError("prices", said.unknownProduct({ id }));
    if (!(price > 0 && price < Number.POSITIVE_INFINITY))
      throw new LifecycleError("prices", said.price({ product: id, price }));
  }
  const multipliers = new Float64Array(background.sectors.length);
  forRow(background.N, row, (j, value) => {
    multipliers[j] = value;
  });
  const used: Prices[] = [...purchases];
  const bought = (purchase: Purchase) => {
    const { sector, amount } = purchaseIn(background, purchase);
    return { sector, amount, score: amount * multipliers[sector]! };
  };
  const matched = inputs.map((input): TracedInput => {
    const { id, name, unit: unitOfProduct, waste } = products[input.product]!;
    const price = input.match === "unmatched" ? prices.get(id) : undefined;
    if (!price) return input;
    const sector = price.sector ?? links?.get(linkKey(name, unitOfProduct))?.sector.code;
    if (sector === undefined) throw new LifecycleError("prices", said.noSector({ product: name }));
    used.push(price);
    // What is given to be treated is a service that is paid; only a credit is money not spent.
    const isPaid = waste && exchanges.type[input.exchange] !== SUBSTITUTION;
    const amount = (isPaid ? -input.amount : input.amount) * price.price;
    const service = bought({ ...price, sector, amount });
    return { ...input, match: "sector", sector: service.sector, score: service.score, estimate: null };
  });
  return { inputs: matched, purchases: purchases.map(bought), prices: used };
}

/** "kg CO2 eq" and "kg CO2e" are one unit. */
function plain(unit: string): string {
  return unit
    .replace(/[\s-]*eq?\.?$/i, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
