import { z } from "zod";
import { sentenceOut } from "../../tool/outcome.ts";
import { numberIn, ratio, type UnitOf } from "../../tool/unit.ts";
import { samplerNames } from "../sampling/sampler.ts";

/** Distributions and correlations in the input of uncertainty tools. */
const bounds = { lo: z.number().optional(), hi: z.number().optional() };
const ends = { lo: z.number(), mode: z.number(), hi: z.number() };
const score = z.int().min(1).max(5);

const plain = [
  z
    .strictObject({
      type: z.literal("normal"),
      mean: z.number().optional(),
      sd: z.number().optional(),
      variance: z.number().optional(),
      halfWidth: z.number().optional().describe("Half of the 95 % interval, in the unit of the mean"),
      halfWidthPercent: numberIn("%").optional().describe("The same in per cent of the mean: ± U %"),
      ...bounds,
    })
    .describe("One width: sd, variance, halfWidth, halfWidthPercent, or lo and hi (95 % bounds)"),
  z
    .strictObject({
      type: z.literal("lognormal"),
      mean: z.number().optional(),
      median: z.number().optional(),
      geometricSd: ratio.optional(),
      sd: z.number().optional(),
      ...bounds,
    })
    .describe("A mean or median, and one width: geometricSd, sd, or lo and hi (95 % bounds)"),
  z.strictObject({ type: z.literal("triangular"), ...ends }),
  z.strictObject({ type: z.literal("uniform"), lo: z.number(), hi: z.number() }),
  z.strictObject({ type: z.literal("beta"), alpha: ratio, beta: ratio, ...bounds }),
  z.strictObject({ type: z.literal("pert"), ...ends, lambda: ratio.optional().describe("4 by custom") }),
  z.strictObject({ type: z.literal("discrete"), values: z.array(z.number()), probabilities: z.array(ratio) }),
  z.strictObject({ type: z.literal("empirical"), values: z.array(z.number()) }),
  z
    .strictObject({
      type: z.literal("factor"),
      value: z.number(),
      lo: z.number(),
      hi: z.number(),
      law: z.enum(["normal", "lognormal", "triangular", "uniform"]).nullish(),
    })
    .describe(
      "A factor with its 95 % bounds, as in the tables of factors: they are kept exactly, and the value is the median",
    ),
  z
    .strictObject({
      type: z.literal("pedigree"),
      median: z.number(),
      basic: ratio.optional().describe("Basic uncertainty factor, 1 or above"),
      scores: z.strictObject({
        reliability: score,
        completeness: score,
        temporal: score,
        geographical: score,
        technological: score,
      }),
    })
    .describe("Lognormal from the scores of a pedigree matrix, 1 best to 5 worst"),
] as const;

const truncated = z.strictObject({ type: z.literal("truncated"), of: z.discriminatedUnion("type", plain), ...bounds });

const options = [...plain, truncated] as const;
const types = options.map((option) => option.shape.type.value).join(", ");

export const distributionIn = z.discriminatedUnion("type", options, { error: `expected one of ${types}` });

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

export const estimateOut = z.object({ value: ratio, lo: ratio, hi: ratio }).describe("With 95 % interval");
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

export const drawAssumptions = [
  "Variables are independent but for the correlations given; correlated ones follow a Gaussian copula.",
  "A 95 % interval runs from the 2.5 % to the 97.5 % quantile; ± U % is half of it.",
  "A draw is a function of seed, variable and number alone (Philox); the same call gives the same bits.",
];
