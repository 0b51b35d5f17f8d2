import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { metricValue } from "../../quantity/co2e.ts";
import { publishedValue } from "../../quantity/gwp-table.ts";
import { QuantityError } from "../../quantity/quantity-error.ts";
import { findGas, findMetric } from "../../quantity/substance.ts";
import { gasIn } from "../../tool/gas.ts";
import { messagesOut, metricOut } from "../../tool/outcome.ts";
import type { InputOf, ResultOf } from "../../tool/shape.ts";
import { numberIn } from "../../tool/unit.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { type ClimateKind, climateKinds } from "./climate-flow.ts";

const texts = messages("lifecycle.impact", {
  line: { en: "Line {row} ({gas}): {problem}", zh: "第 {row} 行（{gas}）：{problem}" },
  negativeRemoval: {
    en: "a removal is given in positive kilograms and counts as negative; got {kg} kg.",
    zh: "清除量应以正的千克数给出，计算时取负；实际为 {kg} kg。",
  },
  notRemoved: {
    en: "only CO2 is taken up from the air by what grows; a removal of {gas} does not exist. Methane that is captured or oxidised is not emitted: leave it out.",
    zh: "生物生长只从大气中吸收 CO2，不存在对 {gas} 的生物源清除。被收集或氧化的甲烷属于未排放，请不要列入。",
  },
  otherOrigin: {
    en: 'the kind "{kind}" and the origin "{origin}" contradict each other. Change one of them.',
    zh: "类别“{kind}”与来源“{origin}”相互矛盾。请更改其一。",
  },
  byOriginUnknown: {
    en: "{gas} of the kind {kind} has no origin: the value without an origin was used. State the origin, because {metric} has a value for each.",
    zh: "类别为 {kind} 的 {gas} 未给出来源：采用了不分来源的数值。{metric} 按来源给出数值，请写明来源。",
  },
  fromMemory: {
    en: "The value of {gas} in {metric} was not read in any source at hand: check it before use.",
    zh: "{gas} 在 {metric} 中的数值未在任何现有来源中查到：使用前请核对。",
  },
  credits: {
    en: "Negative emissions were given, and are subtracted as credits. Avoided emissions of others do not belong in a footprint of a product.",
    zh: "给出了负的排放量，已作为抵减扣除。他方避免的排放不应计入产品碳足迹。",
  },
  removalsCounted: {
    en: "The total counts biogenic CO2: removals as −1 and emissions as +1 (ISO 14067). What is still stored at the end of the boundary lowers it: state it beside the total.",
    zh: "总量计入生物源 CO2：清除按 −1、排放按 +1 计（ISO 14067）。系统边界末端仍储存的碳会降低总量：请一并说明。",
  },
});
export const origins = ["fossil", "biogenic"] as const;

/** A mass of a greenhouse gas, of one kind. */
export const climateLineShape = z.strictObject({
  gas: gasIn.describe("e.g. CO2, CH4, HFC-134a"),
  kg: numberIn("kg").describe("Positive, also for a removal"),
  kind: z.enum(climateKinds),
  /** Where the carbon comes from; default: what the kind says. */
  origin: z
    .enum(origins)
    .optional()
    .describe("Where its carbon comes from; default: what the kind says. It decides the value of methane in AR6"),
});
export type ClimateLine = InputOf<typeof climateLineShape>;

/** A line with what it counts. */
export const countedLineShape = z.object({
  gas: z.string(),
  kind: z.enum(climateKinds),
  origin: z.enum(origins).nullable(),
  kg: numberIn("kg"),
  /** kg CO2e per kg. */
  factor: numberIn("kg CO2e {metric}/kg"),
  /** kg CO2e; negative for a removal. */
  value: numberIn("kg CO2e {metric}"),
  source: z.string().describe("Where the factor stands"),
});
export type CountedLine = ResultOf<typeof countedLineShape>;

const co2e = "kg CO2e {metric}";

