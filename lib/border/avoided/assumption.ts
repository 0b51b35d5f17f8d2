import { z } from "zod";
import { messages } from "../../message/message.ts";
import { sentenceOut } from "../../tool/outcome.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";

const texts = messages("border.assumption", {
  given: { en: "given in the call", zh: "调用中给出" },
  illustrative: {
    en: "an illustrative default without a source: give your own",
    zh: "示意性默认值，无来源：请自行给出",
  },
  inventory: { en: "computed from a shipped inventory", zh: "由随附清单计算" },
});

/** A value that a result rests on, and where it is from. */
export const assumptionShape = z.object({
  name: z.string(),
  value: numberIn(siblingUnit),
  unit: z.string(),
  from: sentenceOut,
  /** Whether nothing supports it. */
  illustrative: z.boolean(),
});
export type Assumption = ResultOf<typeof assumptionShape>;

/** Values of the reference cases for exported panels and turbines, which call them illustrative. */
export const illustrative = {
  solar: { capacityFactor: 0.14, lifetime_yr: 25, degradation: 0.005, decline: 0.02 },
  wind: { capacityFactor: 0.33, lifetime_yr: 20, degradation: 0, decline: 0.02 },
} as const;

/** A value that the call gives, else the illustrative one. */
export function assumed(name: string, unit: string, given: number | undefined, otherwise: number): Assumption {
  return given === undefined
    ? { name, unit, value: otherwise, from: texts.illustrative(), illustrative: true }
    : { name, unit, value: given, from: texts.given(), illustrative: false };
}

export function fromInventory(name: string, unit: string, value: number): Assumption {
  return { name, unit, value, from: texts.inventory(), illustrative: false };
}
