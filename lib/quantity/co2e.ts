import { messages } from "../message/message.ts";
import { blends } from "./blends.ts";
import { weakest } from "./evidence.ts";
import { type MetricValue, metrics, publishedValue } from "./gwp-table.ts";
import { convert, type Quantity, quantity } from "./quantity.ts";
import { QuantityError } from "./quantity-error.ts";
import { findGas, findMetric } from "./substance.ts";
import { makeUnit, parseUnit } from "./unit.ts";

const texts = messages("quantity", {
  noValueIn: {
    en: "{gas} has no value in {metric}. It has one in {others}.",
    zh: "{gas} 在 {metric} 中没有数值。有其数值的是：{others}。",
  },
  noValue: {
    en: "{gas} has no value in {metric}: no report gives one.",
    zh: "{gas} 在 {metric} 中没有数值，各次评估报告均未给出。",
  },

  unknownGas: {
    en: 'There is no gas "{gas}" in the tables of metrics.',
    zh: "折算指标表中没有气体“{gas}”。",
  },
  biogenicCo2: {
    en: "Biogenic CO2 is not part of the inventory's CO2e: report it separately.",
    zh: "生物源 CO2 列于清单之外，不计入 CO2e：请单独报告。",
  },
  alreadyWeighed: {
    en: "This is CO2e by {metric} and cannot become CO2e by {by}: apply {by} to the masses of the gases.",
    zh: "这是按 {metric} 折算的 CO2e，不能改为按 {by} 折算的 CO2e：请对各气体的质量使用 {by}。",
  },
  noGas: {
    en: '"{unit}" says no gas, so that no metric can be applied. Write e.g. "kt CH4".',
    zh: "“{unit}”没有写明气体，无法使用折算指标。请写成如“kt CH4”。",
  },
});

/**
 * The kg CO2e of one kilogram of a gas. A blend is the sum of its components by mass; methane's origin matters if the
 * metric distinguishes the two (AR6: 29.8 fossil, 27.0 biogenic, 27.9 unspecified). Throws QuantityError.
 *
 * @param gas e.g. `CH4`, `HFC-134a`, `R-410A`.
 * @param metric e.g. `AR6.GWP100`, `UNFCCC.GWP100`, `AR6.GTP100`.
 */
export function metricValue(gas: string, metric: string, origin?: "fossil" | "biogenic"): MetricValue {
  const by = findMetric(metric);
  const named = findGas(gas);
  if (!named) throw new QuantityError("unit", texts.unknownGas({ gas }));
  if (named === "CO2" && origin === "biogenic") throw new QuantityError("metric", texts.biogenicCo2());
  const blend = blends.get(named);
  if (blend) {
    const parts = blend.map(({ gas: component, share }) => ({ share, of: metricValue(component, by) }));
    return {
      value: parts.reduce((sum, { share, of }) => sum + share * of.value, 0),
      source: `${blend.map(({ gas: component, share }) => `${share} ${component}`).join(" + ")}; ${parts[0]!.of.source}`,
      status: weakest(parts.map(({ of }) => of.status)),
      read: [...new Set(parts.flatMap(({ of }) => of.read ?? []))].join("; ") || null,
      note: parts.map(({ of }) => of.note).find((note) => note !== null) ?? null,
    };
  }
  const value = (origin && publishedValue(by, `${named} ${origin}`)) ?? publishedValue(by, named);
  if (value) return value;
  const others = metrics.filter((other) => publishedValue(other, named));
  if (others.length === 0) throw new QuantityError("metric", texts.noValue({ gas: named, metric: by }));
  throw new QuantityError("metric", texts.noValueIn({ gas: named, metric: by, others }));
}

/**
 * The CO2e of a mass of gas (or of a factor with such a mass in its numerator) by a metric, which the resulting unit names:
 * 2 kt CH4 → 55.8 kt CO2e AR6.GWP100. Nitrogen and carbon bases are first converted to gas. Throws QuantityError.
 */
export function toCo2e(given: Quantity, metric: string): Quantity {
  const by = findMetric(metric);
  const unit = parseUnit(given.unit);
  const at = unit.terms.findIndex(
    ({ exponent, substance }) => exponent > 0 && substance && substance.kind !== "material",
  );
  const substance = unit.terms[at]?.substance;
  if (substance?.kind === "CO2e") {
    if (substance.metric === by) return given;
    throw new QuantityError("metric", texts.alreadyWeighed({ metric: substance.metric, by }));
  }
  if (substance?.kind !== "gas") throw new QuantityError("unit", texts.noGas({ unit: given.unit }));
  const withSubstance = (of: typeof substance | { kind: "CO2e"; metric: string }) =>
    makeUnit(
      unit.terms.map((term, i) => (i === at ? { ...term, substance: of } : term)),
      unit.multiplier,
    ).text;
  const mass = convert(given, withSubstance({ ...substance, basis: "mass" }));
  return quantity(
    mass.value * metricValue(substance.gas, by, substance.origin).value,
    withSubstance({ kind: "CO2e", metric: by }),
  );
}
