import { z } from "zod";

/** What is asked of a country's land and of the carbon cycle. What is left out is asked or assumed by its phases. */
export const natureRequest = z.object({
  /** ISO 3166-1 alpha-3 of a country. */
  place: z.string().optional(),
  year: z.int().optional(),
});

export type NatureRequest = z.output<typeof natureRequest>;
