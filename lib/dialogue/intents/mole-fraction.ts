import { burdenFactors } from "../../natural/atmosphere.ts";
import type { Draft } from "../intent.ts";
import type { QuantityMention } from "../language/quantities.ts";
import type { Assumption, Step } from "../plan.ts";
import type { Part } from "../template.ts";
import { figureDraft, wanted } from "./one-figure.ts";

const wholeAir: Assumption = {
  slot: "method",
  value: "burden",
  label: {
    en: "spread over the whole atmosphere, at a fixed mass by mole fraction",
    zh: "均匀分布于整个大气，单位摩尔分数的质量取定值",
  },
  because: { en: "a mole fraction is of the air, a mass is not", zh: "摩尔分数相对于空气，质量则不是" },
  rivals: [],
};

const FRACTION = /^pp[mb]$/;

/**
 * The mass of a gas in the air for a mole fraction, or the other way round: 2.124 Gt C for 1 ppm of CO2, as the carbon budget counts
 * it. Null where neither side is a mole fraction.
 */
export function moleFractionDraft(given: QuantityMention, amount: Part, to: string, said: string | null): Draft | null {
  const isFraction = FRACTION.test(given.measured);
  const fraction = isFraction ? given.measured : to;
  const mass = isFraction ? to : given.unit;
  if (!FRACTION.test(fraction) || !/^[A-Za-z]+ (?:C|CO2|CH4|N|N2O)$/.test(mass)) return null;
  const substance = mass.split(" ")[1]!;
  const gas = substance === "C" || substance === "CO2" ? "CO2" : substance === "CH4" ? "CH4" : "N2O";
  if (said !== null && said !== substance && said !== gas) return null;
  const { perUnit, moleUnit, massUnit } = burdenFactors[gas];
  if (fraction !== moleUnit) return null;
  const steps: readonly Step[] = isFraction
    ? [
        {
          id: "mass",
          tool: "quantity.multiply",
          args: {
            left: { value: given.value, unit: moleUnit },
            right: { value: perUnit, unit: `${massUnit}/${moleUnit}` },
            unit: mass,
          },
        },
      ]
    : [
        { id: "mass", tool: "quantity.convert", args: { value: given.value, from: given.unit, to: massUnit } },
        {
          id: "fraction",
          tool: "quantity.multiply",
          args: {
            left: { value: { $from: "mass", path: "value" }, unit: massUnit },
            right: { value: perUnit, unit: `${massUnit}/${moleUnit}` },
            operation: "over",
            unit: moleUnit,
          },
        },
      ];
  return figureDraft({
    steps,
    assumed: [wholeAir],
    wants: [wanted(isFraction ? "mass" : "fraction", "value", { path: "unit" }, { en: "converted", zh: "换算结果" })],
    subject: { en: [amount, " of ", { quoted: gas }, " in the air"], zh: ["大气中 ", amount, " ", { quoted: gas }] },
  });
}
