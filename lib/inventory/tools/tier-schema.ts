import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { outsideSpan } from "../../tool/factor-spans.ts";
import { notesOut, sentenceOut, unitOut } from "../../tool/outcome.ts";
import { quantityShape } from "../../tool/quantity.ts";
import { remarked } from "../../tool/remark.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { outsideDefaults } from "../default-spans.ts";
import type { Given, Step, TierResult } from "../steps.ts";

const texts = messages("inventory.tier", {
  belowZero: {
    en: "{gas} is below 0: by these inputs more leaves in products or is recovered than comes in, which a source cannot do. Check masses, contents and units.",
    zh: "{gas} 小于 0：按所给输入，产品带走或回收的多于投入，排放源不可能如此。请核对质量、含量与单位。",
  },
  sharesAboveOne: {
    en: "{field}: the shares sum to {sum}, which is more than 1; all were used. Shares of one whole sum to 1.",
    zh: "{field}：各份额之和为 {sum}，大于 1；均已采用。同一总体的份额之和应为 1。",
  },
});

/** An input of an equation: a number in the equation's unit, or a value with a unit that converts to it. */
export function given(unit: string, description = "") {
  const either = z.union([numberIn(unit), quantityOr]);
  return description ? either.describe(description) : either;
}

const quantityOr = z.object({ value: numberIn(siblingUnit), unit: z.string() });

/** The same, if the unit follows from other inputs. */
export function givenWithDescription(description: string) {
  return z.union([z.number(), quantityOr]).describe(description);
}

const step = z
  .object({
    label: z.string().describe("What it was evaluated for; empty where there is but one"),
    symbol: z.string(),
    value: numberIn(siblingUnit),
    unit: unitOut,
    equation: z.string().meta({ provenance: "equation" }).describe("Volume and number in the IPCC 2006 Guidelines"),
    title: z.string(),
    inputs: z.record(z.string(), z.object({ value: numberIn(siblingUnit), unit: z.string(), name: sentenceOut })),
  })
  .meta({ provenance: "equation" });

export const stepOut = step;

export const tierOut = z.object({
  emissions: z.array(quantityShape).describe("One a gas"),
  steps: z.array(step).describe("Every step, in the order in which it was taken"),
});

/** The same with notes on it, of a source or of land. */
export const sourceOut = tierOut.extend({ notes: notesOut.optional() });

/** A tier year by year, with its stock. */
export const yearsOut = (stockUnit: string) =>
  z.object({
    years: z.array(
      z.object({
        year: yearIn,
        stock: numberIn(stockUnit).describe("What is held at the end of the year"),
        emissions: z.array(quantityShape),
        steps: z.array(step),
      }),
    ),
    notes: notesOut.optional(),
  });

export function tierOf({ emissions, steps }: TierResult): ResultOf<typeof tierOut> {
  return {
    emissions: emissions.map((of) => ({ ...of })),
    steps: steps.map((of) => ({ ...of, inputs: { ...of.inputs } })),
  };
}

/** The notes on parameters of the steps that lie far outside of what ships, as a part of a result. */
export function parametersNoted(steps: readonly Step[], input: unknown): { readonly notes?: Message[] } {
  const notes = outsideDefaults(steps, input);
  return notes.length > 0 ? { notes } : {};
}

/** The result of land, which may take up or emit. */
export function landOf(result: TierResult, input: unknown): ResultOf<typeof sourceOut> {
  return { ...tierOf(result), ...parametersNoted(result.steps, input) };
}

/**
 * The result of a source, with a note where it would take up what it emits, or where a parameter or a step is far from all that
 * ship.
 */
export function sourceOf(result: TierResult, input: unknown): ResultOf<typeof sourceOut> {
  const notes = [
    ...outsideDefaults(result.steps, input),
    ...result.emissions.flatMap(({ value, gas, unit }) => (value < 0 ? [texts.belowZero({ gas: gas ?? unit })] : [])),
    ...result.steps.flatMap(({ label, symbol, value, unit }, at) =>
      outsideSpan(value, unit, `steps[${at}].${symbol}`, () => label.toLowerCase()),
    ),
  ];
  return notes.length > 0 ? { ...tierOf(result), notes } : tierOf(result);
}

/** A list of the parts of one whole; more than the whole is noted. */
export function partsOfWhole<Row extends z.ZodObject>(row: Row, shareOf: (part: z.output<Row>) => Given) {
  return remarked(z.array(row), (parts, field) => {
    const sum = parts.reduce((total, part) => total + shareIn(shareOf(part)), 0);
    // Shares are given with a few digits.
    return sum > 1.001 ? [texts.sharesAboveOne({ field, sum: Number(sum.toPrecision(6)) })] : [];
  });
}

/** The share of a share. */
export function product(one: Given, other: Given): number {
  return shareIn(one) * shareIn(other);
}

/** A unit that is none is refused by the equation. */
function shareIn(share: Given): number {
  if (typeof share === "number") return share;
  return share.unit === "%" ? share.value / 100 : share.unit === "1" ? share.value : 0;
}
