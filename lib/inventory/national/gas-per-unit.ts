import type { Factor } from "../../factors/factor.ts";
import { convert, converts, multiply, quantity } from "../../quantity/quantity.ts";

const known = new Map<string, number>();

/**
 * kt of a gas per unit of an activity, by the units of its factors: a factor whose unit does not go with that of the activity, such as
 * one of dry waste with waste as it is weighed, throws QuantityError and never multiplies. A rate by year goes with an amount of a year.
 */
export function gasPerUnit(gas: string, unit: string, ...factors: readonly Pick<Factor, "value" | "unit">[]): number {
  const key = [gas, unit, ...factors.map((factor) => `${factor.value} ${factor.unit}`)].join("\t");
  const before = known.get(key);
  if (before !== undefined) return before;
  const product = factors.reduce(
    (all, factor) => multiply(all, quantity(factor.value, factor.unit)),
    quantity(1, unit),
  );
  const target = converts(product.unit, `kt ${gas}/yr`) ? `kt ${gas}/yr` : `kt ${gas}`;
  const { value } = convert(product, target);
  known.set(key, value);
  return value;
}
