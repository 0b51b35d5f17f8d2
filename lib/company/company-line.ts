import { Fault } from "../message/fault.ts";
import { type Message, messages, type Sentence } from "../message/message.ts";
import { metricValue } from "../quantity/co2e.ts";
import type { Evidence } from "../quantity/evidence.ts";
import type { ScopeMethod } from "./value-chain.ts";

const texts = messages("company", {
  otherMetric: {
    en: "its factor is CO2e by {equivalent} and the inventory by {metric}, and the two are not added. Choose {equivalent} for the inventory, use your own factor by {metric}, or accept {equivalent} as a separate metric.",
    zh: "其因子是按 {equivalent} 的 CO2e，而清单按 {metric}，两者不能相加。请为清单选用 {equivalent}，给出按 {metric} 的自有因子，或接受 {equivalent} 与之并列。",
  },
});

/**
 * One emission of the inventory: an activity times a factor, with the choice of factor and its reason. Tonnes, the
 * company's share.
 */
export interface CompanyLine {
  readonly row: number;
  readonly scope: 1 | 2 | 3 | "outside";
  /** Scope 2 is reported twice, location-based and market-based. */
  readonly basis: "location" | "market" | null;
  readonly category: string;
  readonly activity: string;
  readonly facility: string | null;
  /** The consolidated share, 0 to 1. */
  readonly share: number;
  /** Unit of the activity, before the share is applied. */
  readonly amount: number;
  readonly unit: string;
  /** A gas in the notation of quantities, or `CO2e` if the factor covers several. */
  readonly gas: string;
  /** t CO2e, by the metric of the line. */
  readonly co2e: number;
  readonly metric: string;
  /** t of biogenic CO2, in no total. */
  readonly biogenicCo2: number;
  readonly way: ScopeMethod | "direct";
  readonly factor: number | null;
  readonly factorUnit: string | null;
  readonly source: Sentence;
  /** Evidence for the factor's value; null if none is stated. */
  readonly valueStatus: Evidence | null;
  readonly why: Message;
}

/** Tonnes of CO2e, and of biogenic CO2, of a mass in tonnes. */
export interface Weight {
  readonly gas: string;
  readonly co2e: number;
  readonly metric: string;
  readonly biogenicCo2: number;
}

/** What a line says beside its record and its weight. */
type Said = Pick<CompanyLine, "basis" | "share" | "way" | "factor" | "factorUnit" | "source" | "valueStatus" | "why">;
type Head = Pick<CompanyLine, "row" | "scope" | "activity" | "facility" | "amount" | "unit" | "category">;

/** A line with the fields of its record. All have one shape: there may be hundreds of thousands, and each sum passes over all of them. */
export function companyLine(head: Head, weight: Weight, said: Said, category: string = head.category): CompanyLine {
  return {
    row: head.row,
    scope: head.scope,
    basis: said.basis,
    category,
    activity: head.activity,
    facility: head.facility,
    share: said.share,
    amount: head.amount,
    unit: head.unit,
    gas: weight.gas,
    co2e: weight.co2e,
    metric: weight.metric,
    biogenicCo2: weight.biogenicCo2,
    way: said.way,
    factor: said.factor,
    factorUnit: said.factorUnit,
    source: said.source,
    valueStatus: said.valueStatus,
    why: said.why,
  };
}

/** Thrown if a mass is CO2e by another metric than the inventory's. */
export class OtherMetricError extends Fault {
  override readonly name = "OtherMetricError";
}

/**
 * The CO2e of a mass of `substance` (`CH4 fossil`, `CO2 biogenic`, `CO2e AR5.GWP100`). Biogenic CO2 counts as zero and is
 * reported separately. CO2e by another metric is rejected unless accepted, and then keeps its own metric.
 */
export function weightOf(tonnes: number, substance: string, metric: string, accepted: readonly string[]): Weight {
  if (substance === "CO2 biogenic") return { gas: substance, co2e: 0, metric, biogenicCo2: tonnes };
  const known = ofGases.get(metric)?.get(substance);
  if (known !== undefined) return { gas: substance, co2e: tonnes * known, metric, biogenicCo2: 0 };
  const equivalent = /^CO2e (.+)$/.exec(substance)?.[1];
  if (equivalent !== undefined) {
    if (equivalent !== metric && !accepted.includes(equivalent))
      throw new OtherMetricError(texts.otherMetric({ equivalent, metric }));
    return { gas: "CO2e", co2e: tonnes, metric: equivalent, biogenicCo2: 0 };
  }
  const [gas, origin] = substance.split(" ") as [string, ("fossil" | "biogenic")?];
  const { value } = metricValue(gas, metric, origin);
  const ofMetric = ofGases.get(metric) ?? new Map<string, number>();
  ofGases.set(metric, ofMetric.set(substance, value));
  return { gas: substance, co2e: tonnes * value, metric, biogenicCo2: 0 };
}

/** Global warming potentials by metric and gas: there are as many as the tables of the metrics have. */
const ofGases = new Map<string, Map<string, number>>();
