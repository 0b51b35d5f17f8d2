import { z } from "zod";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { distributionIn } from "../../uncertainty/distributions/distribution-schema.ts";
import { exchangeTypes } from "./exchange-graph.ts";

const exchangeIn = z
  .strictObject({
    type: z.enum(exchangeTypes),
    product: z.string().min(1).optional().describe("Id or name of the product; of an elementary flow: flow"),
    flow: z.string().min(1).optional().describe("Id or name of the elementary flow of a biosphere exchange"),
    compartment: z
      .string()
      .optional()
      .describe("Path of its compartment, such as emission/air; default: that of the declared flow"),
    cas: z.string().optional(),
    amount: numberIn(siblingUnit).optional().describe("As in the source; an alternative is formula"),
    formula: z.string().max(20_000).optional().describe("Arithmetic in the parameters, in the same unit"),
    unit: z.string().min(1),
    provider: z.string().optional().describe("Id of the activity that provides it"),
    uncertainty: z
      .union([distributionIn, z.literal("undefined")])
      .optional()
      .describe("Distribution of the amount, in the same unit"),
    waste: z
      .boolean()
      .optional()
      .describe("Whether the product is a waste; default: whether an activity treats it (production < 0)"),
    mass: z.number().optional().describe("kg per unit of the product"),
    energy: z.number().optional().describe("MJ per unit, net calorific value"),
    price: z.number().optional().describe("Per unit, in one currency for the products of an activity"),
    share: ratio.optional().describe("Stated share of allocation, of the whole output"),
    reference: z.boolean().optional().describe("Whether it is the activity's reference product"),
    only: z.string().optional().describe("Product to whose part the exchange belongs entirely"),
    comment: z.string().optional(),
  })
  .describe("One exchange of an activity");

/** An inventory as plain records (`InventoryRecords`), as cells and JSON give it. */
export const inventoryIn = z.strictObject({
  activities: z.array(
    z.strictObject({
      id: z.string().min(1).optional().describe("Default: the name"),
      name: z.string().min(1),
      location: z.string().nullish(),
      years: z.tuple([z.int(), z.int()]).nullish(),
      category: z.string().nullish(),
      stage: z.string().nullish(),
      comment: z.string().nullish(),
      exchanges: z.array(exchangeIn),
    }),
  ),
  parameters: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        value: numberIn(siblingUnit).optional(),
        formula: z.string().max(20_000).optional().describe("Arithmetic in other parameters"),
        unit: z.string().optional(),
        activity: z.string().optional().describe("Id of the activity within which it holds; default: everywhere"),
        uncertainty: distributionIn.optional(),
      }),
    )
    .optional(),
  products: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        name: z.string().min(1),
        unit: z.string().min(1),
        waste: z.boolean().optional(),
      }),
    )
    .optional()
    .describe("Products with an id of their own; others are told apart by name and dimension of the unit"),
  flows: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        name: z.string().min(1),
        compartment: z.string(),
        unit: z.string().min(1),
        cas: z.string().nullish(),
      }),
    )
    .optional()
    .describe("Elementary flows with an id of their own"),
});
