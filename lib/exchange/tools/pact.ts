import { z } from "zod";
import { footprintInputsIn } from "../../lifecycle/tools/footprint-schema.ts";
import { notesOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { productFootprint } from "../pact/product-footprint.ts";
import { pactStatementShape, writePact } from "../pact/write-pact.ts";

const co2e = numberIn("kg CO2e {metric}");
const carbon = numberIn("kg C").min(0);

const footprint = z.strictObject({
  declared: z.strictObject({ amount: numberIn(siblingUnit).positive(), unit: z.string() }),
  mass: numberIn("kg").min(0).describe("Without packaging; 0 for energy, transport and services"),
  emissions: z
    .strictObject({
      fossil: co2e.describe("Without those of land management"),
      landManagementFossil: co2e.optional(),
      landUseChange: co2e.optional(),
      landManagementCO2: co2e.optional(),
      landManagementRemoval: co2e.max(0).optional(),
      biogenicNonCO2: co2e.optional(),
    })
    .describe("By kind; a kind that is left out is not known"),
  carbon: z.strictObject({ fossil: carbon, biogenic: carbon, recycled: carbon.optional() }),
  aircraft: co2e.optional().describe("The part of the emissions that is from aircraft"),
  outbound: co2e.optional().describe("Transport to the customer, beside the emissions"),
  packaging: z
    .strictObject({ included: z.boolean(), emissions: co2e.optional(), biogenicCarbon: carbon.optional() })
    .default({ included: false }),
  inputs: footprintInputsIn.describe(
    "They sum to the emissions; primary-data share and data quality are computed from them",
  ),
  metric: z.string().default("AR6.GWP100"),
  period: z.strictObject({ start: z.string(), end: z.string() }).describe("ISO 8601 with a time zone"),
  place: z
    .discriminatedUnion("level", [
      z.strictObject({ level: z.literal("global") }),
      z.strictObject({ level: z.enum(["region", "country", "subdivision"]), code: z.string() }),
    ])
    .default({ level: "global" }),
  boundary: z.string().describe("The processes within the boundary, in words"),
  exempted: z
    .strictObject({ share: ratio.min(0).max(1), reason: z.string().optional() })
    .describe("Left out by the cut-off rule, and why"),
  allocation: z.string().optional(),
});

export const lifecyclePact = defineTool({
  name: "lifecycle.pact",
  title: { en: "Product footprint as PACT 3", zh: "以 PACT 3 格式输出产品碳足迹" },
  summary: {
    en: "A computed product footprint as a PACT 3 document; totals, uptake, primary-data share and data-quality ratings are computed, not typed.",
    zh: "将计算所得的产品碳足迹写成 PACT 3 文档；总量、吸收量、初级数据占比与数据质量评分由计算得出，而非手工填写。",
  },
  input: z.object({ footprint, statement: pactStatementShape }),
  output: z.object({
    document: productFootprint,
    excludingUptake: co2e,
    includingUptake: co2e,
    primaryDataShare: ratio.nullable(),
    notes: notesOut,
  }),
  formula:
    "pcfExcludingBiogenicUptake = Σ emissions by kind; pcfIncludingBiogenicUptake = that − 44/12 biogenic carbon",
  assumptions: [
    "fossilGhgEmissions contains the fossil emissions of land management, and the total the biogenic emissions other than CO2, as the text of PACT 3 has it; its examples differ.",
    "Captured carbon (CCS, CCU) is not written.",
    "The document is no statement of conformity: verification is left to a verifier.",
  ],
  references: [
    "PACT Technical Specifications 3.0 (WBCSD), data model.",
    "ISO 14067:2018, Carbon footprint of products.",
  ],
  run(input) {
    const { document, aggregated, notes } = writePact(input.footprint, input.statement);
    const { excludingUptake, includingUptake, primaryDataShare } = aggregated;
    return { document, excludingUptake, includingUptake, primaryDataShare, notes: [...notes] };
  },
});
