import { z } from "zod";
import { sentenceOut, unitOut } from "../../tool/outcome.ts";
import { quantityShape } from "../../tool/quantity.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import type { TierResult } from "../steps.ts";

/** An input of an equation: a number in the equation's unit, or a value with a unit that converts to it. */
export function given(unit: string, description = "") {
  const either = z.union([numberIn(unit), quantityOr]);
  return description ? either.describe(description) : either;
}

const quantityOr = z.object({ value: numberIn(siblingUnit), unit: z.string() });

/** The same, if the unit follows from other inputs. */
export function givenWithDescription(description: string) {
  return z.union([z.number(), quantityOr]).describe(description);
}

const step = z
  .object({
    label: z.string().describe("What it was evaluated for; empty where there is but one"),
    symbol: z.string(),
    value: numberIn(siblingUnit),
    unit: unitOut,
    equation: z.string().meta({ provenance: "equation" }).describe("Volume and number in the IPCC 2006 Guidelines"),
    title: z.string(),
    inputs: z.record(z.string(), z.object({ value: numberIn(siblingUnit), unit: z.string(), name: sentenceOut })),
  })
  .meta({ provenance: "equation" });

export const stepOut = step;

export const tierOut = z.object({
  emissions: z.array(quantityShape).describe("One a gas"),
  steps: z.array(step).describe("Every step, in the order in which it was taken"),
});

/** A tier year by year, with its stock. */
export const yearsOut = (stockUnit: string) =>
  z.object({
    years: z.array(
      z.object({
        year: yearIn,
        stock: numberIn(stockUnit).describe("What is held at the end of the year"),
        emissions: z.array(quantityShape),
        steps: z.array(step),
      }),
    ),
  });

export function tierOf({ emissions, steps }: TierResult): z.input<typeof tierOut> {
  return {
    emissions: emissions.map((of) => ({ ...of })),
    steps: steps.map((of) => ({ ...of, inputs: { ...of.inputs } })),
  };
}
