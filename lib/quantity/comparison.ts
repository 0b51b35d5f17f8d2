import { type Message, messages } from "../message/message.ts";
import { convert, divide, type Quantity, subtract } from "./quantity.ts";

const texts = messages("quantity", {
  overNothing: {
    en: "The second quantity is 0 {unit}: there is no ratio to it, no share of it and no change from it.",
    zh: "第二个数量为 0 {unit}：没有与它的比值、占它的百分比，也没有相对它的变化率。",
  },
});

/** How one quantity stands to another of the same kind. Ratio, share and change have no value if the other is zero. */
export interface Comparison {
  /** The first less the second, in the unit of the first. */
  readonly difference: Quantity;
  readonly ratio: number | null;
  /** The first in percent of the second. */
  readonly percentOf: number | null;
  /** The change from the second to the first, in percent of the magnitude of the second. */
  readonly change: number | null;
  readonly notes: Message[];
}

/** Compares two quantities. Throws QuantityError if one does not convert to the unit of the other. */
export function compare(left: Quantity, right: Quantity): Comparison {
  const other = convert(right, left.unit);
  const difference = subtract(left, other);
  if (other.value === 0)
    return { difference, ratio: null, percentOf: null, change: null, notes: [texts.overNothing({ unit: right.unit })] };
  const ratio = divide(left, other).value;
  const change = divide(difference, { ...other, value: Math.abs(other.value) }).value;
  return { difference, ratio, percentOf: 100 * ratio, change: 100 * change, notes: [] };
}
