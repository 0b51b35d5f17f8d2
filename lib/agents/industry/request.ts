import { z } from "zod";

/** What a plan of a plant is asked for. What is left out is asked or assumed by its phases. */
export const industryRequest = z.object({
  /** The product in words; routes with costs ship for the `industries`. */
  material: z.string().optional(),
  /** Product a year. */
  amount: z.number().positive().optional(),
  /** Unit of the amount: t, kt or Mt. */
  unit: z.string().optional(),
  /** Emissions a year at most, in t CO2; without it there is no cap. */
  cap: z.number().nonnegative().optional(),
  /** The same as a share of what the plant as it is emits, where no cap is given. */
  share: z.number().nonnegative().optional(),
  /** Transport and storage of captured CO2, EUR/t. */
  price: z.number().nonnegative().optional(),
});

export type IndustryRequest = z.output<typeof industryRequest>;
