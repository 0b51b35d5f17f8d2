import { z } from "zod";
import type { ResultOf } from "../../tool/shape.ts";

/** The accuracy of the result after so many draws. */
export const stageShape = z.object({
  draws: z.int(),
  mean: z.number(),
  /** Standard error of the mean */
  standardError: z.number(),
  /** The monitored quantile (that of `stop`, otherwise 0.975) and its 95 % confidence interval */
  quantile: z.number(),
  lo: z.number(),
  hi: z.number(),
});
export type Stage = ResultOf<typeof stageShape>;
