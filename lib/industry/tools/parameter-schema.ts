import { z } from "zod";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { confirmations, type Parameter } from "../operation/parameter.ts";

/** A parameter of an operation with where its number comes from. */
export const declaredParameterOut = z.object({
  name: z.string(),
  unit: z.string(),
  meaning: z.string(),
  meaning_zh: z.string(),
  low: numberIn(siblingUnit).nullable().describe("Low end of common practice; null where no source gives it"),
  typical: numberIn(siblingUnit),
  high: numberIn(siblingUnit).nullable(),
  source: z.string(),
  confirmation: z
    .enum(confirmations)
    .describe(
      "seen, computed, in tech_parameter (POSTED); recalled: from memory of the source, not read in it; assumed: from no source",
    ),
});

export const parameterOut = declaredParameterOut.extend({
  value: numberIn(siblingUnit).describe("What was used"),
  given: z.boolean().describe("Whether the call gave it"),
});

/** A parameter as results write it, without the bounds of what is possible. */
export function writeParameter({ bounds: _, meaning, ...declared }: Parameter) {
  return { ...declared, meaning: meaning.en, meaning_zh: meaning.zh };
}
