import { z } from "zod";

/** What is asked of a region's trade. What is left out is asked or assumed by its phases. */
export const tradeRequest = z.object({
  /** ISO 3166-1 alpha-3 of a region of the table. */
  place: z.string().optional(),
  year: z.int().optional(),
  /** For years after the last published table: the table carried to the year, or the last published one. */
  edition: z.enum(["carried", "published"]).optional(),
  /** What the emissions of the largest partner are multiplied by in the what-if. */
  amount: z.number().nonnegative().optional(),
});

export type TradeRequest = z.output<typeof tradeRequest>;
