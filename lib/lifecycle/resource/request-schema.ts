import { z } from "zod";
import { ratio } from "../../tool/unit.ts";
import { allocationChoiceShape, allocationRules, fallbackRules, partitionRules } from "../graph/allocation.ts";
import { avoidedShape } from "../graph/linked-system.ts";
import { providerRuleShape } from "../graph/provider-search.ts";
import { inventoryIn } from "../graph/record-schema.ts";
import { systemModels } from "../graph/unit-processes.ts";
import { impactMethodsIn, methodsFromIn } from "../impact/method-records.ts";
import { type InventoryRequest, shippedInventories } from "./request.ts";

/** The name of an inventory, which opening it looks up. */
export const sourceIn = z
  .string()
  .min(1)
  .max(200)
  .describe(
    `An inventory that ships (${shippedInventories.join(", ")}), or the name of an imported one; with activities, their background`,
  );

const rule = z.enum(allocationRules);
const rest = z.enum(partitionRules).optional();

/** How an inventory becomes a square system. */
export const rulesIn = z.strictObject({
  allocation: z
    .strictObject({
      rule: rule.optional().describe("For activities with several products; without a rule they are refused"),
      rest: rest.describe("With subdivision: for what belongs to no single product"),
      fallback: z
        .array(z.enum(fallbackRules))
        .max(fallbackRules.length)
        .optional()
        .describe(
          "Rules that are tried in this order where an activity lacks what the rule needs; where none applies, the activity is named and results that depend on it are not quotable. Without it such an activity is refused, unless the source has rules to fall back on",
        ),
      byActivity: z
        .record(z.string(), z.union([rule, allocationChoiceShape]))
        .optional()
        .describe("By id of an activity"),
    })
    .optional(),
  avoided: z.record(z.string(), avoidedShape).optional().describe("Under substitution, by id of a co-product"),
  model: z.enum(systemModels).optional(),
  providers: z
    .array(providerRuleShape)
    .optional()
    .describe("The activity that provides a product of which several are made"),
  preferred: z.array(z.string()).optional().describe("Places of providers, where the consumer's own has none"),
  cutSelfSupply: ratio.positive().optional(),
  linksFreeCoproducts: z.boolean().optional(),
  missing: z.enum(["list", "refuse"]).optional().describe("What becomes of inputs that nobody provides"),
});

export const inventoryRequest: z.ZodType<InventoryRequest> = z.strictObject({
  source: sourceIn.optional(),
  records: inventoryIn.optional(),
  rules: rulesIn.optional(),
  draw: ratio.min(0).max(1).optional().describe("Which draw of its laws gives the amounts; 0.5: as stated"),
  impactMethods: impactMethodsIn.optional(),
  methodsFrom: methodsFromIn.optional(),
});
