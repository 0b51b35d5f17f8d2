import { z } from "zod";
import { messages } from "../../message/message.ts";
import { ratio } from "../../tool/unit.ts";
import type { ReadQuantity } from "../calibration/flowsheet-model.ts";
import { IndustryError } from "../industry-error.ts";
import { quantitiesIn } from "./sheet-schema.ts";

const texts = messages("industry.reading", {
  oneOf: {
    en: "Reading {at} of case {of} gives {count} quantities; give exactly one of `kg_h` (with `substance`, or of the whole stream), `moleShare` with `substance`, `temperature_C` and `power_MW`.",
    zh: "第 {of} 个工况的第 {at} 个读数给出了 {count} 个量；应恰好给出一个：`kg_h`（指定 `substance` 或整股物流）、`moleShare` 与 `substance`、`temperature_C` 或 `power_MW`。",
  },
  noSubstance: {
    en: "Reading {at} of case {of} needs the `substance` of its `moleShare`.",
    zh: "第 {of} 个工况的第 {at} 个读数给出了 `moleShare`，还需要 `substance`。",
  },
});

/** An instrument's reading of a stream, as tools take it. */
export const readingIn = z.strictObject({
  ...quantitiesIn,
  moleShare: ratio.optional().describe("Of the molecules of the stream, water included"),
  sigma: z.number().positive().describe("Standard deviation of the reading, in its unit"),
});

/** What was read: the quantity, its value and unit as tools have it, and what the library's value has beyond that. */
export interface ReadValue {
  readonly quantity: ReadQuantity;
  readonly word: string;
  readonly value: number;
  readonly unit: "kg/h" | "1" | "°C" | "MW";
  readonly offset: number;
}

/** Throws IndustryError, which names case and reading, unless it gives one quantity. Places count from 1. */
export function readValue(
  { substance, kg_h, moleShare, temperature_C, power_MW }: z.output<typeof readingIn>,
  at: number,
  of: number,
): ReadValue {
  const given = [kg_h, moleShare, temperature_C, power_MW].filter((value) => value !== undefined);
  if (given.length !== 1) throw new IndustryError("cases", texts.oneOf({ at, of, count: given.length }));
  const value = given[0]!;
  if (temperature_C !== undefined)
    return { quantity: "temperature", word: "temperature", value, unit: "°C", offset: 273.15 };
  if (power_MW !== undefined) return { quantity: "power", word: "power", value, unit: "MW", offset: 0 };
  if (moleShare !== undefined) {
    if (substance === undefined) throw new IndustryError("cases", texts.noSubstance({ at, of }));
    return {
      quantity: { moleShare: substance },
      word: `x(${substance})`,
      value,
      unit: "1",
      offset: 0,
    };
  }
  return substance === undefined
    ? { quantity: "mass", word: "mass", value, unit: "kg/h", offset: 0 }
    : { quantity: { substance }, word: substance, value, unit: "kg/h", offset: 0 };
}
