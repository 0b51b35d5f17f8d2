import { z } from "zod";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { distributionIn } from "../../uncertainty/distributions/distribution-schema.ts";
import { modelIn } from "../../uncertainty/tools/variables.ts";
import { checkParameters, type LinkParameter } from "../links/link-parameter.ts";

/** Emissions and cost as formulas of parameters. */
export const linkedModelIn = z.strictObject({
  emissions: modelIn,
  cost: modelIn.optional(),
  definitions: z
    .record(z.string(), modelIn)
    .optional()
    .describe("Intermediate quantities by name, each a formula of parameters and of those before it"),
});

const inUnit = numberIn(siblingUnit);

export const linkParametersIn = z
  .record(
    z.string(),
    z.union([
      z.number(),
      z.strictObject({
        value: inUnit,
        distribution: distributionIn.optional().describe("What is known of it, for its share of the variance"),
        range: z
          .strictObject({ lo: inUnit, hi: inUnit })
          .optional()
          .describe("What the plant could set it to, for what can be avoided; no interval of uncertainty"),
        unit: z.string().optional(),
        confirmation: z.string().optional().describe('How the value was confirmed, such as "recalled"'),
      }),
    ]),
  )
  .describe("Parameter → value, with its distribution and its range");

export function linkParameters(given: z.output<typeof linkParametersIn>): LinkParameter[] {
  const parameters = Object.entries(given).map(([name, each]) =>
    typeof each === "number" ? { name, value: each } : { name, ...each },
  );
  checkParameters(parameters);
  return parameters;
}

export const estimateOut = z.object({ value: ratio, lo: ratio, hi: ratio }).nullable().describe("With 95 % interval");
