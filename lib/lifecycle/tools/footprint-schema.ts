import { z } from "zod";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";

const rating = ratio.min(1).max(5);

/** Ratings of the three dimensions, as tool input and output. */
export const ratings = { technological: rating, temporal: rating, geographical: rating };

/** The inputs of which a footprint is the sum, as tool input. */
export const footprintInputsIn = z
  .array(
    z.strictObject({
      name: z.string().min(1),
      quantity: numberIn(siblingUnit).describe("Units of the input per declared unit of the product"),
      unit: z.string().default("unit"),
      footprint: numberIn("kg CO2e {metric}").describe("Per unit of the input, without the uptake of biogenic carbon"),
      primaryDataShare: ratio
        .min(0)
        .max(1)
        .nullable()
        .default(null)
        .describe("Of its footprint; not stated counts as 0"),
      dataQuality: z
        .union([z.strictObject(ratings), rating])
        .nullable()
        .default(null)
        .describe("1 (best) to 5 in three dimensions, or one rating for all"),
    }),
  )
  .min(1);
