import { messages } from "../../message/message.ts";
import { type FirstOrder, propagateFirstOrder } from "../../uncertainty/propagation/first-order.ts";
import type { Equation } from "../equation.ts";
import { formulaInNumbers } from "../formula.ts";
import { EquationError, type Step } from "../steps.ts";

const texts = messages("equationUncertainty", {
  noVariable: {
    en: "{equation} has no variable {symbol}; it has {symbols}.",
    zh: "{equation} 没有变量 {symbol}；其变量有 {symbols}。",
  },
  noPercent: {
    en: "{equation}: half of the interval of {symbol} is {percent} %; expected a number ≥ 0.",
    zh: "{equation}：{symbol} 的区间之半应为不小于 0 的百分数，实际为 {percent}。",
  },
});

/**
 * Approach 1 for one evaluated equation: the uncertainty of its result from those of its inputs, by the exact derivatives of
 * its formula. IPCC 2006 Guidelines, Vol 1 Ch 3.2.3.1.
 *
 * @param percents half of the 95 % interval of each input that is uncertain, per cent of it
 */
export function equationUncertainty(
  of: Equation,
  { inputs }: Step,
  percents: Readonly<Record<string, number>>,
): FirstOrder {
  const symbols = Object.keys(of.variables);
  for (const [symbol, percent] of Object.entries(percents)) {
    if (!symbols.includes(symbol))
      throw new EquationError(symbol, texts.noVariable({ equation: of.id, symbol, symbols }));
    if (!(percent >= 0 && Number.isFinite(percent)))
      throw new EquationError(symbol, texts.noPercent({ equation: of.id, symbol, percent }));
  }
  return propagateFirstOrder(
    formulaInNumbers(of),
    symbols.map((name) => ({ name, value: inputs[name]!.value, percent: percents[name] ?? 0 })),
  );
}