/** kg CO2e by a metric. */
export const climateSumsShape = z.object({
  byKind: z
    .object({
      fossil: numberIn(co2e),
      "biogenic emission": numberIn(co2e),
      "biogenic removal": numberIn(co2e).describe("Zero or negative"),
      "land-use change": numberIn(co2e),
      aircraft: numberIn(co2e),
    })
    .describe("Each by itself; they sum to the total"),
  total: numberIn(co2e),
  /**
   * Without emissions and removals of biogenic CO2, also that of aircraft's biogenic fuels; biogenic methane and others stay, and so
   * does CO2 of land-use change, which is a kind of its own.
   */
  withoutBiogenicCO2: numberIn(co2e).describe(
    "Without emissions and removals of biogenic CO2; biogenic methane and other gases stay",
  ),
  lines: z.array(countedLineShape).describe("What each line of the inventory counts"),
  metric: metricOut,
  notes: messagesOut,
});
export type ClimateSums = ResultOf<typeof climateSumsShape>;

/** The origin that a kind says by itself. */
const originOfKind: Readonly<Partial<Record<ClimateKind, "fossil" | "biogenic">>> = {
  fossil: "fossil",
  "biogenic emission": "biogenic",
  "biogenic removal": "biogenic",
};

/**
 * Greenhouse gases by the kinds that ISO 14067:2018 asks to state each by itself, and their total. A removal counts as negative.
 * Biogenic CO2 weighs as fossil CO2: +1 where it is emitted, −1 where it is taken up. Emissions of aircraft stand apart and are part
 * of the total. Methane weighs by the origin of its carbon where the metric tells origins apart (AR6.GWP100: 29.8 fossil, 27.0
 * biogenic); without an origin, which only land-use change and aircraft can lack, the value for unspecified methane is used and a
 * note says so. Throws LifecycleError, with the line, for an unknown gas, a gas without a value, a negative removal, or a kind and an
 * origin that contradict each other; QuantityError for an unknown metric.
 *
 * @param metric e.g. `AR6.GWP100`.
 */
export function climateSums(inventory: readonly ClimateLine[], metric: string): ClimateSums {
  const by = findMetric(metric);
  const notes = new Map<string, Message>();
  const lines = inventory.map((line, at) => counted(line, at + 1, by, notes));
  const byKind = Object.fromEntries(
    climateKinds.map((kind) => [kind, sum(lines.filter((line) => line.kind === kind))]),
  ) as Record<ClimateKind, number>;
  const isBiogenicCO2 = ({ gas, origin, kind }: CountedLine) =>
    gas === "CO2" && origin === "biogenic" && kind !== "land-use change";
  if (lines.some(({ kind, gas }) => gas === "CO2" && kind === "biogenic removal"))
    notes.set("removals", texts.removalsCounted());
  return {
    metric: by,
    byKind,
    total: sum(lines),
    withoutBiogenicCO2: sum(lines.filter((line) => !isBiogenicCO2(line))),
    lines,
    notes: [...notes.values()],
  };
}

function counted({ gas, kg, kind, origin }: ClimateLine, row: number, metric: string, notes: Map<string, Message>) {
  const refuse = (problem: Message) => new LifecycleError("inventory", texts.line({ row, gas, problem }));
  const isRemoval = kind === "biogenic removal";
  if (isRemoval && kg < 0) throw refuse(texts.negativeRemoval({ kg }));
  const implied = originOfKind[kind];
  if (origin !== undefined && implied !== undefined && origin !== implied)
    throw refuse(texts.otherOrigin({ kind, origin }));
  const from = origin ?? implied;
  const named = findGas(gas) ?? gas;
  if (isRemoval && findGas(gas) !== undefined && named !== "CO2") throw refuse(texts.notRemoved({ gas: named }));
  const value = (() => {
    try {
      // Biogenic CO2 is not part of an inventory's CO2e, but of a product's footprint: it weighs as any CO2.
      return metricValue(named, metric, named === "CO2" ? undefined : from);
    } catch (error) {
      if (error instanceof QuantityError) throw refuse(error.said);
      throw error;
    }
  })();
  if (from === undefined && publishedValue(metric, `${named} fossil`))
    notes.set(`origin ${named} ${kind}`, texts.byOriginUnknown({ gas: named, kind, metric }));
  if (value.read === null) notes.set(`memory ${named} ${from}`, texts.fromMemory({ gas: named, metric }));
  if (kg < 0) notes.set("credits", texts.credits());
  const amount = (isRemoval ? -kg : kg) * value.value;
  return {
    gas: named,
    kind,
    origin: from ?? null,
    kg,
    factor: value.value,
    value: amount === 0 ? 0 : amount,
    source: value.source,
  };
}

function sum(lines: readonly CountedLine[]): number {
  return lines.reduce((sofar, { value }) => sofar + value, 0);
}
