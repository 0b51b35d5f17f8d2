import { z } from "zod";
import { writeMessage } from "../../message/write.ts";
import { sentenceOut } from "../../tool/outcome.ts";
import { numberIn, ratio, type UnitOf } from "../../tool/unit.ts";
import { distributionIn } from "../distributions/distribution-schema.ts";
import { rangeOfDraws } from "../range-of-draws.ts";
import { samplerNames } from "../sampling/sampler.ts";

/** Distributions and correlations in the input of uncertainty tools. */
export const variablesIn = z.record(z.string(), distributionIn).describe("Name → distribution");

export const correlationIn = z
  .strictObject({
    groups: z.array(z.strictObject({ variables: z.array(z.string()), r: ratio.optional() })).optional(),
    pairs: z.array(z.strictObject({ between: z.tuple([z.string(), z.string()]), r: ratio })).optional(),
    matrix: z.strictObject({ variables: z.array(z.string()), values: z.array(z.array(ratio)) }).optional(),
    of: z.enum(["ranks", "normals"]).optional().describe("Spearman's rank correlation, or that of the normals beneath"),
  })
  .describe("Which variables move together; r is 1 in a group unless given");

export const modelIn = z
  .string()
  .max(20_000)
  .describe(
    "Arithmetic in the variables: + - * / ^, sqrt, exp, ln, min, max, sin, …; if(a < b, x, y) chooses by a comparison",
  );
/** The number of draws, at most `most`, because all draws, or their results, are in memory at once. */
export const drawsIn = (most: number) => ratio.max(most);
export const seedIn = z.int().nonnegative().default(1);
export const samplerIn = z.enum(samplerNames);
export const scrambleIn = z.boolean().default(true).describe("false: the bare Sobol or Halton sequence");

export const estimateOut = z
  .object({ value: ratio, lo: ratio, hi: ratio })
  .describe("With the 2.5 % and the 97.5 % quantile of its resamples");
/** A figure with the statistics of its draws, all in one unit. */
export const figureIn = (unit: UnitOf) => figureOf(numberIn(unit));

const figureOf = (number: z.ZodNumber) =>
  z.object({
    value: number.describe("As the account has it"),
    mean: number,
    sd: number,
    lo: number.describe("2.5 % quantile"),
    hi: number.describe("97.5 % quantile"),
  });
/** The same in any unit of the caller. */
export const figureOut = figureOf(z.number());
export const estimatesOut = z.record(z.string(), estimateOut);
export const notesOut = z
  .array(sentenceOut)
  .meta({ provenance: "notes" })
  .describe("What was decided or should be known, in sentences");

/** What bounds of draws are, as an assumption of tools. */
export const QUANTILES_OF_DRAWS = writeMessage(rangeOfDraws.quantiles(), { tag: "en" });

export const drawAssumptions = [
  "Variables are independent but for the correlations given; correlated ones follow a Gaussian copula.",
  "± U % of an input is half of the distance of its 2.5 % and 97.5 % quantiles.",
  QUANTILES_OF_DRAWS,
  "A draw is a function of seed, variable and number alone (Philox); the same call gives the same bits.",
];
