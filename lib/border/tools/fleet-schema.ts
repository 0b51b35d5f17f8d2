import { z } from "zod";
import { sentenceOut } from "../../tool/outcome.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { gridBases } from "../avoided/destination-grids.ts";
import { avoidedFields, avoidedRest, lifeFields, perMWh, tonnes } from "./avoided-schema.ts";

const { lifetime_yr, degradation, decline, ...otherLife } = lifeFields;

/** What is assumed of exported capacity in general. */
export const fleetFields = {
  year: yearIn.describe("Year of shipment"),
  grid: z.enum(gridBases).default("combined margin").describe("What the electricity displaces"),
  capacityFactor: ratio.min(0).max(1).optional().describe("Default: illustrative"),
  capacityFactors: z
    .record(z.string(), ratio.min(0).max(1))
    .default({})
    .describe("By destination (ISO 3166 alpha-3), in place of capacityFactor"),
  lifetime_yr: lifetime_yr.optional().describe("Default: illustrative"),
  degradation: degradation.removeDefault().optional().describe("Loss of output a year; default: illustrative"),
  decline: decline.removeDefault().optional().describe("Decline of the grid factor a year; default: illustrative"),
  ...otherLife,
  embodied_t_MW: numberIn(`${tonnes}/MW`)
    .nonnegative()
    .optional()
    .describe("Emissions of making; default: from a shipped inventory"),
};

export const fleetOut = {
  capacity_MW: numberIn("MW").describe("With a grid factor"),
  left_MW: numberIn("MW").describe("Without a grid factor, in no sum"),
  gridFactor_t_MWh: numberIn(perMWh).describe("Mean of the first year, weighted by generation"),
  ...avoidedFields,
  byDestination: z
    .array(
      z.object({
        iso3: z.string(),
        area: z.string(),
        capacity_MW: numberIn("MW"),
        capacityFactor: ratio,
        gridFactor_t_MWh: numberIn(perMWh),
        gridYear: yearIn.describe("Year of the grid factor"),
        generation_MWh: numberIn("MWh"),
        baseline_t: numberIn(tonnes),
        embodied_t: numberIn(tonnes),
        avoided_t: numberIn(tonnes),
        firstYear_t: numberIn(tonnes),
      }),
    )
    .describe("The largest first"),
  assumptions: z.array(
    z.object({
      name: z.string(),
      value: numberIn(siblingUnit),
      unit: z.string(),
      from: sentenceOut.describe("Where it is from"),
      illustrative: z.boolean().describe("Whether no source supports it"),
    }),
  ),
  announced: z
    .object({
      year: yearIn,
      making_t: numberIn("t CO2"),
      avoided_t: numberIn("t CO2"),
      source: z.string(),
    })
    .describe("What was announced for solar and wind goods together; nothing is computed from it"),
  ...avoidedRest,
};
