import { z } from "zod";
import { notesOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { aggregateFootprints, footprintContributionShape } from "../footprint/aggregate-footprints.ts";
import { footprintInputsIn, ratings } from "./footprint-schema.ts";

const co2e = numberIn("kg CO2e {metric}");

export const lifecycleFootprint = defineTool({
  name: "lifecycle.footprint",
  title: { en: "Product footprint from its inputs", zh: "由各项投入汇总产品碳足迹" },
  summary: {
    en: "The footprint of a product from quantities and footprints of its inputs, with and without biogenic uptake, with primary-data share and data quality weighted by contribution.",
    zh: "由各项投入的数量与足迹汇总产品碳足迹（含与不含生物源吸收），并按贡献加权得出初级数据占比与数据质量评分。",
  },
  input: z.object({
    inputs: footprintInputsIn,
    biogenicCarbon: numberIn("kg C")
      .min(0)
      .default(0)
      .describe("In the declared unit of the product as it leaves the gate"),
    metric: z.string().optional().describe("The metric of the CO2e, such as AR6.GWP100; it labels the units"),
  }),
  output: z.object({
    excludingUptake: co2e,
    uptake: co2e.describe("−44/12 of the biogenic carbon"),
    includingUptake: co2e,
    primaryDataShare: ratio.nullable(),
    dataQuality: z
      .object({ ...ratings, mean: ratio })
      .nullable()
      .describe("1 (best) to 5"),
    ratedShare: ratio.describe("The part of the contributions that has ratings"),
    contributions: z.array(footprintContributionShape),
    notes: notesOut,
  }),
  formula:
    "PCF = Σ q f; uptake = −44/12 C; PCF incl. = PCF + uptake; share = Σ |q f| p / Σ |q f|; rating = Σ |q f| r / Σ |q f|",
  assumptions: [
    "Biogenic emissions within the boundary are an input of their own; those after the gate are not counted.",
    "Contributions weigh by their absolute size, so that a credit cannot move a share out of 0 to 1.",
    "The mean rating is that of the three dimensions, each weighted alike.",
  ],
  references: [
    "PACT Methodology 3 (WBCSD, 2025), 3.3.1, 3.3.2.4, 4.2.2, 4.2.3, as its technical specifications describe them.",
    "ISO 14067:2018, Carbon footprint of products.",
  ],
  run({ inputs, biogenicCarbon }) {
    const found = aggregateFootprints(inputs, { carbonContent: biogenicCarbon });
    return { ...found, contributions: [...found.contributions], notes: [...found.notes] };
  },
});
