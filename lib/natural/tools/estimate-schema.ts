import { z } from "zod";
import { sentenceOut } from "../../tool/outcome.ts";
import { besideIt, numberIn } from "../../tool/unit.ts";

/** An estimate in JSON: value, unit, range, what the range is, source and method. */
export const estimateOut = z.object({
  value: numberIn(besideIt),
  unit: z.string(),
  lo: numberIn(besideIt).nullable(),
  hi: numberIn(besideIt).nullable(),
  interval: sentenceOut.describe("What lo and hi are: 1 sigma, 95 %, range of models, …"),
  source: sentenceOut,
  method: sentenceOut,
});
