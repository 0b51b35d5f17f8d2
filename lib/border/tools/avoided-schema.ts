import { z } from "zod";
import { metricOut, notesOut } from "../../tool/outcome.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { declineForms } from "../avoided/avoided-emissions.ts";

export const tonnes = "t CO2e {metric}";
export const perMWh = `${tonnes}/MWh`;

/** Assumptions on the life of exported capacity. */
export const lifeFields = {
  lifetime_yr: z.int().min(1).max(200).meta({ unit: "yr" }),
  degradation: ratio.min(0).max(1).default(0).describe("Loss of output a year, as a fraction"),
  decline: ratio.min(0).max(1).default(0).describe("Decline of the grid factor a year, as a fraction"),
  declineForm: z
    .enum(declineForms)
    .default("exponential")
    .describe("exponential: of the year before; linear: of the first year"),
  losses: ratio
    .min(0)
    .max(1)
    .optional()
    .describe("Share of the output that is lost before it displaces electricity; none if left out"),
};

export const metricIn = z
  .string()
  .min(1)
  .max(40)
  .default("AR6.GWP100")
  .describe("By which the embodied emissions and the grid factor were summed; nothing is converted");

/** What avoided emissions come to. */
export const avoidedFields = {
  generation_MWh: numberIn("MWh").describe("Delivered over the life"),
  baseline_t: numberIn(tonnes).describe("Emissions of the displaced electricity over the life"),
  embodied_t: numberIn(tonnes).describe("Emissions of making"),
  avoided_t: numberIn(tonnes).describe("baseline − embodied, over the life"),
  firstYear_t: numberIn(tonnes).describe("Baseline of the first year, nothing deducted"),
  payback_yr: numberIn("yr").nullable().describe("Embodied emissions over the baseline of the first year"),
  lifecycle_g_kWh: numberIn("g CO2e {metric}/kWh").nullable().describe("Embodied emissions per kWh delivered"),
};

export const avoidedRest = { metric: metricOut, notes: notesOut };

export const avoidedAssumptions = [
  "Avoided emissions are a comparison with electricity that would have been generated otherwise: they stand beside an inventory and are never netted into it.",
  "A year has 8,760 hours; the capacity factor, degradation, losses and decline hold for the whole capacity.",
  "Exported capacity is put up and runs in the destination; nothing is said of what else would have been built there.",
];
