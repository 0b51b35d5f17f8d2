import { z } from "zod";
import { messages } from "../message/message.ts";
import type { InputOf } from "../tool/shape.ts";
import { numberIn } from "../tool/unit.ts";
import type { BurdenAndGrowth } from "./atmosphere.ts";
import { type Estimate, NaturalInputError, oneSigma } from "./estimate.ts";

const texts = messages("natural", {
  rangeOfEstimates: { en: "range of estimates", zh: "各估计的范围" },
  tableOfSources: { en: "Tian et al. (2020), table 1", zh: "Tian 等（2020），表 1" },
  bottomUp: { en: "bottom-up", zh: "自下而上" },
  burdenOverLifetime: {
    en: "burden of {burden} Tg N over a lifetime of {years} ± {sigma} years",
    zh: "大气储量 {burden} Tg N 除以寿命 {years} ± {sigma} 年",
  },

  noSourceRow: {
    en: "The table has no row {source}.",
    zh: "表中没有 {source} 这一行。",
  },
});

/** Lifetime of N2O in the atmosphere, years. Prather et al. (2015), doi:10.1002/2015JD023267. */
export const N2O_LIFETIME = { value: 116, sigma: 9 } as const;

export const nitrousOxideRowShape = z.object({
  source: z.string(),
  mean_tg_n: numberIn("Tg N/yr"),
  min_tg_n: numberIn("Tg N/yr"),
  max_tg_n: numberIn("Tg N/yr"),
});
export type NitrousOxideRow = InputOf<typeof nitrousOxideRowShape>;

export interface NitrousOxideBudget {
  readonly unit: "Tg N/yr";
  readonly anthropogenic: Estimate;
  readonly natural: Estimate;
  readonly sources: Estimate;
  /** Loss in the stratosphere: burden / lifetime. */
  readonly loss: Estimate;
  readonly growth: number;
  /** Sources minus loss and growth. */
  readonly imbalance: number;
  readonly anthropogenicShare: number;
  /** The sum of the four anthropogenic parts minus their total; each is rounded to 0.1 Tg. */
  readonly partsApart: number;
}

/**
 * sources = loss + growth + B_IM, with loss = burden / lifetime.
 * Sources: Tian et al. (2020), doi:10.1038/s41586-020-2780-0, table 1; lifetime of Prather et al. (2015); burden and growth
 * from measured mole fractions over the same years.
 */
export function nitrousOxideBudget(
  rows: readonly NitrousOxideRow[],
  air: BurdenAndGrowth,
  lifetime: { readonly value: number; readonly sigma: number } = N2O_LIFETIME,
): NitrousOxideBudget {
  const find = (source: string) => {
    const row = rows.find((each) => each.source === source);
    if (row) return row;
    throw new NaturalInputError("rows", texts.noSourceRow({ source }));
  };
  const estimate = ({ mean_tg_n, min_tg_n, max_tg_n }: NitrousOxideRow): Estimate => ({
    value: mean_tg_n,
    lo: min_tg_n,
    hi: max_tg_n,
    unit: "Tg N/yr",
    interval: texts.rangeOfEstimates(),
    source: texts.tableOfSources(),
    method: texts.bottomUp(),
  });
  const [human, wild] = [find("Anthropogenic_total"), find("Natural_total")];
  const sources = estimate({
    source: "",
    mean_tg_n: human.mean_tg_n + wild.mean_tg_n,
    min_tg_n: human.min_tg_n + wild.min_tg_n,
    max_tg_n: human.max_tg_n + wild.max_tg_n,
  });
  const loss: Estimate = {
    value: air.burden / lifetime.value,
    lo: air.burden / (lifetime.value + lifetime.sigma),
    hi: air.burden / (lifetime.value - lifetime.sigma),
    unit: "Tg N/yr",
    interval: oneSigma(),
    source: "Prather et al. (2015), doi:10.1002/2015JD023267; NOAA GML mole fractions",
    method: texts.burdenOverLifetime({ burden: air.burden.toFixed(0), years: lifetime.value, sigma: lifetime.sigma }),
  };
  const parts = rows.filter((row) => row !== human && row !== wild).reduce((sum, row) => sum + row.mean_tg_n, 0);
  return {
    unit: "Tg N/yr",
    anthropogenic: estimate(human),
    natural: estimate(wild),
    sources,
    loss,
    growth: air.growth,
    imbalance: sources.value - loss.value - air.growth,
    anthropogenicShare: human.mean_tg_n / sources.value,
    partsApart: parts - human.mean_tg_n,
  };
}
