import { messages } from "../message/message.ts";
import { type AccountRow, PanoramaError } from "./account.ts";

const said = messages("panorama", {
  numberLeastCame: {
    en: "{field} should be a number of at least 0, but {value} came.",
    zh: "{field} 应为不小于 0 的数，实际为{value}。",
  },
  capacityfactorMostCame: {
    en: "capacityFactor should be at most 1, but {capacityFactor} came.",
    zh: "capacityFactor 应为不大于 1 的数，实际为{capacityFactor}。",
  },
  lifetimeWholeNumberYears: {
    en: "lifetime should be a whole number of years, but {lifetime} came.",
    zh: "lifetime 应为整数年，实际为{lifetime}。",
  },
});

/** Goods that displace electricity where they are used. */
export interface SolarExport {
  readonly capacity_MW: number;
  /** Mean output over capacity. */
  readonly capacityFactor: number;
  /** Years. */
  readonly lifetime: number;
  /** Output lost a year, as a fraction. */
  readonly degradation: number;
  /** Of what is displaced in the first year, t CO2e/MWh: a margin of the grid, which its average is not. */
  readonly grid_t_per_MWh: number;
  /** By which fraction the grid gets cleaner a year. */
  readonly gridDecline: number;
  /** Of making and shipping, t CO2e/MW. */
  readonly embodied_t_per_MW: number;
}

export interface Avoided {
  readonly generationFirstYear_MWh: number;
  readonly generation_MWh: number;
  /** What the grid would have emitted, cleaner each year, t CO2e. */
  readonly baseline_t: number;
  /** The same if the grid stayed as it is. */
  readonly staticBaseline_t: number;
  readonly embodied_t: number;
  /** baseline − embodied, t CO2e over the lifetime. */
  readonly avoided_t: number;
  /** The same of the first year alone, nothing taken off for making. */
  readonly firstYear_t: number;
  /** Embodied over what the first year displaces. */
  readonly payback_years: number;
}

const HOURS = 8760;

/**
 * Avoided emissions of a shipment over its life, with a baseline that declines:
 * Σ_t capacity · 8760 · cf · (1 − d)^t · g (1 − r)^t − embodied, t = 0 … lifetime − 1.
 *
 * Source: WBCSD (2023), Guidance on Avoided Emissions: baseline less solution, yearly baseline. Throws PanoramaError.
 */
export function avoidedEmissions(goods: SolarExport): Avoided {
  const { capacity_MW, capacityFactor, lifetime, degradation, grid_t_per_MWh, gridDecline, embodied_t_per_MW } = goods;
  for (const [field, value] of Object.entries(goods))
    if (!(value >= 0)) throw new PanoramaError(field, said.numberLeastCame({ field, value }));
  if (capacityFactor > 1) throw new PanoramaError("capacityFactor", said.capacityfactorMostCame({ capacityFactor }));
  if (!Number.isInteger(lifetime) || lifetime === 0)
    throw new PanoramaError("lifetime", said.lifetimeWholeNumberYears({ lifetime }));
  const first = capacity_MW * HOURS * capacityFactor;
  let [generation, baseline] = [0, 0];
  for (let year = 0; year < lifetime; year++) {
    const produced = first * (1 - degradation) ** year;
    generation += produced;
    baseline += produced * grid_t_per_MWh * (1 - gridDecline) ** year;
  }
  const embodied = capacity_MW * embodied_t_per_MW;
  return {
    generationFirstYear_MWh: first,
    generation_MWh: generation,
    baseline_t: baseline,
    staticBaseline_t: generation * grid_t_per_MWh,
    embodied_t: embodied,
    avoided_t: baseline - embodied,
    firstYear_t: first * grid_t_per_MWh,
    payback_years: embodied / (first * grid_t_per_MWh),
  };
}

/** The row that stands beside a ladder; its value is an amount and enters no sum. */
export function avoidedRow(
  region: string,
  year: number,
  metric: string,
  avoided_Mt: number,
  source: string,
  method: string,
): AccountRow {
  return {
    region,
    year,
    category: "exported goods",
    gas: "GHG",
    principle: "avoided",
    value: avoided_Mt,
    unit: "Mt CO2e",
    metric,
    lo: null,
    hi: null,
    bounds: "none",
    source,
    method,
  };
}
