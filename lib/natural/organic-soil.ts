import { messages } from "../message/message.ts";
import { type Estimate, NaturalInputError } from "./estimate.ts";

const texts = messages("natural", {
  assumedRange: {
    en: "assumed ± {percent} %, in place of the tables' 95 %",
    zh: "假定为 ± {percent} %，代替各表的 95 % 区间",
  },
  wetlandsTables: {
    en: "IPCC 2013 Wetlands Supplement, tables 2.1 to 2.5 and 3.1 to 3.3",
    zh: "《IPCC 2013 湿地增补》表 2.1 至 2.5 和表 3.1 至 3.3",
  },
  firstTier: { en: "tier 1, {use}", zh: "方法1，{use}" },

  negativeArea: {
    en: "area_ha is {area}; expected a number ≥ 0.",
    zh: "area_ha 不应为负，实际为{area}。",
  },
});

/** Emissions of a hectare of organic soil: t CO2-C on site and by dissolved carbon, kg CH4 of land and of ditches, kg N2O-N. */
export interface OrganicSoilFactors {
  readonly co2c_t: number;
  readonly doc_t: number;
  readonly ch4_kg: number;
  readonly ditchCh4_kg: number;
  readonly ditchShare: number;
  readonly n2on_kg: number;
}

const drained = (co2c_t: number, doc_t: number, ch4: number, ditch: number, share: number, n2on: number) => ({
  co2c_t,
  doc_t,
  ch4_kg: ch4,
  ditchCh4_kg: ditch,
  ditchShare: share,
  n2on_kg: n2on,
});
/** CH4-C of table 3.3 as CH4; no ditches and next to no N2O once water is back. */
const rewetted = (co2c_t: number, doc_t: number, ch4c: number) => drained(co2c_t, doc_t, (ch4c * 16) / 12, 0, 0, 0);

/**
 * 2013 Wetlands Supplement: drained, tables 2.1 (CO2), 2.2 (DOC), 2.3 and 2.4 (CH4), 2.5 (N2O); rewetted, tables 3.1 to 3.3.
 * All were read in the IPCC Emission Factor Database, those of drained oil palm and acacia in a copy (WRI carbon-budget);
 * from memory are the shares of ditches (0.025, 0.05) and the 1.2 kg N2O-N of oil palm.
 */
export const organicSoilFactors = {
  "drained forest, boreal, nutrient-poor": drained(0.25, 0.12, 7, 217, 0.025, 0.22),
  "drained forest, boreal, nutrient-rich": drained(0.93, 0.12, 2, 217, 0.025, 3.2),
  "drained forest, temperate": drained(2.6, 0.31, 2.5, 217, 0.025, 2.8),
  "drained cropland, boreal and temperate": drained(7.9, 0.31, 0, 1165, 0.05, 13),
  "drained grassland, boreal": drained(5.7, 0.12, 1.4, 1165, 0.05, 9.5),
  "drained grassland, temperate, nutrient-rich, deep": drained(6.1, 0.31, 16, 1165, 0.05, 8.2),
  "drained grassland, temperate, nutrient-rich, shallow": drained(3.6, 0.31, 39, 527, 0.05, 1.6),
  "peat extraction, boreal and temperate": drained(2.8, 0.31, 6.1, 542, 0.05, 0.3),
  "drained oil palm, tropical": drained(11, 0.82, 0, 2259, 0.02, 1.2),
  "drained acacia, tropical": drained(20, 0.82, 2.7, 2259, 0.02, 5),
  "rewetted, boreal, nutrient-poor": rewetted(-0.34, 0.08, 41),
  "rewetted, boreal, nutrient-rich": rewetted(-0.55, 0.08, 137),
  "rewetted, temperate, nutrient-poor": rewetted(-0.23, 0.24, 92),
  "rewetted, temperate, nutrient-rich": rewetted(0.5, 0.24, 216),
  "rewetted, tropical": rewetted(0, 0.51, 41),
} as const satisfies Record<string, OrganicSoilFactors>;
export type OrganicSoilUse = keyof typeof organicSoilFactors;
export const organicSoilUses = Object.keys(organicSoilFactors) as OrganicSoilUse[];

/** Assumed half-width of a factor's range relative to its value: the tables' 95 % intervals are of that order. */
const HALF_RANGE = { CO2: 0.35, CH4: 0.6, N2O: 0.5 } as const;

/**
 * Emissions of an area of organic soil, t/yr of each gas: CO2 = A (CO2-C + DOC-C) 44/12, CH4 = A ((1 − d) land + d ditch),
 * N2O = A N2O-N 44/28. 2013 Wetlands Supplement, eq. 2.2 to 2.7 and 3.1 to 3.8.
 */
export function organicSoil(use: OrganicSoilUse, area_ha: number): Record<"CO2" | "CH4" | "N2O", Estimate> {
  if (!(area_ha >= 0)) throw new NaturalInputError("area_ha", texts.negativeArea({ area: area_ha }));
  const f: OrganicSoilFactors = organicSoilFactors[use];
  const estimate = (gas: keyof typeof HALF_RANGE, value: number): Estimate => {
    const half = Math.abs(value) * HALF_RANGE[gas];
    return {
      value,
      lo: value - half,
      hi: value + half,
      unit: `t ${gas}/yr`,
      interval: texts.assumedRange({ percent: HALF_RANGE[gas] * 100 }),
      source: texts.wetlandsTables(),
      method: texts.firstTier({ use }),
    };
  };
  return {
    CO2: estimate("CO2", (area_ha * (f.co2c_t + f.doc_t) * 44) / 12),
    CH4: estimate("CH4", (area_ha * ((1 - f.ditchShare) * f.ch4_kg + f.ditchShare * f.ditchCh4_kg)) / 1000),
    N2O: estimate("N2O", (area_ha * f.n2on_kg * 44) / 28 / 1000),
  };
}
