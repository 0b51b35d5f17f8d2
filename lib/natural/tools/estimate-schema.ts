import { z } from "zod";

/** An estimate in JSON: value, unit, range, what the range is, source and method. */
export const estimateOut = z.object({
  value: z.number(),
  unit: z.string(),
  lo: z.number().nullable(),
  hi: z.number().nullable(),
  interval: z.string().describe("What lo and hi are: 1 sigma, 95 %, range of models, …"),
  source: z.string(),
  method: z.string(),
});
