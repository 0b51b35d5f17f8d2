import { z } from "zod";
import { messages } from "../message/message.ts";
import type { ResultOf } from "../tool/shape.ts";
import { numberIn } from "../tool/unit.ts";
import { type AccountRow, PanoramaError } from "./account.ts";

const texts = messages("panorama", {
  notAtLeastZero: {
    en: "{field} is {value}; expected a number ≥ 0.",
    zh: "{field} 应为不小于 0 的数，实际为{value}。",
  },
  capacityFactorOutside: {
    en: "capacityFactor is {value}; expected a number ≤ 1.",
    zh: "capacityFactor 应为不大于 1 的数，实际为{value}。",
  },
  lifetimeNotWhole: {
    en: "lifetime is {value}; expected a whole number of years.",
    zh: "lifetime 应为整数年，实际为{value}。",
  },
});

/** Goods that displace electricity where they are used. */
export interface SolarExport {
  readonly capacity_MW: number;
  /** Mean output over capacity. */
  readonly capacityFactor: number;
  /** Years. */
  readonly lifetime: number;
  /** Loss of output per year, as a fraction. */
  readonly degradation: number;
  /** Intensity of displaced electricity in the first year, t CO2e/MWh: a margin of the grid, not its average. */
  readonly grid_t_per_MWh: number;
  /** Decline of the grid's intensity per year, as a fraction. */
  readonly gridDecline: number;
  /** Emissions of production and shipping, t CO2e/MW. */
  readonly embodied_t_per_MW: number;
}

export const avoidedShape = z.object({
  generationFirstYear_MWh: numberIn("MWh"),
  generation_MWh: numberIn("MWh"),
  /** Emissions of the grid without the goods, declining each year, t CO2e. */
  baseline_t: numberIn("t"),
  /** The same for a constant grid. */
  staticBaseline_t: numberIn("t").describe("If the grid stayed as it is."),
  embodied_t: numberIn("t"),
  /** baseline − embodied, t CO2e over the lifetime. */
  avoided_t: numberIn("t").describe("Baseline less embodied, over the lifetime."),
  /** The same for the first year only, without deducting production. */
  firstYear_t: numberIn("t").describe("Displaced in the first year, nothing taken off for making."),
  /** Embodied emissions over displaced emissions of the first year. */
  payback_years: numberIn("yr"),
});
export type Avoided = ResultOf<typeof avoidedShape>;

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
    if (!(value >= 0)) throw new PanoramaError(field, texts.notAtLeastZero({ field, value }));
  if (capacityFactor > 1)
    throw new PanoramaError("capacityFactor", texts.capacityFactorOutside({ value: capacityFactor }));
  if (!Number.isInteger(lifetime) || lifetime === 0)
    throw new PanoramaError("lifetime", texts.lifetimeNotWhole({ value: lifetime }));
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

/** The row for display next to a ladder; its value is an amount and enters no sum. */
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
