import { type Message, messages } from "../message/message.ts";
import { partsOf } from "../quantity/dimension.ts";
import { toNumber } from "../quantity/rational.ts";
import type { Substance } from "../quantity/substance.ts";
import { factorOf, parseUnit, type Unit } from "../quantity/unit.ts";
import { byUnit } from "./by-unit.ts";

const texts = messages("tool.span", {
  above: {
    en: "{field} is {value} {unit}, more than {times} times the largest of {what} ({most} {its}; {source}). Check the value and its unit; it was used as given.",
    zh: "{field} 为 {value} {unit}，超过{what}中最大值（{most} {its}；{source}）的 {times} 倍。请核对数值与单位；计算按所给数值进行。",
  },
  below: {
    en: "{field} is {value} {unit}, less than 1/{times} of the smallest of {what} ({least} {its}; {source}). Check the value and its unit; it was used as given.",
    zh: "{field} 为 {value} {unit}，不足{what}中最小值（{least} {its}；{source}）的 1/{times}。请核对数值与单位；计算按所给数值进行。",
  },
  ncv: { en: "the calorific values of fuels that ship", zh: "随附的燃料热值" },
  grids: { en: "the factors of grids that ship", zh: "随附的电网因子" },
  fuelCo2: { en: "the CO2 factors of fuels that ship", zh: "随附的燃料 CO2 因子" },
  fuelCarbon: { en: "the carbon contents of fuels that ship", zh: "随附的燃料含碳量" },
  fuelCh4: { en: "the CH4 factors of fuels that ship", zh: "随附的燃料 CH4 因子" },
  fuelN2o: { en: "the N2O factors of fuels that ship", zh: "随附的燃料 N2O 因子" },
  litre: { en: "the factors of fuels per litre that ship", zh: "随附的每升燃料因子" },
  productCo2: { en: "the CO2 factors of materials and processes that ship", zh: "随附的材料与工艺 CO2 因子" },
  mining: { en: "the CH4 factors of coal mining that ship", zh: "随附的煤矿 CH4 因子" },
  animals: { en: "the CH4 factors of animals that ship", zh: "随附的牲畜 CH4 因子" },
  nitrogen: { en: "the N2O factors of nitrogen that ship", zh: "随附的氮的 N2O 因子" },
  wetCh4: { en: "the yearly CH4 factors of wet soils and waters that ship", zh: "随附的湿润土壤与水体年 CH4 因子" },
  soilCo2: { en: "the CO2 factors of drained soils that ship", zh: "随附的排水土壤 CO2 因子" },
  soilN2o: { en: "the N2O factors of drained soils that ship", zh: "随附的排水土壤 N2O 因子" },
  burnt: { en: "the masses of burnt fuel per area that ship", zh: "随附的单位面积可燃物量" },
  forest: { en: "the carbon stocks of forests that ship", zh: "随附的森林碳储量" },
});

/** The smallest and the largest that ship of one kind of factor. Another of the same unit that lies far outside has a wrong unit. */
export interface FactorSpan {
  readonly least?: number;
  readonly most?: number;
  readonly unit: string;
  /** Whether CO2e is held against it as CO2 is. */
  readonly isOfCo2e?: true;
  readonly dataset: string;
  readonly source: string;
  readonly what: () => Message;
}

/**
 * How far beyond its span a factor may lie without a note: the spans are those of defaults and countries, and plants differ more. A
 * thousandfold slip, as from g to kg, is seen wherever the span is narrower than a hundredfold.
 */
export const MARGIN = 10;

const [ipcc, fra] = ["IPCC 2006", "FAO FRA 2020"];

