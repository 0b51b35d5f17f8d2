import { messages } from "../../message/message.ts";
import { finite, UncertaintyError } from "../../uncertainty/uncertainty-error.ts";

const texts = messages("inventory", {
  noSources: {
    en: "The inventory needs at least one source.",
    zh: "清单至少应有一个排放源。",
  },
  negativeUncertainty: {
    en: "The {key} uncertainty of {name} is {percent} %, but half of an interval is not negative.",
    zh: "{name} 的 {key} 不确定性为 {percent} %，区间半宽不能为负。",
  },
  zeroSum: {
    en: "The sources sum to 0 in {key}; no percentage of that exists.",
    zh: "各源在 {key} 中之和为 0；无法求百分比。",
  },
});

/** Uncertainty in per cent, half of a 95 % interval; if not symmetric, the distances to the lower and the upper bound. */
export type Percent = number | { readonly lo: number; readonly hi: number };

/** One line of the inventory: a category and gas in the base year and in year t, emissions positive, removals negative. */
export interface InventorySource {
  readonly category: string;
  readonly gas?: string | undefined;
  /** Emissions of the base year and of year t, one unit for all lines, e.g. Gg CO2e */
  readonly base: number;
  readonly year: number;
  readonly activity: Percent;
  readonly factor: Percent;
  /** The same factor in both years (default, as in the guideline) */
  readonly factorCorrelated?: boolean | undefined;
  /** The same error of the activity data in both years (not the default in the guideline) */
  readonly activityCorrelated?: boolean | undefined;
  /** Lines of one factor group have one and the same factor, those of one activity group one and the same statistic. */
  readonly factorGroup?: string | undefined;
  readonly activityGroup?: string | undefined;
}

/** The name of the line in messages: category and gas. */
export function nameOf({ category, gas }: InventorySource): string {
  return gas ? `${category} ${gas}` : category;
}

/** The larger side of an uncertainty: used in columns E and F of Table 3.2 if it is not symmetric. */
export function larger(percent: Percent): number {
  return typeof percent === "number" ? percent : Math.max(percent.lo, percent.hi);
}

export function side(percent: Percent, of: "lo" | "hi"): number {
  return typeof percent === "number" ? percent : percent[of];
}

/** The uncertain parts of a line, with their sides. */
const sides = [
  ["activity", "lo"],
  ["activity", "hi"],
  ["factor", "lo"],
  ["factor", "hi"],
] as const;

/** Rejects lines without numbers, negative uncertainties and an empty inventory; the error names the line. */
export function checkSources(sources: readonly InventorySource[]): void {
  if (sources.length === 0) throw new UncertaintyError("sources", texts.noSources());
  for (const [at, source] of sources.entries()) {
    const name = nameOf(source);
    for (const key of ["base", "year"] as const) finite(`sources[${at}].${key} (${name})`, source[key]);
    for (const [key, direction] of sides) {
      const percent = finite(`sources[${at}].${key} (${name})`, side(source[key], direction));
      if (percent < 0)
        throw new UncertaintyError(`sources[${at}].${key}`, texts.negativeUncertainty({ key, name, percent }));
    }
  }
  for (const key of ["base", "year"] as const)
    if (sources.reduce((sum, source) => sum + source[key], 0) === 0)
      throw new UncertaintyError("sources", texts.zeroSum({ key }));
}
