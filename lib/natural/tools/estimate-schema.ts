import { z } from "zod";
import { sentenceOut } from "../../tool/outcome.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";

/** An estimate in JSON: value, unit, range, meaning of the range, source and method. */
export const estimateOut = z.object({
  value: numberIn(siblingUnit),
  unit: z.string(),
  lo: numberIn(siblingUnit).nullable(),
  hi: numberIn(siblingUnit).nullable(),
  interval: sentenceOut.describe("What lo and hi are: 1 sigma, 95 %, range of models, …"),
  source: sentenceOut,
  method: sentenceOut,
});
