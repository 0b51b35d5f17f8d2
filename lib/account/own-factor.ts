import { z } from "zod";
import { factorUnit } from "../company/scope-factor.ts";
import { emittedSubstance } from "../company/scope-selection.ts";
import { type Message, messages, type Sentence } from "../message/message.ts";
import { metricValue } from "../quantity/co2e.ts";
import { productIn } from "../quantity/quantity.ts";
import type { ResultOf } from "../tool/shape.ts";
import { numberIn, ratio, siblingUnit } from "../tool/unit.ts";
import { amountUnit } from "./matching/amount-unit.ts";
import { nameKey } from "./matching/fold-text.ts";

const texts = messages("account.ownFactor", {
  badUnit: {
    en: "Your factor of “{name}” has the unit “{unit}”: a mass of CO2e or of a gas per unit of the line is needed, such as kg CO2e/{per}.",
    zh: "您为“{name}”给出的因子单位为“{unit}”：需要单位用量的 CO2e 或气体质量，如 kg CO2e/{per}。",
  },
  aUnit: { en: "t", zh: "t" },
  noUnit: {
    en: "“{name}” has no unit, and your factor is per {per}: state the unit in the file, or convert it in the mapping.",
    zh: "“{name}”没有单位，而您的因子以每 {per} 计：请在文件中写明单位，或在映射表中换算。",
  },
  doesNotFit: {
    en: "Your factor of “{name}” is per {per}, and the amount is in {unit}, which does not convert: a factor per {unit} is needed, or a conversion to {per} in the mapping.",
    zh: "您为“{name}”给出的因子以每 {per} 计，而数量以 {unit} 计，两者不能换算：需要每 {unit} 的因子，或在映射表中换算为 {per}。",
  },
  givesEmission: {
    en: "The file gives the emission of “{name}” itself, so your factor does not apply to it.",
    zh: "文件直接给出“{name}”的排放量，您的因子不适用。",
  },
  source: { en: "Own factor: {source}", zh: "自有因子：{source}" },
  label: { en: "{activity} (own factor)", zh: "{activity}（自有因子）" },
  how: {
    en: "Your own factor, {factor} ({source}, {year}).",
    zh: "采用您的自有因子 {factor}（{source}，{year} 年）。",
  },
  howMarket: {
    en: "By market your own factor of the supplier, {factor} ({source}, {year}); by location the grid average.",
    zh: "基于市场取您给出的供应商因子 {factor}（{source}，{year} 年）；基于位置取电网平均因子。",
  },
  co2Only: {
    en: "Your factor of “{name}” is of CO2 alone: other gases are not in it.",
    zh: "您为“{name}”给出的因子仅含 CO2：不含其他气体。",
  },
  note: { en: "On your own factor: {note}", zh: "关于自有因子：{note}" },
  uncertainty: { en: "Your own factor is uncertain by ±{percent} %.", zh: "自有因子的不确定度为 ±{percent}%。" },
});

const part = {
  value: numberIn(siblingUnit).min(0),
  unit: z
    .string()
    .min(1)
    .max(100)
    .describe("A mass of CO2e or of a gas per unit: kg CO2e/t, kg CO2/kWh, kg CO2e AR6.GWP100/item"),
};

/** A person's own factor for a line. */
export const ownFactorShape = z.strictObject({
  ...part,
  gases: z.array(z.strictObject(part)).max(20).optional().describe("Further gases, where `unit` is of one gas alone"),
  source: z.string().trim().min(1).max(500).describe("Where it comes from: a supplier's declaration, a study, a table"),
  year: z.int().min(1900).max(2200).describe("The year that it is of"),
  note: z.string().max(2000).optional(),
  uncertainty: ratio.min(0).optional().describe("Half of the 95 % interval by the value: 0.1 is ±10 %"),
  scope: z.enum(["1", "2", "3"]).optional().describe("Of a company, where it counts if not as the line was found"),
  category: z
    .string()
    .max(40)
    .optional()
    .describe("Scope 1 and inventories: IPCC category; scope 2: kind of energy; scope 3: number of the category"),
  market: z
    .boolean()
    .optional()
    .describe("Of purchased energy, a supplier's rate: it counts in scope 2 by market alone (GHG Protocol)"),
});
export type OwnFactor = ResultOf<typeof ownFactorShape>;

/** An own factor as amounts of a line are multiplied with. */
export interface ReadOwnFactor {
  /** The unit of the amounts. */
  readonly unit: string;
  /** What the factor is per. */
  readonly per: string;
  /** By gas, or one of CO2e. */
  readonly parts: readonly { readonly value: number; readonly unit: string; readonly substance: string }[];
  /** One figure for all of it: of several gases that of CO2e. */
  readonly factor: number;
  readonly factorUnit: string;
  readonly notes: readonly Message[];
}

/** What of a line an own factor is read with; `unit` as the line has it. */
interface Of {
  readonly name: string;
  readonly unit: string;
}

