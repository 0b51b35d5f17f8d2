import { z } from "zod";
import type { ResultOf } from "../../tool/shape.ts";

/** An estimate and its 95 % interval. */
export const estimateShape = z.object({
  value: z.number(),
  lo: z.number(),
  hi: z.number(),
});
export type Estimate = ResultOf<typeof estimateShape>;
