import { z } from "zod";
import { numberIn, ratio } from "../../tool/unit.ts";
import { priceBases } from "../hybrid/purchase.ts";

/** At what prices an amount of money is. */
export const pricesIn = {
  priceYear: z.int().describe("The year of the dollars"),
  priceIndex: ratio
    .positive()
    .optional()
    .describe(
      "Price level of that year over that of the model's year, for this product: the amount is divided by it. Default: 1, with a note",
    ),
  basis: z
    .enum(priceBases)
    .describe("producer: at the factory gate; purchaser: with margins of trade and transport, as paid"),
  producerShare: ratio
    .positive()
    .max(1)
    .optional()
    .describe("The part of a purchaser price that the producer gets. Default: 1, with a note"),
};

/** A purchase of a sector of USEEIO. */
export const purchaseIn = z.strictObject({
  sector: z
    .string()
    .min(1)
    .describe("Code of the Bureau of Economic Analysis, such as 331313, or full name of the sector"),
  amount: numberIn("USD"),
  ...pricesIn,
});