/** An own factor beside the unit of a line; a message says what is needed where they do not fit. */
export function readOwnFactor(own: OwnFactor, { name, unit }: Of, metric: string): ReadOwnFactor | Message {
  const amount = amountUnit(unit);
  const perOf = (written: string) => splitUnit(written)?.per ?? "";
  // Crates, rolls, doses: a unit that nothing else knows is one thing of its kind.
  const isOwnUnit = amount.text === null && unit.trim() !== "" && nameKey(perOf(own.unit)) === nameKey(unit);
  const of = isOwnUnit ? "item" : amount.text;
  const parts: ReadOwnFactor["parts"][number][] = [];
  for (const { value, unit: written } of [own, ...(own.gases ?? [])]) {
    const per = perOf(written);
    const read = canonical(written, isOwnUnit ? "item" : (amountUnit(per).text ?? per), metric);
    if (read === null) return texts.badUnit({ name, unit: written, per: unit.trim() === "" ? texts.aUnit() : unit });
    if (amount.dimension === "none") return texts.noUnit({ name, per });
    if (amount.dimension === "emission") return texts.givesEmission({ name });
    const substance = of === null ? undefined : emittedSubstance(of, read);
    if (substance === undefined) return texts.doesNotFit({ name, per, unit });
    parts.push({ ...scaled(value, read), substance });
  }
  const first = parts[0]!;
  const isOne = parts.length === 1;
  const per = first.unit.slice(first.unit.indexOf("/") + 1);
  return {
    unit: of!,
    per,
    parts,
    factor: isOne ? first.value : parts.reduce((sum, each) => sum + kilogramsPer(per, each, metric), 0),
    factorUnit: isOne ? first.unit : `kg CO2e ${metric}/${per}`,
    notes: [
      ...(parts.every(({ substance }) => /^CO2(?: |$)/.test(substance)) ? [texts.co2Only({ name })] : []),
      ...(own.note?.trim() ? [texts.note({ note: own.note })] : []),
      ...(own.uncertainty === undefined
        ? []
        : [texts.uncertainty({ percent: Number((100 * own.uncertainty).toPrecision(4)) })]),
    ],
  };
}

/** kg CO2e of one unit; CO2 of living matter counts for nothing. */
export function kilogramsPer(
  unit: string,
  { value, unit: of, substance }: ReadOwnFactor["parts"][number],
  metric: string,
): number {
  const mass = productIn(1, unit, value, of, `kg ${substance}`);
  if (substance === "CO2 biogenic") return 0;
  if (substance.startsWith("CO2e ")) return mass;
  const [gas, origin] = substance.split(" ") as [string, ("fossil" | "biogenic")?];
  return mass * metricValue(gas, metric, origin).value;
}

/** Why a line has its own factor, with the factor as it was given. */
export function ownFactorHow(own: OwnFactor, isMarket: boolean): Message {
  const factor = [own, ...(own.gases ?? [])].map(({ value, unit }) => `${value} ${unit}`).join(" + ");
  return (isMarket ? texts.howMarket : texts.how)({ factor, source: own.source, year: String(own.year) });
}

/** Whether it counts in scope 2 by market alone, as a supplier's rate does. */
export const isByMarketAlone = ({ market }: OwnFactor, scope: string | null): boolean =>
  scope === "2" && market === true;

export const ownFactorSource = ({ source }: OwnFactor): Message => texts.source({ source });
export const ownFactorLabel = (activity: Sentence): Message => texts.label({ activity });

/** "0.0001 kg CO2e/kWh", per 10000 kWh, is a number and a unit. */
function scaled(value: number, unit: string): { readonly value: number; readonly unit: string } {
  const [, times, plain] = /^([\d.e+-]+) (.+)$/.exec(unit) ?? [];
  return plain === undefined ? { value, unit } : { value: value * Number(times), unit: plain };
}

/** "kg CO2e/t", "kgCO2e per tonne", "千克二氧化碳当量/吨". */
function splitUnit(written: string): { readonly mass: string; readonly per: string } | null {
  const [, mass, per] = /^(.+?)\s*(?:\/|\bper\b|每)\s*(.+)$/i.exec(written.trim()) ?? [];
  return mass === undefined || per === undefined ? null : { mass, per: per.replace(/^\((.*)\)$/, "$1") };
}

/** In the notation of quantities, with the metric of the account where none is stated; null if it is no factor. */
function canonical(written: string, per: string, metric: string): string | null {
  const mass = splitUnit(written)?.mass;
  if (mass === undefined) return null;
  const plain = mass
    .replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080))
    .replace(/二氧化碳当量|CO2\s*当量/i, "CO2e")
    .replace(/二氧化碳/, "CO2")
    .replace(/CO2\s*[-_]?\s*eq?(?:uivalents?|\.)?/i, "CO2e");
  const [, unit, substance] =
    /^(kg|g|mg|t|lb|千克|公斤|克|吨|tonnes?|kilograms?|grams?)\.?\s*([A-Z].*)$/.exec(plain) ?? [];
  const known = unit === undefined ? null : amountUnit(unit);
  if (known?.dimension !== "mass") return null;
  try {
    return factorUnit(`${known.text} ${substance}/${per}`, metric).unit;
  } catch {
    return null;
  }
}
