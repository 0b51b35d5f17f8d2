import { z } from "zod";
import { messages } from "../../message/message.ts";
import { evidences } from "../../quantity/evidence.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn } from "../../tool/unit.ts";
import { estimateShape, NaturalInputError } from "../estimate.ts";
import { literatureRangesOf } from "../literature-ranges.ts";
import { organicSoil, organicSoilUses } from "../organic-soil.ts";
import { areasAndFluxes, waterMethane, waterShape } from "../wetland.ts";
import { fireShape, wildfire } from "../wildfire.ts";
import { gasTable } from "./gas-table.ts";

const texts = messages("natural", {
  sumOfRanges: { en: "sum of the ranges", zh: "各范围之和" },
  sumOverWaters: { en: "sum over kinds of water", zh: "各类水体之和" },

  unknownGas: {
    en: 'gas is "{gas}"; expected one of {known}, or all.',
    zh: "gas 应为 {known} 之一或 all，实际为“{gas}”。",
  },
});

export const naturalWildfire = defineTool({
  name: "natural.wildfire",
  title: { en: "Emissions of a wildfire", zh: "野火排放" },
  summary: {
    en: "Seiler–Crutzen: burnt area × fuel × share burnt × emission factor, for CO2, CO, CH4, N2O and NOx.",
    zh: "Seiler–Crutzen公式：过火面积×可燃物×燃烧比例×排放因子，给出CO2、CO、CH4、N2O、NOx。",
  },
  input: fireShape,
  output: z.object({
    CO2: estimateShape,
    CO: estimateShape,
    CH4: estimateShape,
    N2O: estimateShape,
    NOx: estimateShape,
  }),
  tablesOut: { byGas: gasTable },
  assumptions: [
    "CO2 of vegetation that grows back is not an addition to the air over decades.",
    "Errors of area, fuel and factor are independent.",
  ],
  references: [
    "Seiler & Crutzen (1980), doi:10.1007/BF00137988.",
    "IPCC 2006 Guidelines, Vol 4 Ch 2, eq. 2.27, table 2.5.",
  ],
  run: (fire) => wildfire(fire),
});

export const naturalWetland = defineTool({
  name: "natural.wetland",
  title: { en: "Methane of wetlands and inland waters", zh: "湿地与内陆水体甲烷" },
  summary: {
    en: "Area × flux × days for each kind of water, with a Q10 for temperature where one is given, and the sum.",
    zh: "各类水体：面积×通量×天数（可加Q10温度修正），并给出合计。",
  },
  input: z.object({
    waters: z.array(waterShape).min(1),
  }),
  output: z.object({ waters: z.array(estimateShape.extend({ name: z.string() })), total: estimateShape }),
  assumptions: [
    "No water is in two of the kinds.",
    "The range of the sum adds the ranges: as if all fluxes were wrong in one direction.",
  ],
  references: ["Walter & Heimann (2000), doi:10.1029/1999GB001204."],
  run({ waters }) {
    const each = waters.map((water) => ({ name: water.name, ...waterMethane(water) }));
    const add = (read: (of: (typeof each)[number]) => number) => each.reduce((sum, of) => sum + read(of), 0);
    return {
      waters: each,
      total: {
        value: add(({ value }) => value),
        lo: add(({ lo }) => lo ?? 0),
        hi: add(({ hi }) => hi ?? 0),
        unit: "Tg CH4/yr",
        interval: texts.sumOfRanges(),
        source: areasAndFluxes(),
        method: texts.sumOverWaters(),
      },
    };
  },
});

export const naturalOrganicSoil = defineTool({
  name: "natural.organicSoil",
  title: { en: "Emissions of drained and rewetted organic soils", zh: "排水与复湿有机土壤排放" },
  summary: {
    en: "CO2 with dissolved carbon, CH4 of land and ditches, and N2O by the tier 1 factors of the Wetlands Supplement.",
    zh: "按《湿地补充指南》一级因子计算CO2（含溶解碳）、CH4（土地与沟渠）与N2O。",
  },
  input: z.object({
    use: z.enum(organicSoilUses as [string, ...string[]] as [(typeof organicSoilUses)[number]]),
    area_ha: numberIn("ha"),
  }),
  output: z.object({ CO2: estimateShape, CH4: estimateShape, N2O: estimateShape }),
  tablesOut: { byGas: gasTable },
  assumptions: [
    "The factors were read in the IPCC Emission Factor Database or a copy; the share of ditches and the N2O of oil palm are from memory.",
    "The ranges are assumed ones, in place of the tables' 95 % intervals.",
  ],
  references: ["IPCC (2014), 2013 Supplement to the 2006 Guidelines: Wetlands, chapters 2 and 3."],
  run: ({ use, area_ha }) => organicSoil(use, area_ha),
});

export const naturalRanges = defineTool({
  name: "natural.ranges",
  title: { en: "Natural fluxes from the literature", zh: "文献给定的自然通量范围" },
  summary: {
    en: "Geologic seeps, permafrost, volcanoes, lightning, inland waters and others as ranges with their source; none is computed here.",
    zh: "地质渗漏、多年冻土、火山、闪电、内陆水体等的文献范围及来源；均非本库计算。",
  },
  input: z.object({ gas: z.string().describe("CH4, CO2, C, N2O, NOx, or all") }),
  output: z.object({
    ranges: z.array(
      estimateShape.extend({
        name: z.string(),
        gas: z.string(),
        valueStatus: z.enum(evidences),
        boundsStatus: z.enum(evidences),
        valueRead: z.string().nullable(),
        note: z.string(),
      }),
    ),
  }),
  assumptions: [
    "Half of the values were read in a copy of their source, the others are from memory: `valueStatus` says which.",
  ],
  references: ["Each row names its own."],
  datasets: ["natural_flux_ranges"],
  async run({ gas }, _work, read) {
    const all = literatureRangesOf(await read("natural_flux_ranges", gas === "all" ? {} : { gas }));
    const ranges = all.filter((range) => gas === "all" || range.gas === gas);
    if (ranges.length === 0) {
      const known = [...new Set(all.map((range) => range.gas))].join(", ");
      throw new NaturalInputError("gas", texts.unknownGas({ known, gas }));
    }
    return { ranges };
  },
});
