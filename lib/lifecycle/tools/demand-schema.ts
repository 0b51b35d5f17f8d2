import { z } from "zod";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { demandOf } from "../graph/demand.ts";
import type { LinkedSystem } from "../graph/linked-system.ts";

/** Fields of a demand. */
export const demandFields = {
  of: z.string().describe("Id of the activity, or of the product if one activity makes it"),
  amount: numberIn(siblingUnit),
  unit: z.string().optional().describe("Default: that of the product"),
};

/** The demand of an inventory's product. */
export const demandIn = z.strictObject(demandFields).describe("The reference flow");

export type Demand = z.output<typeof demandIn>;

/** What was demanded, as the inventory names it. */
export const referenceOut = z.object({
  id: z.string(),
  name: z.string(),
  product: z.string(),
  amount: numberIn(siblingUnit),
  unit: z.string(),
  location: z.string().nullable(),
});

/** f, P, with the node that it demands and its names. Throws LifecycleError. */
export function demanded(system: LinkedSystem, { of, amount, unit }: Demand) {
  const f = demandOf(system, of, amount, unit);
  const at = Math.max(
    0,
    f.findIndex((each) => each !== 0),
  );
  const node = system.nodes[at]!;
  const { id, name, location } = system.graph.activities[node.activity]!;
  const product = system.graph.products[node.product]!;
  const reference: ResultOf<typeof referenceOut> = {
    id,
    name,
    product: product.name,
    amount,
    unit: unit ?? product.unit,
    location,
  };
  return { f, node, product, reference };
}
