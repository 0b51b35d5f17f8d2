import { type Message, messages } from "../../message/message.ts";
import { metricValue } from "../../quantity/co2e.ts";
import { publishedValue } from "../../quantity/gwp-table.ts";
import { QuantityError } from "../../quantity/quantity-error.ts";
import { findGas, findMetric } from "../../quantity/substance.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { type ClimateKind, climateKinds } from "./climate-flow.ts";

const said = messages("lifecycle.impact", {
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

/** A mass of a greenhouse gas, of one kind. */
export interface ClimateLine {
  readonly gas: string;
  /** Positive, also for a removal. */
  readonly kg: number;
  readonly kind: ClimateKind;
  /** Where the carbon comes from; default: what the kind says. */
  readonly origin?: "fossil" | "biogenic" | undefined;
}

/** A line with what it counts. */
export interface CountedLine {
  readonly gas: string;
  readonly kind: ClimateKind;
  readonly origin: "fossil" | "biogenic" | null;
  readonly kg: number;
  /** kg CO2e per kg. */
  readonly factor: number;
  /** kg CO2e; negative for a removal. */
  readonly value: number;
  readonly source: string;
}

/** kg CO2e by a metric. */
export interface ClimateSums {
  readonly metric: string;
  readonly byKind: Readonly<Record<ClimateKind, number>>;
  readonly total: number;
  /**
   * Without emissions and removals of biogenic CO2, also that of aircraft's biogenic fuels; biogenic methane and others stay, and so
   * does CO2 of land-use change, which is a kind of its own.
   */
  readonly withoutBiogenicCO2: number;
  readonly lines: readonly CountedLine[];
  readonly notes: readonly Message[];
}

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
    notes.set("removals", said.removalsCounted());
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
  const refuse = (problem: Message) => new LifecycleError("inventory", said.line({ row, gas, problem }));
  const isRemoval = kind === "biogenic removal";
  if (isRemoval && kg < 0) throw refuse(said.negativeRemoval({ kg }));
  const implied = originOfKind[kind];
  if (origin !== undefined && implied !== undefined && origin !== implied)
    throw refuse(said.otherOrigin({ kind, origin }));
  const from = origin ?? implied;
  const named = findGas(gas) ?? gas;
  if (isRemoval && findGas(gas) !== undefined && named !== "CO2") throw refuse(said.notRemoved({ gas: named }));
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
    notes.set(`origin ${named} ${kind}`, said.byOriginUnknown({ gas: named, kind, metric }));
  if (value.read === null) notes.set(`memory ${named} ${from}`, said.fromMemory({ gas: named, metric }));
  if (kg < 0) notes.set("credits", said.credits());
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
