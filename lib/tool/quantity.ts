import { z } from "zod";
import { messages } from "../message/message.ts";
import { type Quantity, quantity } from "../quantity/quantity.ts";
import { QuantityError } from "../quantity/quantity-error.ts";
import { metricOut, unitOut } from "./outcome.ts";
import { numberIn, siblingUnit } from "./unit.ts";

const texts = messages("quantity", {
  inField: { en: "{field}: {reason}", zh: "{field}：{reason}" },
});

/** A quantity in JSON. The unit includes gas, basis and metric. */
export function quantityIn(description: string) {
  return z
    .object({
      value: numberIn(siblingUnit),
      unit: z.string().describe("e.g. kt CO2, kg N2O-N/kg N, Mt CO2e AR6.GWP100"),
    })
    .describe(description);
}

/** A quantity of a result, with gas, basis and metric of its unit. */
export const quantityShape = z.object({
  value: numberIn(siblingUnit),
  unit: unitOut,
  gas: z.string().optional(),
  origin: z.enum(["fossil", "biogenic"]).optional(),
  basis: z.enum(["mass", "C", "N"]).optional(),
  metric: metricOut.optional(),
});

export function quantityOut(description: string) {
  return quantityShape.describe(description);
}

/** Reads a quantity of the input; if its unit cannot be read, the error names the field. */
export function readQuantity(given: { value: number; unit: string }, field: string): Quantity {
  try {
    return quantity(given.value, given.unit);
  } catch (error) {
    if (error instanceof QuantityError)
      throw new QuantityError(error.field, texts.inField({ field, reason: error.said }));
    throw error;
  }
}
