import { messages } from "../../lib/message/message.ts";
import { toCo2e } from "../../lib/quantity/co2e.ts";
import * as arithmetic from "../../lib/quantity/quantity.ts";
import { QuantityError } from "../../lib/quantity/quantity-error.ts";

const texts = messages("stdlib", {
  plainArithmetic: {
    en: "{amount} is an amount with a unit, which +, −, × and comparisons would drop. Write a.plus(b), a.minus(b), a.times(b), a.per(b), or take the number by a.value.",
    zh: "{amount} 是带单位的量，用 +、−、× 和比较会丢失单位。请写 a.plus(b)、a.minus(b)、a.times(b)、a.per(b)，或用 a.value 取其数值。",
  },
});

/**
 * A number with its unit, gas, basis and metric, which checks them in every operation: `amount(3, "kt CH4")`. Immutable. Its
 * fields are plain data (`lib/quantity`), so that tables, charts and tools of the library accept it directly.
 */
export class Amount implements arithmetic.Quantity {
  declare readonly value: number;
  declare readonly unit: string;
  declare readonly gas?: string;
  declare readonly origin?: "fossil" | "biogenic";
  declare readonly basis?: arithmetic.Quantity["basis"];
  declare readonly metric?: string;

  constructor(quantity: arithmetic.Quantity) {
    Object.freeze(Object.assign(this, quantity));
  }

  /** The sum, in this unit. The other must have the same unit; to add t to kt, give the unit of the sum. */
  plus(other: arithmetic.Quantity, unit?: string): Amount {
    return new Amount(arithmetic.add(this, other, unit));
  }

  /** The difference, under the rules of `plus`. */
  minus(other: arithmetic.Quantity, unit?: string): Amount {
    return new Amount(arithmetic.subtract(this, other, unit));
  }

  /** The product with a plain number or with another amount: units are multiplied, and cancel. */
  times(by: number | arithmetic.Quantity): Amount {
    return new Amount(typeof by === "number" ? arithmetic.scale(this, by) : arithmetic.multiply(this, by));
  }

  /** The quotient by a plain number or by another amount. */
  per(by: number | arithmetic.Quantity): Amount {
    return new Amount(typeof by === "number" ? arithmetic.scale(this, 1 / by) : arithmetic.divide(this, by));
  }

  /** The same amount in another unit. */
  to(unit: string): Amount {
    return new Amount(arithmetic.convert(this, unit));
  }

  /** Converts to CO2e by a metric, which the result records: `.toCO2e("AR6 GWP100")`. */
  toCO2e(metric: string): Amount {
    return new Amount(toCo2e(this, metric));
  }

  equals(other: unknown): boolean {
    return other instanceof Amount && Object.is(other.value, this.value) && other.unit === this.unit;
  }

  toString(): string {
    return `${this.value} ${this.unit}`;
  }

  /** Plain arithmetic would silently lose the unit, so it throws. */
  [Symbol.toPrimitive](hint: "default" | "number" | "string"): string {
    if (hint === "string") return this.toString();
    throw new QuantityError("unit", texts.plainArithmetic({ amount: this.toString() }));
  }
}

/** A number with its unit, such as `amount(94.6, "kg CO2/GJ")`. Throws a sentence if the unit cannot be parsed. */
export function amount(value: number, unit: string): Amount {
  return new Amount(arithmetic.quantity(value, unit));
}
