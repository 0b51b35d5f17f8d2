import { z } from "zod";
import { remarked } from "../../tool/remark.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { signNotes } from "./distribution-spec.ts";

/** The law of an uncertain number, as the input of tools and resources has it. */
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

/** A result says of a normal law how much of it is below 0, whichever tool takes it; tools on variables name them without their field. */
export const distributionIn = remarked(
  z.discriminatedUnion("type", options, { error: `expected one of ${types}` }),
  (law, field) => signNotes(law, field.replace(/^variables\./, "")),
);
