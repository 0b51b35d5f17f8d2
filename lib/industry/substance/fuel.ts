import { messages } from "../../message/message.ts";
import { realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import { IndustryError } from "../industry-error.ts";
import { atomicWeights } from "./atomic-weights.ts";
import { molarEnthalpy, STANDARD_TEMPERATURE } from "./glenn-polynomial.ts";
import { glennRecords } from "./glenn-records.ts";
import { ASH, burntEnthalpy, type Substance, sensible } from "./substance.ts";

const texts = messages("industry.fuel", {
  negative: {
    en: "The analysis of {fuel} gives {element} as {value}; a mass fraction lies between 0 and 1.",
    zh: "{fuel} 的元素分析中 {element} 为 {value}；质量分数应在 0 与 1 之间。",
  },
  overOne: {
    en: "The analysis of {fuel} adds up to {sum}, over 1. State mass fractions of C, H, O, N and S; what is left to 1 is ash.",
    zh: "{fuel} 的元素分析合计为 {sum}，超过 1。请给出 C、H、O、N、S 的质量分数；余下至 1 的部分为灰分。",
  },
  unknownElement: {
    en: "The analysis of {fuel} names {element}; a fuel is known by C, H, O, N and S, and the rest is ash.",
    zh: "{fuel} 的元素分析中有 {element}；燃料以 C、H、O、N、S 描述，其余为灰分。",
  },
  heatingValue: {
    en: "The heating value of {fuel} is {value} MJ/kg; it must be 0 or more.",
    zh: "{fuel} 的热值为 {value} MJ/kg；不应小于 0。",
  },
});

/** A fuel, known by its ultimate analysis and heating value. */
export interface FuelAnalysis {
  readonly name: string;
  /** kg of C, H, O, N, S in a kg of the fuel as burnt (moisture counts as its H and O); the rest is ash. */
  readonly analysis: Readonly<Record<string, number>>;
  /** MJ/kg, net (lower), at 298.15 K. */
  readonly lowerHeatingValue: number;
  readonly source: string;
}

const analysed = new Set(["C", "H", "O", "N", "S"]);
const rounding = 1e-6;

/**
 * A mixture whose enthalpy of formation is that of its products of combustion plus its heating value, so that its combustion closes by
 * construction. Its sensible heat, small beside it, is taken as that of graphite, and of silica for the ash.
 *
 * Throws IndustryError if the analysis is no analysis.
 */
export function fuelOf({ name, analysis, lowerHeatingValue, source }: FuelAnalysis): Substance {
  for (const [element, value] of Object.entries(analysis)) {
    if (!analysed.has(element)) throw new IndustryError(name, texts.unknownElement({ fuel: name, element }));
    if (!(value >= 0 && value <= 1)) throw new IndustryError(name, texts.negative({ fuel: name, element, value }));
  }
  if (!(lowerHeatingValue >= 0))
    throw new IndustryError(name, texts.heatingValue({ fuel: name, value: lowerHeatingValue }));
  const sum = Object.values(analysis).reduce((total, value) => total + value, 0);
  // Analyses are published rounded: a sum that exceeds 1 by their rounding is scaled to it.
  if (sum > 1 + rounding) throw new IndustryError(name, texts.overOne({ fuel: name, sum }));
  const scale = Math.max(1, sum);
  const ashShare = Math.max(0, 1 - sum);
  const elements: Record<string, number> = { [ASH]: ashShare };
  for (const [element, value] of Object.entries(analysis)) elements[element] = value / scale;
  const formation = burntEnthalpy(elements) + 1000 * lowerHeatingValue;
  return {
    name,
    phase: "condensed",
    elements,
    molarMass: undefined,
    formula: undefined,
    lowerHeatingValue,
    source,
    enthalpy: (a, temperature) =>
      a.sum([
        a.of(formation),
        a.scale(sensible(a, "C", temperature), 1 - ashShare),
        a.scale(sensible(a, "SiO2", temperature), ashShare),
      ]),
  };
}

/** MJ/kg net from gross: less the condensation of the water that the hydrogen of a kg of fuel forms. */
export function netFromGross(gross: number, hydrogen: number): number {
  const at = (name: string) => molarEnthalpy(realArithmetic, glennRecords[name]!, STANDARD_TEMPERATURE);
  return gross - (hydrogen / (2 * atomicWeights.H!)) * ((at("H2O") - at("water")) / 1000);
}

/** Fuels that ship. Plants state the analyses of theirs. */
export const shippedFuels: readonly FuelAnalysis[] = [
  {
    name: "hard coal",
    analysis: { C: 0.717259, H: 0.0506301, O: 0.0789829, N: 0.0140639, S: 0.0282403 },
    lowerHeatingValue: netFromGross(30.5052, 0.0506301),
    source:
      "Illinois No. 6 bituminous coal, dry, of the baseline studies of US DOE/NETL, as carried by the boiler examples of IDAES (gross 30.5052 MJ/kg); NETL's own report not seen",
  },
  {
    name: "coke",
    analysis: { C: 0.83 },
    lowerHeatingValue: 28.2,
    source:
      "IPCC 2006 Guidelines: carbon Vol. 3 table 4.3 (recalled), net calorific value Vol. 2 table 1.2; no other element is stated, so the rest is taken as ash",
  },
  {
    name: "wood",
    analysis: { C: 0.0305 * 15.6 },
    lowerHeatingValue: 15.6,
    source:
      "IPCC 2006 Guidelines, Vol. 2: net calorific value table 1.2, carbon 30.5 kg/GJ table 1.3 (wood and wood waste); no other element is stated, so the rest is taken as ash",
  },
  {
    name: "crude oil",
    analysis: { C: 0.02 * 42.3 },
    lowerHeatingValue: 42.3,
    source:
      "IPCC 2006 Guidelines, Vol. 2: net calorific value table 1.2, carbon 20.0 kg/GJ table 1.3; no other element is stated, so the rest is taken as ash",
  },
];
