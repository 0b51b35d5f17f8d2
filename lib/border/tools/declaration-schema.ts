import { z } from "zod";
import { numberIn } from "../../tool/unit.ts";
import { perTonne, pricePerTonne } from "../cbam/units.ts";

/** What a good, its origin and its emissions are given by. */
export const declarationFields = {
  good: z.string().min(1).max(20).describe("CN code of 4 to 8 digits, or TARIC code of 10; spaces are ignored"),
  origin: z.string().min(1).max(20).describe("ISO 3166 alpha-3"),
  mass_t: numberIn("t").nonnegative(),
  actual: z
    .strictObject({ direct: numberIn(perTonne), indirect: numberIn(perTonne).optional() })
    .optional()
    .describe("Verified specific embedded emissions in place of the default value; they have no mark-up"),
  paid: numberIn(pricePerTonne).nonnegative().default(0).describe("Carbon price effectively paid abroad"),
  route: z
    .string()
    .min(1)
    .max(10)
    .optional()
    .describe(
      "Production route of the benchmark, as in the dataset cbam_benchmark; default: that of the default value",
    ),
  benchmark: numberIn(perTonne).nonnegative().optional().describe("A benchmark of your own, such as of column A"),
  correction: numberIn("1").positive().default(1).describe("Cross-sectoral correction factor"),
};

export const priceIn = numberIn(pricePerTonne).nonnegative();
