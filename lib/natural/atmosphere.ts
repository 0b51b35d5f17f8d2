import { z } from "zod";
import { messages } from "../message/message.ts";
import type { ResultOf } from "../tool/shape.ts";
import { numberIn } from "../tool/unit.ts";
import { yearIn } from "../tool/year.ts";
import { NaturalInputError } from "./estimate.ts";
import { emptyPeriod } from "./period.ts";

const texts = messages("natural", {
  noMoleFraction: {
    en: "The mole fractions of {gas} have no value for {year}.",
    zh: "{gas} 的摩尔分数没有 {year} 年的值。",
  },
  noNeighbourYear: {
    en: "The growth of {gas} in {first} needs the year before or after it.",
    zh: "计算 {gas} 在 {first} 年的增长需要前一年或后一年的值。",
  },
});

/** Mass in the atmosphere per unit of mole fraction. */
export const burdenFactors = {
  CO2: {
    perUnit: 2.124,
    moleUnit: "ppm",
    massUnit: "Gt C",
    source: "Ballantyne et al. (2012), doi:10.1038/nature11299",
  },
  CH4: {
    perUnit: 2.75,
    moleUnit: "ppb",
    massUnit: "Tg CH4",
    source: "Saunois et al. (2020), doi:10.5194/essd-12-1561-2020",
  },
  N2O: { perUnit: 4.79, moleUnit: "ppb", massUnit: "Tg N", source: "Prather et al. (2012), doi:10.1029/2012GL051440" },
} as const;

export type BudgetGas = keyof typeof burdenFactors;

/** The annual mean mole fraction of a gas. */
export const moleFractionShape = z.object({
  year: yearIn,
  moleFraction: numberIn("ppb").positive(),
});
export type MoleFraction = ResultOf<typeof moleFractionShape>;

/** Mean over the years first … last: mole fraction, burden = factor × mole fraction, and growth of the burden per year. */
export interface BurdenAndGrowth {
  readonly moleFraction: number;
  readonly burden: number;
  readonly growth: number;
  readonly unit: string;
}

/**
 * Burden and mean yearly growth from annual means. Growth over the period is (x(last + ½) − x(first − ½)) / years, where the
 * value at the turn of a year is the mean of its two neighbours; if a neighbour is missing, the annual mean at the end
 * is used, with the years between the two points.
 */
export function burdenAndGrowth(
  gas: BudgetGas,
  series: readonly MoleFraction[],
  first: number,
  last: number,
): BurdenAndGrowth {
  const at = new Map(series.map(({ year, moleFraction }) => [year, moleFraction]));
  const inside: number[] = [];
  for (let year = first; year <= last; year++) {
    const value = at.get(year);
    if (value === undefined) throw new NaturalInputError("moleFractions", texts.noMoleFraction({ gas, year }));
    inside.push(value);
  }
  if (inside.length === 0) throw emptyPeriod(first, last);
  const [before, after] = [at.get(first - 1), at.get(last + 1)];
  const begin = before === undefined ? { t: first, x: inside[0]! } : { t: first - 0.5, x: (before + inside[0]!) / 2 };
  const end = after === undefined ? { t: last, x: inside.at(-1)! } : { t: last + 0.5, x: (after + inside.at(-1)!) / 2 };
  if (end.t === begin.t) throw new NaturalInputError("moleFractions", texts.noNeighbourYear({ gas, first }));
  const { perUnit, massUnit } = burdenFactors[gas];
  const moleFraction = inside.reduce((sum, value) => sum + value, 0) / inside.length;
  return {
    moleFraction,
    burden: perUnit * moleFraction,
    growth: (perUnit * (end.x - begin.x)) / (end.t - begin.t),
    unit: massUnit,
  };
}
