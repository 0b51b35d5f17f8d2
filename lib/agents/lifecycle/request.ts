import { z } from "zod";

const amount = z.number().positive();

const line = z.object({
  name: z.string().min(1),
  amount,
  unit: z.string().min(1),
  origin: z.string().optional(),
});

/** What a life-cycle assessment is asked for. What is left out is asked or assumed by its phases. */
export const lifecycleRequest = z.object({
  /** The product in words: steel, a bottle. */
  material: z.string().min(1).optional(),
  /** The route by which it is made: a plant that ships, or a part of its name, such as BF-BOF. */
  technology: z.string().optional(),
  amount: amount.optional(),
  unit: z.string().optional(),
  functional_unit: z.object({ amount, unit: z.string().min(1) }).optional(),
  /** What the functional unit takes; `background` for the product itself, as the background has it. */
  bom: z.union([z.literal("background"), z.array(line).min(1)]).optional(),
  /** From where to where; of the boundaries that there are, two have data here. */
  boundary: z.string().optional(),
  /** Where electricity is bought: ISO 3166-1 alpha-3, or a Chinese province such as CN-HE. */
  place: z.string().optional(),
});

export type LifecycleRequest = z.output<typeof lifecycleRequest>;
export type BillLine = z.output<typeof line>;
