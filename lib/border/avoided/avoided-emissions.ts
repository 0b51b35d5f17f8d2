import { messages } from "../../message/message.ts";
import { BorderError } from "../border-error.ts";

const texts = messages("border.avoided", {
  steepDecline: {
    en: "decline is {decline} a year, linear: the grid factor reaches zero after {years} years of {lifetime}, and stays there.",
    zh: "decline 为每年 {decline}（线性）：电网因子在寿期 {lifetime} 年中的第 {years} 年后降至零并保持为零。",
  },
  notPaidBack: {
    en: "Making emits {embodied} t, and the electricity displaced over {lifetime} years {baseline} t: nothing is avoided over the life. payback_yr divides by the first year alone.",
    zh: "制造排放 {embodied} 吨，而 {lifetime} 年内替代的电力仅 {baseline} 吨：寿期内没有避免排放。payback_yr 仅以首年计算。",
  },
  wholeYears: {
    en: "lifetime_yr is {value}; expected an integer ≥ 1.",
    zh: "lifetime_yr 应为不小于 1 的整数，实际为 {value}。",
  },
});

/** How the factor of the grid falls from year to year. */
export const declineForms = ["exponential", "linear"] as const;
export type DeclineForm = (typeof declineForms)[number];

/** Exported capacity that generates electricity where it is put up. */
export interface ExportedCapacity {
  readonly capacity_MW: number;
  /** Mean output over capacity. */
  readonly capacityFactor: number;
  /** Displaced emissions in the first year, t/MWh. */
  readonly gridFactor_t_MWh: number;
  /** Whole years. */
  readonly lifetime_yr: number;
  /** Loss of output a year, as a fraction. */
  readonly degradation: number;
  /** Decline of the grid factor a year, as a fraction (of the year before, or of the first if linear). */
  readonly decline: number;
  readonly declineForm: DeclineForm;
  /** Emissions of making, t/MW. */
  readonly embodied_t_MW: number;
  /** Share of the output that is lost before it displaces electricity. */
  readonly losses: number;
}

export interface AvoidedYear {
  /** 0 for the first year of operation. */
  readonly year: number;
  readonly generation_MWh: number;
  readonly gridFactor_t_MWh: number;
  readonly baseline_t: number;
}

export interface AvoidedEmissions {
  /** Electricity delivered over the life, after losses, MWh. */
  readonly generation_MWh: number;
  /** Emissions of the electricity that is displaced over the life, t. */
  readonly baseline_t: number;
  readonly embodied_t: number;
  /** baseline − embodied, t. */
  readonly avoided_t: number;
  /** Baseline of the first year alone, without deduction, t. */
  readonly firstYear_t: number;
  /** Embodied emissions over the baseline of the first year, yr; null if that is zero. */
  readonly payback_yr: number | null;
  /** Embodied emissions per kWh delivered, g/kWh; null without generation. */
  readonly lifecycle_g_kWh: number | null;
  readonly years: readonly AvoidedYear[];
}

const HOURS = 8760;

/**
 * Emissions avoided by exported capacity over its life:
 * Σ_y 8760 P c (1 − l)(1 − d)^y g_y − e P, with g_y = g (1 − r)^y, or g max(0, 1 − r y) if the decline is linear, y = 0 … L − 1.
 *
 * Source: WBCSD (2023), Guidance on Avoided Emissions: baseline less solution, with a baseline of each year.
 * Throws BorderError if the lifetime is no whole number of years.
 */
export function avoidedEmissions(goods: ExportedCapacity): AvoidedEmissions {
  const { capacity_MW, capacityFactor, gridFactor_t_MWh, lifetime_yr, degradation, losses, embodied_t_MW } = goods;
  if (!Number.isInteger(lifetime_yr) || lifetime_yr < 1)
    throw new BorderError("lifetime_yr", texts.wholeYears({ value: lifetime_yr }));
  const first = HOURS * capacity_MW * capacityFactor * (1 - losses);
  const years = Array.from({ length: lifetime_yr }, (_, year): AvoidedYear => {
    const generation_MWh = first * (1 - degradation) ** year;
    const factor = gridFactor_t_MWh * remaining(goods, year);
    return { year, generation_MWh, gridFactor_t_MWh: factor, baseline_t: generation_MWh * factor };
  });
  const generation_MWh = years.reduce((sum, each) => sum + each.generation_MWh, 0);
  const baseline_t = years.reduce((sum, each) => sum + each.baseline_t, 0);
  const embodied_t = capacity_MW * embodied_t_MW;
  const firstYear_t = years[0]!.baseline_t;
  return {
    generation_MWh,
    baseline_t,
    embodied_t,
    avoided_t: baseline_t - embodied_t,
    firstYear_t,
    payback_yr: firstYear_t > 0 ? embodied_t / firstYear_t : null,
    // t/MWh is kg/kWh.
    lifecycle_g_kWh: generation_MWh > 0 ? (1000 * embodied_t) / generation_MWh : null,
    years,
  };
}

/** The share of the first year's grid factor that is left in a year. */
export function remaining({ decline, declineForm }: Pick<ExportedCapacity, "decline" | "declineForm">, year: number) {
  return declineForm === "linear" ? Math.max(0, 1 - decline * year) : (1 - decline) ** year;
}

/** Said if making is not paid back within the life. */
export function notesOnPayback(
  { baseline_t, embodied_t }: Pick<AvoidedEmissions, "baseline_t" | "embodied_t">,
  lifetime: number,
) {
  if (embodied_t <= baseline_t) return [];
  return [texts.notPaidBack({ embodied: Math.round(embodied_t), baseline: Math.round(baseline_t), lifetime })];
}

/** Said if a linear decline ends before the life does. */
export function notesOnDecline({
  decline,
  declineForm,
  lifetime_yr,
}: Pick<ExportedCapacity, "decline" | "declineForm" | "lifetime_yr">) {
  const last = lifetime_yr - 1;
  if (declineForm !== "linear" || decline * last < 1) return [];
  return [texts.steepDecline({ decline, years: Math.ceil(1 / decline), lifetime: lifetime_yr })];
}
