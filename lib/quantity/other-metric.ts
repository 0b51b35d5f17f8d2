import { messages } from "../message/message.ts";
import { blends } from "./blends.ts";
import { metrics, publishedValue } from "./gwp-table.ts";
import { type Quantity, quantity } from "./quantity.ts";
import { QuantityError } from "./quantity-error.ts";
import { findGas, findMetric } from "./substance.ts";
import { makeUnit, parseUnit } from "./unit.ts";

const texts = messages("quantity", {
  notOneGas: {
    en: '"{gas}" is not one gas: its total by {from} cannot become one by {to}, because each gas in it has a factor of its own. Apply {to} to the masses of the gases.',
    zh: "“{gas}”不是单一气体：按 {from} 折算的总量不能改为按 {to} 折算，因为其中每种气体各有其系数。请对各气体的质量使用 {to}。",
  },
  byOrigin: {
    en: "A total of {gas} by {from} cannot become one by {to}: {which} has one factor for {gas} of fossil origin and another for the rest, and the total does not say how much is which. Apply {to} to the masses by origin.",
    zh: "按 {from} 折算的 {gas} 总量不能改为按 {to} 折算：{which} 对化石来源与其他来源的 {gas} 给出不同系数，而总量未说明各占多少。请对分来源的质量使用 {to}。",
  },
  noCo2e: {
    en: '"{unit}" is no CO2e: only a total by a metric can be given by another one.',
    zh: "“{unit}”不是 CO2e：只有按某一指标折算的总量才能改为按另一指标折算。",
  },
  missingIn: {
    en: "{gas} has no value in {metric}. It has one in {others}.",
    zh: "{gas} 在 {metric} 中没有数值。有其数值的是：{others}。",
  },
});

/**
 * A total of one gas in CO2 equivalents, by another metric: value × factor(to) / factor(from). Exact for a gas that has one
 * factor in each of the two metrics, as N2O (AR6 to AR5: 265/273). Throws QuantityError for a group of gases and for blends,
 * whose gases have factors of their own, and for a gas whose origins are weighed apart in either metric, as methane in AR5
 * and AR6 (Table 7.15: fossil and biogenic), because a total does not say how much is which.
 *
 * @param given e.g. 420 Mt CO2e AR6.GWP100.
 * @param gas e.g. `N2O`.
 * @param metric e.g. `AR5.GWP100`.
 */
export function inOtherMetric(given: Quantity, gas: string, metric: string): Quantity {
  const to = findMetric(metric);
  const unit = parseUnit(given.unit);
  const at = unit.terms.findIndex(({ exponent, substance }) => exponent > 0 && substance?.kind === "CO2e");
  const substance = unit.terms[at]?.substance;
  if (substance?.kind !== "CO2e") throw new QuantityError("unit", texts.noCo2e({ unit: given.unit }));
  const from = substance.metric;
  const one = findGas(gas);
  if (one === undefined || blends.has(one)) throw new QuantityError("unit", texts.notOneGas({ gas, from, to }));
  const factor = (of: string) => {
    const found = publishedValue(of, one);
    if (found) return found.value;
    const others = metrics.filter((other) => publishedValue(other, one));
    throw new QuantityError("metric", texts.missingIn({ gas: one, metric: of, others }));
  };
  const [before, after] = [factor(from), factor(to)];
  if (from === to) return given;
  const which = one === "CH4" ? [from, to].find((of) => weighsOrigins(of)) : undefined;
  if (which !== undefined) throw new QuantityError("metric", texts.byOrigin({ gas: one, from, to, which }));
  const terms = unit.terms.map((term, i) =>
    i === at ? { ...term, substance: { kind: "CO2e", metric: to } as const } : term,
  );
  return quantity((given.value * after) / before, makeUnit(terms, unit.multiplier).text);
}

/** AR5 and AR6 give fossil methane a factor of its own, over every horizon; the metric of the UNFCCC, which is AR5's, takes one. */
function weighsOrigins(metric: string): boolean {
  return /^AR[56]/.test(metric);
}
