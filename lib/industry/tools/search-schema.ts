import { z } from "zod";
import { numberIn, ratio } from "../../tool/unit.ts";

/** When a search with integers stops. */
export const searchSeconds = numberIn("s")
  .positive()
  .max(86_400)
  .default(300)
  .describe("With integers: when the search stops with the best that it has found");

/** How good an answer is, as far as it is proved. */
export const searchBound = z
  .number()
  .nullable()
  .describe("What the objective cannot be better than, as far as it is proved");
export const searchGap = ratio
  .nullable()
  .describe(
    "Distance between objective and bound, relative to the larger; 0 without integers, null if nothing is proved",
  );

/** null for what is infinite, which JSON has not. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}
