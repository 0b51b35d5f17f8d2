import { z } from "zod";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { distributionIn } from "../../uncertainty/distributions/distribution-schema.ts";
import { modelIn } from "../../uncertainty/tools/variables.ts";
import { checkParameters, type LinkParameter } from "../links/link-parameter.ts";
import { formulaModel, type LinkedModel } from "../links/linked-model.ts";
import { asDeclared, plantLinkParameters, plantModel } from "../links/plant-model.ts";

const formulasIn = z.strictObject({
  emissions: modelIn,
  cost: modelIn.optional(),
  definitions: z
    .record(z.string(), modelIn)
    .optional()
    .describe("Intermediate quantities by name, each a formula of parameters and of those before it"),
});

const plantIn = z
  .strictObject({
    plant: z.string().min(1).describe('Name of the plant, as "steel BF-BOF"; industry.plants lists them'),
    gridFactor_t_MWh: numberIn("t CO2/MWh")
      .nonnegative()
      .optional()
      .describe("Of the electricity bought; 0 if left out. It may also be a parameter of this name"),
    prices: z
      .record(z.string(), z.number())
      .optional()
      .describe("Feed → money per t, electricity → money per MWh: then cost is that of what the plant buys"),
  })
  .describe("A plant that ships: t CO2 of scopes 1 and 2, and cost, per t of product");

/** Emissions and cost, as formulas of parameters or of a plant that ships. */
export const linkedModelIn = z.union([formulasIn, plantIn]);

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
  .describe(
    "Parameter → value, with its distribution and its range. Of a plant: unit and range of practice are its own if left out, and no parameters means all that have a range",
  );

/** The model of an input, with its parameters. */
export function linkedOf(
  model: z.output<typeof linkedModelIn>,
  parameters: z.output<typeof linkParametersIn>,
): { readonly linked: LinkedModel; readonly given: readonly LinkParameter[] } {
  if ("plant" in model) {
    const isBare = Object.keys(parameters).length === 0;
    const given = isBare ? plantLinkParameters(model.plant) : asDeclared(model.plant, linkParameters(parameters));
    return { linked: plantModel(model.plant, model), given };
  }
  const given = linkParameters(parameters);
  return {
    linked: formulaModel(
      model,
      given.map(({ name }) => name),
    ),
    given,
  };
}

export function linkParameters(given: z.output<typeof linkParametersIn>): LinkParameter[] {
  const parameters = Object.entries(given).map(([name, each]) =>
    typeof each === "number" ? { name, value: each } : { name, ...each },
  );
  checkParameters(parameters);
  return parameters;
}

export const estimateOut = z
  .object({ value: ratio, lo: ratio, hi: ratio })
  .nullable()
  .describe("With the 2.5 % and the 97.5 % quantile of its resamples");
