import { messages } from "../../message/message.ts";
import { metrics, publishedValue } from "../../quantity/gwp-table.ts";
import { findMetric } from "../../quantity/substance.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { gasFlows } from "./gas-flow.ts";
import type { ImpactFactor, ImpactMethod } from "./impact-method.ts";

const texts = messages("lifecycle.impact", {
  metricName: { en: "{name} of {report}", zh: "{report} 的 {name}" },
  metricUnread: {
    en: "No value of {metric} besides that of carbon dioxide was read in a source at hand. Choose another metric.",
    zh: "除二氧化碳外，{metric} 的数值均未在现有来源中查到。请另选指标。",
  },
});

/** The metrics that assessments of products ask for: three reports, two horizons of GWP and the GTP. */
const asked = ["AR4", "AR5", "AR6"].flatMap((report) =>
  ["GWP20", "GWP100", "GTP100"].map((name) => `${report}.${name}`),
);

/** A metric as the table of `lib/quantity` has it. */
export interface MetricCoverage {
  readonly metric: string;
  /** Gases with a value that was read in a source, carbon dioxide not counted; values from memory do not count. */
  readonly gases: readonly string[];
  /** Gases whose value no source at hand shows: they are left out of methods. */
  readonly fromMemory: readonly string[];
}

/**
 * GWP20, GWP100 and GTP100 of AR4, AR5 and AR6 with the gases for which a value is at hand. AR4 has no table of GTP, and for
 * 20 years only methane and nitrous oxide of AR4 and AR5 were read; AR5's GTP100 is from memory and has none.
 */
export function metricCoverage(): MetricCoverage[] {
  return asked.map((metric) => {
    const values = [...gasFlows.keys()].flatMap((gas) => {
      const value = metrics.includes(metric) && gas !== "CO2" ? publishedValue(metric, gas) : undefined;
      return value ? [{ gas, isRead: value.read !== null }] : [];
    });
    return {
      metric,
      gases: values.filter(({ isRead }) => isRead).map(({ gas }) => gas),
      fromMemory: values.filter(({ isRead }) => !isRead).map(({ gas }) => gas),
    };
  });
}

/** Methane's names by origin, in the Federal Elementary Flow List's sources and in ecoinvent. */
const methaneByOrigin = [
  ["CH4 fossil", ["Methane, fossil"]],
  ["CH4 biogenic", ["Methane, biogenic", "Methane, non-fossil"]],
] as const;

/**
 * A metric of the IPCC as an impact method with one indicator of its name: the factors of `lib/quantity`, for flows to air by their
 * names in the Federal Elementary Flow List. Methane whose name gives its origin has the value of its origin where the report has
 * one. Carbon dioxide of the list counts, whatever its origin: the list does not tell. Throws QuantityError for an unknown metric, and
 * LifecycleError for one of which no value was read.
 */
export function climateMethod(metric: string): ImpactMethod {
  const code = findMetric(metric);
  const [report, name] = code.split(".") as [string, string];
  const factor = (flow: string, gas: string): ImpactFactor[] => {
    const found = publishedValue(code, gas);
    if (!found || found.read === null) return [];
    return [{ indicator: code, flow, compartment: "emission/air", unit: "kg", value: found.value }];
  };
  const factors = [
    ...[...gasFlows].flatMap(([gas, flow]) => factor(flow, gas)),
    ...methaneByOrigin.flatMap(([gas, names]) => names.flatMap((flow) => factor(flow, gas))),
  ];
  if (factors.length === 1) throw new LifecycleError("methods", texts.metricUnread({ metric: code }));
  return {
    id: code,
    name: texts.metricName({ name, report }),
    version: report,
    indicators: [{ code, name: texts.metricName({ name, report }), unit: `kg CO2e ${code}`, kind: "impact" }],
    factors,
  };
}
