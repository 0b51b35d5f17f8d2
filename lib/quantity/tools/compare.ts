import { z } from "zod";
import { notesOut } from "../../tool/outcome.ts";
import { quantityIn, quantityOut, readQuantity } from "../../tool/quantity.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { compare } from "../comparison.ts";

export const quantityCompare = defineTool({
  name: "quantity.compare",
  title: { en: "Compare two quantities", zh: "两个数量的比较" },
  summary: {
    en: "Difference, ratio, share and change of two quantities of one kind, whatever their units; different kinds are refused with a sentence.",
    zh: "同类的两个数量（单位可以不同）之差、之比、占比与变化率；不同类的数量给出说明并拒绝。",
  },
  input: z.object({
    left: quantityIn("What is compared."),
    right: quantityIn("With what it is compared: the whole of a share, the start of a change."),
  }),
  output: z.object({
    difference: quantityOut("Left less right, in the unit of left."),
    ratio: ratio.nullable().describe("Left over right"),
    percentOf: numberIn("%").nullable().describe("Left in percent of right"),
    change: numberIn("%").nullable().describe("From right to left, in percent of the magnitude of right"),
    notes: notesOut,
  }),
  formula: "a − b; a / b; 100 a / b; 100 (a − b) / |b|.",
  assumptions: [
    "Right is converted to the unit of left first; of two gases or two metrics neither converts to the other.",
    "There is no ratio to zero, no share of it and no change from it.",
  ],
  references: ["IPCC 2006 Guidelines, Vol 1 Ch 8, units and conversions."],
  run: ({ left, right }) => compare(readQuantity(left, "left"), readQuantity(right, "right")),
});
