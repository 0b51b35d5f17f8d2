import { z } from "zod";
import { notesOut } from "../../tool/outcome.ts";
import { quantityIn, readQuantity } from "../../tool/quantity.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn } from "../../tool/unit.ts";
import { growth } from "../growth.ts";

export const quantityGrowth = defineTool({
  name: "quantity.growth",
  title: { en: "Mean rate of growth", zh: "平均增长率" },
  summary: {
    en: "The compound rate by year that leads from one quantity to another over a number of years; different kinds are refused with a sentence.",
    zh: "由起始量经若干年到末尾量的年均复合增长率；不同类的数量给出说明并拒绝。",
  },
  input: z.object({
    from: quantityIn("The quantity of the first year."),
    to: quantityIn("The quantity of the last year."),
    years: numberIn("yr").positive().describe("From the first to the last"),
  }),
  output: z.object({
    rate: numberIn("%/yr").nullable().describe("Compound rate of growth by year"),
    notes: notesOut,
  }),
  formula: "100 ((to / from)^(1 / years) − 1).",
  assumptions: ["What lies between the first and the last year has no part in it."],
  references: ["IPCC 2006 Guidelines, Vol 1 Ch 5, splicing by interpolation and extrapolation of a constant rate."],
  run: ({ from, to, years }) => growth(readQuantity(from, "from"), readQuantity(to, "to"), years),
});
