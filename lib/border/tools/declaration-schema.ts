import { z } from "zod";
import { sentenceOut } from "../../tool/outcome.ts";
import { numberIn } from "../../tool/unit.ts";
import { perTonne, pricePerTonne } from "../cbam/units.ts";

/** What a good, its origin and its emissions are given by. */
export const declarationFields = {
  good: z.string().min(1).max(20).describe("CN code of 4 to 8 digits, or TARIC code of 10; spaces are ignored"),
  origin: z.string().min(1).max(20).describe("ISO 3166 alpha-3"),
  mass_t: numberIn("t").nonnegative(),
  actual: z
    .strictObject({ direct: numberIn(perTonne).nonnegative(), indirect: numberIn(perTonne).nonnegative().optional() })
    .optional()
    .describe("Verified specific embedded emissions in place of the default value; they have no mark-up"),
  paid: numberIn(pricePerTonne).nonnegative().default(0).describe("Carbon price effectively paid abroad"),
  route: z
    .string()
    .min(1)
    .max(10)
    .optional()
    .describe(
      "Letter of the production route of the benchmark, as in the dataset cbam_benchmark; default: that of the default value",
    ),
  benchmark: numberIn(perTonne)
    .nonnegative()
    .optional()
    .describe("A benchmark of your own, such as of column A with the free allocation of the precursors"),
  correction: numberIn("1").positive().default(1).describe("Cross-sectoral correction factor"),
};

export const priceIn = numberIn(pricePerTonne).nonnegative();

/** What a declaration was matched with. */
export const matchedOut = z.object({
  code: z.string().describe("The CN code of the annex that was found"),
  sector: z.string(),
  description: z.string(),
  route: z.string().nullable().describe("Letter of the production route of the benchmark; null: one for all"),
  routeName: sentenceOut.nullable().describe("What the letter stands for"),
  otherCountries: z.boolean().describe("Whether the default value is that of “Other countries and territories”"),
});

export const editionAssumption =
  "Tables of February 2026, before the correction by Implementing Regulation (EU) 2026/1740: not for compliance.";

/** What the tables and the rules of a declaration are from. */
export const declarationReferences = [
  "Regulation (EU) 2023/956; Directive 2003/87/EC, Article 10a(1a), as amended by Directive (EU) 2023/959: the CBAM factor.",
  "Implementing Regulation (EU) 2025/2621, Annex I: default values, workbook of 4 February 2026.",
  "Implementing Regulation (EU) 2025/2620: free allocation adjustment, workbook of benchmarks of 6 February 2026; Annex, points 5.1 and 5.3: choice and indicators, as public transcriptions quote them.",
];
