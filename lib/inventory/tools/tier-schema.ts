import { z } from "zod";
import { quantityShape } from "../../tool/quantity.ts";
import { yearIn } from "../../tool/year.ts";
import type { TierResult } from "../equation.ts";

/** An input of an equation: a number in the unit that the equation takes it in, or a value with a unit that converts to it. */
export function given(description: string) {
  return z.union([z.number(), z.object({ value: z.number(), unit: z.string() })]).describe(description);
}

const step = z.object({
  label: z.string().describe("What it was evaluated for; empty where there is but one"),
  symbol: z.string(),
  value: z.number(),
  unit: z.string(),
  equation: z.string().describe("Volume and number in the IPCC 2006 Guidelines"),
  title: z.string(),
  inputs: z.record(z.string(), z.object({ value: z.number(), unit: z.string(), name: z.string() })),
});

export const stepOut = step;

export const tierOut = z.object({
  emissions: z.array(quantityShape).describe("One a gas"),
  steps: z.array(step).describe("Every step, in the order in which it was taken"),
});

export const yearsOut = z.object({
  years: z.array(
    z.object({
      year: yearIn,
      stock: z.number().describe("What is held at the end of the year"),
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
