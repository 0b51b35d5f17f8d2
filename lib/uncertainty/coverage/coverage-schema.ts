import { z } from "zod";
import { sentenceOut } from "../../tool/outcome.ts";
import { integerIn, ratio } from "../../tool/unit.ts";

/** A `Coverage` in the output of a tool. Apart from it, because cells read coverages and carry no schemas. */
export const coverageOut = z
  .object({
    share: ratio.describe("inside / of"),
    inside: integerIn("1"),
    of: integerIn("1"),
    against: sentenceOut,
  })
  .nullable()
  .describe(
    "How many published figures lie inside the bounds, by the worst test of what they are made of; null where none was made. Below 0.85 the bounds are called a range.",
  );
