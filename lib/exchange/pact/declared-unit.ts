import { messages } from "../../message/message.ts";
import { convert, quantity } from "../../quantity/quantity.ts";
import { QuantityError } from "../../quantity/quantity-error.ts";
import { PactError } from "./pact-error.ts";

const texts = messages("exchange.pact", {
  otherUnit: {
    en: 'declared.unit is "{unit}", which is none of PACT\'s units and converts to none. Use one of {units}.',
    zh: "declared.unit 为“{unit}”，不是 PACT 的单位，也不能换算成其中任何一个。请使用 {units} 之一。",
  },
});

/** The units of measurement of PACT 3 with their symbols in this library; a megabit second has none. */
const symbols = {
  kilogram: "kg",
  liter: "L",
  "cubic meter": "m3",
  "kilowatt hour": "kWh",
  megajoule: "MJ",
  "ton kilometer": "tkm",
  "square meter": "m2",
  piece: "piece",
  hour: "h",
  "megabit second": null,
} as const;

export type PactUnit = keyof typeof symbols;
export const pactUnits = Object.keys(symbols) as [PactUnit, ...PactUnit[]];

/** The symbol of a unit of PACT, or its name where there is no symbol. */
export function symbolOf(unit: PactUnit): string {
  return symbols[unit] ?? unit;
}

/** An amount in one of PACT's units: in its own, or converted to the first that measures the same. Throws PactError. */
export function declaredUnit(amount: number, unit: string): { readonly amount: number; readonly unit: PactUnit } {
  const own = pactUnits.find((name) => name === unit || symbols[name] === unit);
  if (own) return { amount, unit: own };
  for (const name of pactUnits) {
    const symbol = symbols[name];
    if (symbol === null) continue;
    try {
      return { amount: convert(quantity(amount, unit), symbol).value, unit: name };
    } catch (error) {
      if (!(error instanceof QuantityError)) throw error;
    }
  }
  throw new PactError(
    "declared.unit",
    texts.otherUnit({ unit, units: Object.values(symbols).filter((s) => s !== null) }),
  );
}
