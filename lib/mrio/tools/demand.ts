import { z } from "zod";
import { messages } from "../../message/message.ts";
import { numberIn } from "../../tool/unit.ts";
import { money } from "../results/table-units.ts";
import { type InputOutputTable, TableError } from "../table.ts";
import { regionIndex, rowIndex, rowReference } from "../table-index.ts";

const texts = messages("mrio", {
  lengthOfDemand: {
    en: "demand has {count} entries, but the table has {rows} rows.",
    zh: "demand 有 {count} 个数，而表有 {rows} 行。",
  },
  nothingBought: {
    en: "product, consumer or demand is missing: something must be bought.",
    zh: "缺少 product、consumer 或 demand：须指明购买什么。",
  },
});

/** The purchase: one product, all final demand of a region, or a vector. */
export const demandFields = {
  product: rowReference.optional(),
  amount: numberIn(money).optional().describe("How much of the product is bought; 1 when left out."),
  consumer: z
    .union([z.string(), z.number().int()])
    .optional()
    .describe("A region: all its final demand, or its purchases of the product."),
  demand: z.array(numberIn(money)).optional().describe("Final demand, RN, in place of product and consumer."),
} as const;

const shape = z.object(demandFields);

/** The final demand (n) that the fields describe. Throws TableError. */
export function demandOf(table: InputOutputTable, input: z.output<typeof shape>): Float64Array {
  const n = table.x.length;
  if (input.demand) {
    if (input.demand.length === n) return Float64Array.from(input.demand);
    throw new TableError("demand", texts.lengthOfDemand({ count: input.demand.length, rows: n }));
  }
  const product = input.product === undefined ? undefined : rowIndex(table, input.product, "product");
  const demand = new Float64Array(n);
  if (input.consumer === undefined) {
    if (product === undefined) {
      throw new TableError("product", texts.nothingBought());
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