/** Each is a figure of a shipped dataset, from which `test/reference/factor-spans.test.ts` computes it again. */
export const factorSpans: readonly FactorSpan[] = [
  { least: 2.47, most: 50.4, unit: "TJ NCV/Gg", dataset: "factors_energy", source: ipcc, what: texts.ncv },
  // What a process uses may be little: only more than any fuel holds is odd.
  { most: 50.4, unit: "TJ/Gg", dataset: "factors_energy", source: ipcc, what: texts.ncv },
  {
    least: 17.241379,
    unit: "g CO2/kWh",
    isOfCo2e: true,
    dataset: "electricity_intensity",
    source: "Ember",
    what: texts.grids,
  },
  { least: 44_400, unit: "kg CO2/TJ NCV", dataset: "factors_energy", source: ipcc, what: texts.fuelCo2 },
  { least: 12.1, most: 70.8, unit: "kg C/GJ NCV", dataset: "factors_energy", source: ipcc, what: texts.fuelCarbon },
  { least: 0.5, most: 300, unit: "kg CH4/TJ NCV", dataset: "factors_energy", source: ipcc, what: texts.fuelCh4 },
  { least: 0.1, most: 28.6, unit: "kg N2O/TJ NCV", dataset: "factors_energy", source: ipcc, what: texts.fuelN2o },
  {
    least: 0.09289,
    unit: "kg CO2/L",
    isOfCo2e: true,
    dataset: "factors_value_chain_uk",
    source: "DEFRA 2025",
    what: texts.litre,
  },
  { least: 0.03, most: 5, unit: "t CO2/t", dataset: "factors_ippu", source: ipcc, what: texts.productCo2 },
  { least: 0.1, most: 18, unit: "m3 CH4/t", dataset: "factors_energy", source: ipcc, what: texts.mining },
  { least: 0.08, most: 128, unit: "kg CH4/head/yr", dataset: "factors_afolu", source: ipcc, what: texts.animals },
  { least: 0.003, most: 0.02, unit: "kg N2O-N/kg N", dataset: "factors_afolu", source: ipcc, what: texts.nitrogen },
  {
    least: 13.6,
    most: 900,
    unit: "kg CH4/ha/yr",
    dataset: "factors_afolu",
    source: "IPCC 2013, 2019",
    what: texts.wetCh4,
  },
  { least: 0.25, most: 20, unit: "t CO2-C/ha/yr", dataset: "factors_afolu", source: "IPCC 2013", what: texts.soilCo2 },
  { least: 0.1, most: 16, unit: "kg N2O-N/ha/yr", dataset: "factors_afolu", source: ipcc, what: texts.soilN2o },
  { least: 4, most: 119.6, unit: "t d.m./ha", dataset: "factors_afolu", source: ipcc, what: texts.burnt },
  { most: 348.66, unit: "t C/ha", dataset: "forest_carbon_countries", source: fra, what: texts.forest },
];

/** A note if a factor lies far outside of what ships of its kind. Zero is no slip of a unit. */
export function outsideSpan(value: number, unit: string, field: string, names: () => string): Message[] {
  const bounds = boundsOf(unit);
  if (bounds === undefined || !(value > 0)) return [];
  const { least, most, unit: its, source, what } = bounds.span;
  const given = { field, value, unit, times: MARGIN, what: what(), source, its };
  if (most !== undefined && value > bounds.most) return [texts.above({ ...given, most })];
  if (least !== undefined && value < bounds.least && !isWater(bounds.span, names))
    return [texts.below({ ...given, least })];
  return [];
}

/** A litre of water is no fuel, and little is emitted for it. */
function isWater({ unit }: FactorSpan, names: () => string): boolean {
  return unit.endsWith("/L") && /water|水/.test(names());
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly span: FactorSpan;
}

const boundsOf = byUnit((unit): Bounds | undefined => {
  const kind = kindOf(unit);
  const span = factorSpans.find((each) => kindsOf(each).includes(kind));
  if (!span) return undefined;
  const ratio = toNumber(factorOf(parseUnit(span.unit))) / toNumber(factorOf(unit));
  const { least = 0, most = Number.POSITIVE_INFINITY } = span;
  return { least: (least * ratio) / MARGIN, most: most * ratio * MARGIN, span };
});

function kindsOf({ unit, isOfCo2e }: FactorSpan): string[] {
  const kind = kindOf(parseUnit(unit));
  return isOfCo2e ? [kind, kind.replace("of CO2", "of CO2e")] : [kind];
}

/** Which bases a unit has, of what: what is told apart are gases, elements, dry matter, and heat of fuels from other energy. */
function kindOf(unit: Unit): string {
  const isLitre = unit.terms.some(({ unit: { symbol } }) => /^[mkMG]?L$/.test(symbol));
  const parts = partsOf(unit).map(
    ({ base, exponent, substance }) => `${base}${kindOfSubstance(substance)} ${exponent}`,
  );
  return [...parts.sort(), isLitre ? "litre" : ""].join(", ");
}

function kindOfSubstance(substance: Substance | undefined): string {
  switch (substance?.kind) {
    case undefined:
      return "";
    case "gas":
      return ` of ${substance.gas}${substance.basis === "mass" ? "" : `-${substance.basis}`}`;
    case "CO2e":
      return " of CO2e";
    case "element":
      return ` of ${substance.element}`;
    case "material":
      return /^[NG]CV$/.test(substance.name) ? " of heat" : substance.name === "d.m." ? " of d.m." : "";
  }
}

/** Where nothing is noted, in the unit; undefined without a span. */
export function spanRange(unit: string): { readonly least?: number; readonly most?: number } | undefined {
  return boundsOf(unit);
}
