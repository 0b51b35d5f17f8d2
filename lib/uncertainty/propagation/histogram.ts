import { z } from "zod";
import type { ResultOf } from "../../tool/shape.ts";
import { ratio } from "../../tool/unit.ts";

/** Counts in equal bins from the 0.1 % to the 99.9 % quantile; draws beyond are counted separately. */
export const histogramShape = z.object({
  edges: z.array(z.number()),
  counts: z.array(ratio),
  below: ratio,
  above: ratio,
});
export type Histogram = ResultOf<typeof histogramShape>;
