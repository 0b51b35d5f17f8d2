import { type Message, messages } from "../../message/message.ts";
import { inUnit } from "../matching/amount-unit.ts";
import { fuelLabel } from "./activities.ts";
import { type Clues, firstOf } from "./clues.ts";
import type { Sources } from "./finding.ts";
import type { Conversion } from "./target.ts";

const texts = messages("account.company", {
  byDensity: {
    en: "Litres to tonnes by {value} kg/L of {fuel} ({source}).",
    zh: "按 {fuel} 密度 {value} kg/L 由升换算为吨（{source}）。",
  },
  byVolumeHeat: {
    en: "Volume to net heat by {value} MJ/m3 of {fuel} ({source}); your supplier's own value may differ by some per cent.",
    zh: "按 {fuel} 低位热值 {value} MJ/m3 由体积换算为热量（{source}）；供应商实测值可能相差百分之几。",
  },
  fromGross: {
    en: "Gross to net calorific value by {ratio} (2006 IPCC Guidelines, V2 Ch1 Box 1.1).",
    zh: "按 {ratio} 由高位热值换算为低位热值（《2006 IPCC 指南》V2 Ch1 Box 1.1）。",
  },
  grossAssumed: {
    en: "Bills state {unit} of gas by gross calorific value; this is assumed here.",
    zh: "账单中的燃气 {unit} 按高位热值计；此处按此假定。",
  },
  netAssumed: { en: "{unit} is read as net calorific value.", zh: "{unit} 按低位热值计。" },
  netByUnit: { en: "Coal equivalent is counted by net calorific value.", zh: "标准煤按低位热值计。" },
  needDensity: {
    en: "There is no density of {fuel} with a source at hand: give an amount in tonnes or energy, or a conversion to them.",
    zh: "手头没有 {fuel} 有来源的密度：请给出以吨或能量计的数量，或换算系数。",
  },
  needPieceMass: {
    en: "{fuel} is counted in pieces: give what one of them holds, in kg or L.",
    zh: "{fuel} 按件计：请给出每件的含量（kg 或 L）。",
  },
  needUnit: {
    en: "“{unit}” is no amount of {fuel}: tonnes, litres, cubic metres or energy are needed.",
    zh: "“{unit}”不是 {fuel} 的数量单位：应为吨、升、立方米或能量单位。",
  },
  needHeat: {
    en: "There is no net calorific value of {fuel} at hand: give its amount as energy.",
    zh: "手头没有 {fuel} 的低位热值：请以能量单位给出数量。",
  },
  litresOfGas: {
    en: "A volume of liquefied gas is needed in litres or tonnes.",
    zh: "液化气体的体积应以升或吨给出。",
  },
});

/** Net over gross calorific value: 0.90 for natural gas and other gases, 0.95 for coal and oil (2006 IPCC Guidelines, V2 Ch1 Box 1.1). */
const NET_OF_GAS = 0.9;
const NET_OF_OTHERS = 0.95;
const gaseous = new Set([
  "Natural Gas",
  "Coke Oven Gas",
  "Gas Works Gas",
  "Other Biogas",
  "Landfill Gas",
  "Sludge Gas",
]);

/** Units of bills of gas, by gross calorific value; joules are net in statistics. */
const billed = /^(?:[kMGT]?Wh|1\d* [kMG]?Wh|MMBtu|therm|[kMGT]?Btu)$/;

/** The conversion of an amount of a fuel to what its factors are per: a mass or net energy. A message says what is needed. */
export function fuelConversion(
  clues: Clues,
  sources: Sources,
  fuel: string,
  form: string | null,
): Conversion | Message {
  const { unit } = clues;
  const name = fuelLabel(fuel);
  if (unit.dimension === "mass") {
    const hasHeat = sources.activities.fuel(fuel).some(({ parameter }) => parameter === "NCV");
    return hasHeat ? { unit: unit.text!, factor: null, byDistance: false, how: [] } : texts.needHeat({ fuel: name });
  }
  if (unit.dimension === "volume") return volumeConversion(unit.text!, sources, fuel, form);
  if (unit.dimension === "energy") return energyConversion(clues, sources, fuel);
  if (unit.dimension === "count") return texts.needPieceMass({ fuel: name });
  return texts.needUnit({ unit: unit.text ?? "", fuel: name });
}

function volumeConversion(
  unit: string,
  { measures }: Sources,
  fuel: string,
  form: string | null,
): Conversion | Message {
  const name = fuelLabel(fuel);
  const heat = form === "lng" ? undefined : measures.heat(fuel);
  if (heat !== undefined && !/^(?:[km]?L|gal)$/.test(unit)) {
    const factor = inUnit(1, unit, "m3")! * heat.value;
    const how = texts.byVolumeHeat({ value: rounded(heat.value), fuel: name, source: heat.source });
    return { unit: "MJ NCV", factor, byDistance: false, how: [how] };
  }
  if (form !== null && unit !== "L" && unit !== "kL" && unit !== "gal") return texts.litresOfGas();
  const density = gaseous.has(fuel) && form === null ? undefined : measures.density(fuel, form);
  if (density === undefined) return texts.needDensity({ fuel: name });
  const factor = inUnit(1, unit, "L")! * density.value;
  const how = texts.byDensity({ value: rounded(density.value), fuel: name, source: density.source });
  return { unit: "kg", factor, byDistance: false, how: [how] };
}

function energyConversion(clues: Clues, { answers }: Sources, fuel: string): Conversion {
  const { unit } = clues;
  const text = unit.text!;
  const net = text.includes("NCV") ? text : `${text.replace(/ GCV\b/, "")} NCV`;
  const answered = Object.hasOwn(answers, `basis:${fuel}`) ? answers[`basis:${fuel}`] : undefined;
  const said =
    unit.basis ??
    (firstOf(clues, "basis") as "NCV" | "GCV" | null) ??
    (answered === "GCV" || answered === "NCV" ? answered : null);
  const isBilled = billed.test(text) && (gaseous.has(fuel) || /Btu|therm/.test(text));
  const plain = { unit: net, factor: null, byDistance: false };
  if (said === "NCV") return { ...plain, how: [] };
  if (said === null && !isBilled)
    return { ...plain, how: [/tce|kgce/.test(text) ? texts.netByUnit() : texts.netAssumed({ unit: text })] };
  const ratio = gaseous.has(fuel) ? NET_OF_GAS : NET_OF_OTHERS;
  const assumed = said === null ? [texts.grossAssumed({ unit: text })] : [];
  return { unit: net, factor: ratio, byDistance: false, how: [...assumed, texts.fromGross({ ratio })] };
}

/** Whether an amount is read as gross because nothing says otherwise: this is asked. */
export function isGrossAssumed(clues: Clues, sources: Sources, fuel: string): boolean {
  const { unit } = clues;
  if (unit.dimension !== "energy" || unit.basis !== null || firstOf(clues, "basis") !== null) return false;
  return (
    !Object.hasOwn(sources.answers, `basis:${fuel}`) &&
    billed.test(unit.text!) &&
    (gaseous.has(fuel) || /Btu|therm/.test(unit.text!))
  );
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}
