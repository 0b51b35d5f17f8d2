import { type Message, messages } from "../message/message.ts";
import { convert, divide, type Quantity } from "./quantity.ts";

const texts = messages("growth", {
  notPositive: {
    en: "From {from} {unit} to {to} {unit} there is no rate of growth: both must be above zero.",
    zh: "从 {from} {unit} 到 {to} {unit} 没有增长率：两者都须大于零。",
  },
});

export interface Growth {
  /** Percent by year; null if one of the quantities is not above zero. */
  readonly rate: number | null;
  readonly notes: Message[];
}

/**
 * The compound rate by year that leads from one quantity to another.
 *
 * @param years from the first to the last, above zero
 * @throws QuantityError if one does not convert to the unit of the other
 */
export function growth(from: Quantity, to: Quantity, years: number): Growth {
  const last = convert(to, from.unit);
  if (!(from.value > 0 && last.value > 0))
    return { rate: null, notes: [texts.notPositive({ from: from.value, to: to.value, unit: from.unit })] };
  return { rate: 100 * (divide(last, from).value ** (1 / years) - 1), notes: [] };
}
