import { type Message, messages } from "../message/message.ts";
import { type Estimate, inQuadrature, NaturalInputError, withSigma } from "./estimate.ts";

const texts = messages("natural", {
  fossilMethod: { en: "energy statistics and cement production", zh: "能源统计与水泥生产" },
  fossilLessCarbonation: {
    en: "energy statistics and cement production, less the carbonation of cement",
    zh: "能源统计与水泥生产，减去水泥碳化",
  },
  landUseMethod: { en: "mean of bookkeeping models", zh: "簿记模型均值" },
  growthMethod: { en: "measured mole fractions", zh: "实测摩尔分数" },
  oceanMethod: { en: "ocean models and observation products", zh: "海洋模型与观测产品" },
  landMethod: { en: "mean of dynamic vegetation models", zh: "动态植被模型均值" },
  cementMethod: { en: "carbonation of cement in use and waste", zh: "在用及废弃水泥的碳化" },
  imbalanceMethod: { en: "sources less growth and sinks", zh: "源减去大气增长和汇" },

  notFinite: {
    en: "{field} of {year} is {value}; expected a finite number.",
    zh: "{year} 年的 {field} 应为有限的数，实际为 {value}。",
  },
  noYear: {
    en: "The period contains no year of the budget.",
    zh: "该时段不含碳收支的任何年份。",
  },
});

/** Gt CO2 per Gt C in the Global Carbon Budget: 44.01/12.011, while the IPCC guidelines and `amount` use 44/12. */
export const CO2_OF_CARBON = 3.664;
/** Gt C in the atmosphere per ppm of CO2 (Ballantyne et al. 2012). */
export const GTC_OF_PPM = 2.124;

/** The terms of one year, or of the mean of several. Both sources and sinks are positive. Gt C/yr. */
export interface CarbonTerms {
  readonly year: number;
  /** E_FF before cement carbonation. */
  readonly fossil: number;
  readonly landUseChange: number;
  readonly atmosphericGrowth: number;
  readonly oceanSink: number;
  readonly landSink: number;
  /** Omitted if the source has none. */
  readonly cementCarbonation?: number | undefined;
}

/** One standard deviation of each term, Gt C/yr; the fossil one relative to the term. */
export interface CarbonSigma {
  readonly fossilRelative: number;
  readonly landUseChange: number;
  readonly atmosphericGrowth: number;
  readonly oceanSink: number;
  readonly landSink: number;
}

/** As stated in the header of the Global Carbon Budget 2025. */
export const publishedSigma: CarbonSigma = {
  fossilRelative: 0.05,
  landUseChange: 0.7,
  atmosphericGrowth: 0.2,
  oceanSink: 0.4,
  landSink: 0.5,
};

/**
 * How the carbonation of cement is counted: as a separate sink ("apart"), deducted from E_FF ("deducted", as in the tables of
 * the Global Carbon Budget), or not at all ("omitted", which leaves it in B_IM).
 */
export type Carbonation = "apart" | "deducted" | "omitted";

export type TermName = "E_FF" | "E_LUC" | "G_ATM" | "S_OCEAN" | "S_LAND" | "S_CEMENT" | "B_IM";

export interface BudgetTerm extends Estimate {
  readonly term: TermName;
  readonly side: "source" | "sink" | "growth" | "imbalance";
}

export interface CarbonBudget {
  readonly year: number;
  readonly terms: readonly BudgetTerm[];
  /** E_FF + E_LUC − (G_ATM + S_OCEAN + S_LAND + S_CEMENT + B_IM): zero except for rounding. */
  readonly closure: number;
  /** G_ATM over all emissions. */
  readonly airborneFraction: number;
}

/**
 * The budget of one year, closed by its imbalance:
 * E_FF + E_LUC = G_ATM + S_OCEAN + S_LAND (+ S_CEMENT) + B_IM.
 * The sigma of B_IM is that of the five terms in quadrature, as if they were independent.
 *
 * Source: Friedlingstein et al. (2025), Earth Syst. Sci. Data 17: 965-1039, eq. 1 and 2. Gt C/yr throughout.
 */
