import { z } from "zod";
import { type InputOutputTable, TableError } from "../table.ts";
import { regionIndex, rowIndex, rowReference } from "./table-schema.ts";

/** What is bought: one product, all that a region buys, or a vector. */
export const demandFields = {
  product: rowReference.optional(),
  amount: z.number().optional().describe("How much of the product is bought; 1 when left out."),
  consumer: z
    .union([z.string(), z.number().int()])
    .optional()
    .describe("A region: all its final demand, or its purchases of the product."),
  demand: z.array(z.number()).optional().describe("Final demand, RN, in place of product and consumer."),
} as const;

const shape = z.object(demandFields);

/** The final demand (n) that the fields describe. Throws TableError. */
export function demandOf(table: InputOutputTable, input: z.output<typeof shape>): Float64Array {
  const n = table.x.length;
  if (input.demand) {
    if (input.demand.length === n) return Float64Array.from(input.demand);
    throw new TableError("demand", `demand has ${input.demand.length} entries, but the table has ${n} rows.`);
  }
  const product = input.product === undefined ? undefined : rowIndex(table, input.product, "product");
  const demand = new Float64Array(n);
  if (input.consumer === undefined) {
    if (product === undefined) {
      throw new TableError("product", "product, consumer or demand is missing: something must be bought.");
    }
    demand[product] = input.amount ?? 1;
    return demand;
  }
  const region = regionIndex(table, input.consumer, "consumer");
  for (let i = 0; i < n; i++) {
    if (product !== undefined && i !== product) continue;
    table.yRegions.forEach((of, c) => {
      if (of === region) demand[i]! += table.Y.data[i * table.Y.columns + c]!;
    });
  }
  return demand;
}