export function closeBudget(
  given: CarbonTerms,
  carbonation: Carbonation = "apart",
  sigma: CarbonSigma = publishedSigma,
): CarbonBudget {
  for (const [field, value] of Object.entries(given))
    if (value !== undefined && !Number.isFinite(value))
      throw new NaturalInputError(field, texts.notFinite({ field, year: given.year, value }));
  const cement = given.cementCarbonation ?? 0;
  const fossil = carbonation === "deducted" ? given.fossil - cement : given.fossil;
  const apart = carbonation === "apart" ? cement : 0;
  const sinks = given.oceanSink + given.landSink + apart;
  const emissions = fossil + given.landUseChange;
  const imbalance = emissions - (given.atmosphericGrowth + sinks);
  const fossilSigma = sigma.fossilRelative * given.fossil;
  const sigmas = [fossilSigma, sigma.landUseChange, sigma.atmosphericGrowth, sigma.oceanSink, sigma.landSink];
  const term = (
    name: TermName,
    side: BudgetTerm["side"],
    value: number,
    uncertainty: number | null,
    method: Message,
  ): BudgetTerm => ({
    term: name,
    side,
    ...withSigma(value, uncertainty, { unit: "Gt C/yr", source: "Global Carbon Budget", method }),
  });
  const fossilMethod = carbonation === "deducted" ? texts.fossilLessCarbonation() : texts.fossilMethod();
  const terms = [
    term("E_FF", "source", fossil, fossilSigma, fossilMethod),
    term("E_LUC", "source", given.landUseChange, sigma.landUseChange, texts.landUseMethod()),
    term("G_ATM", "growth", given.atmosphericGrowth, sigma.atmosphericGrowth, texts.growthMethod()),
    term("S_OCEAN", "sink", given.oceanSink, sigma.oceanSink, texts.oceanMethod()),
    term("S_LAND", "sink", given.landSink, sigma.landSink, texts.landMethod()),
    ...(carbonation === "apart" && given.cementCarbonation !== undefined
      ? [term("S_CEMENT", "sink", cement, null, texts.cementMethod())]
      : []),
    term("B_IM", "imbalance", imbalance, inQuadrature(sigmas), texts.imbalanceMethod()),
  ];
  return { year: given.year, terms, closure: closureOf(terms), airborneFraction: given.atmosphericGrowth / emissions };
}

/** Sources minus all terms of the other side. Zero except for rounding if B_IM is among the terms. */
export function closureOf(terms: readonly { readonly side: BudgetTerm["side"]; readonly value: number }[]): number {
  return terms.reduce((sum, { side, value }) => (side === "source" ? sum + value : sum - value), 0);
}

/** Σ or mean of the terms over years; a term missing in one of the years is omitted. Throws without years. */
export function overYears(rows: readonly CarbonTerms[], how: "sum" | "mean"): CarbonTerms {
  const last = rows.at(-1);
  if (!last) throw new NaturalInputError("terms", texts.noYear());
  const divisor = how === "mean" ? rows.length : 1;
  const fold = (read: (row: CarbonTerms) => number) => rows.reduce((sum, row) => sum + read(row), 0) / divisor;
  const hasCement = rows.every((row) => row.cementCarbonation !== undefined);
  return {
    year: last.year,
    fossil: fold((row) => row.fossil),
    landUseChange: fold((row) => row.landUseChange),
    atmosphericGrowth: fold((row) => row.atmosphericGrowth),
    oceanSink: fold((row) => row.oceanSink),
    landSink: fold((row) => row.landSink),
    cementCarbonation: hasCement ? fold((row) => row.cementCarbonation ?? 0) : undefined,
  };
}

/** The budget in Gt CO2/yr: every value times 3.664. */
export function inCarbonDioxide(budget: CarbonBudget): CarbonBudget {
  const times = (value: number | null) => (value === null ? null : value * CO2_OF_CARBON);
  return {
    ...budget,
    terms: budget.terms.map((term) => ({
      ...term,
      value: term.value * CO2_OF_CARBON,
      lo: times(term.lo),
      hi: times(term.hi),
      unit: "Gt CO2/yr",
    })),
    closure: budget.closure * CO2_OF_CARBON,
  };
}
