import { z } from "zod";
import { notesOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { readPact } from "../pact/read-pact.ts";

const co2e = numberIn("kg CO2e {metric}");
const carbon = numberIn("kg C");

export const lifecycleReadPact = defineTool({
  name: "lifecycle.readPact",
  title: { en: "Read product footprints of PACT 3", zh: "读取 PACT 3 产品碳足迹" },
  summary: {
    en: "The numbers of a PACT 3 document, or of a list of them, with notes on amounts that do not add up.",
    zh: "读取一份或一批 PACT 3 文档中的数据，并就不相符的数量给出说明。",
  },
  input: z.object({
    document: z
      .union([z.string(), z.looseObject({}), z.array(z.looseObject({}))])
      .describe("JSON as text or parsed: a footprint, a list, or an answer with data"),
  }),
  output: z.object({
    footprints: z.array(
      z.object({
        id: z.string(),
        company: z.string(),
        product: z.string(),
        status: z.string(),
        amount: numberIn(siblingUnit).describe("The declared unit, to which all amounts refer"),
        unit: z.string(),
        mass: numberIn("kg"),
        excludingUptake: co2e,
        includingUptake: co2e,
        fossil: co2e,
        landUseChange: co2e.nullable(),
        landManagementFossil: co2e.nullable(),
        landManagementCO2: co2e.nullable(),
        landManagementRemoval: co2e.nullable(),
        biogenicNonCO2: co2e.nullable(),
        uptake: co2e.nullable(),
        aircraft: co2e.nullable(),
        packaging: co2e.nullable(),
        outbound: co2e.nullable(),
        fossilCarbon: carbon,
        biogenicCarbon: carbon.nullable(),
        primaryDataShare: ratio.nullable(),
        exemptedShare: ratio,
        technological: ratio.nullable().describe("Data-quality rating, 1 (best) to 5"),
        temporal: ratio.nullable(),
        geographical: ratio.nullable(),
        metric: z.string().nullable(),
        start: z.string(),
        end: z.string(),
        place: z.string().nullable().describe("The narrowest that is stated; none is global"),
      }),
    ),
    notes: notesOut,
  }),
  assumptions: [
    "A null is an amount that the document does not state.",
    "Amounts that do not add up within the rounding of their digits are noted, not corrected.",
    "Documents of PACT 1 and 2 are refused: their totals include other emissions.",
  ],
  references: ["PACT Technical Specifications 3.0 (WBCSD), data model."],
  run({ document }) {
    const { footprints, notes } = readPact(document);
    return {
      footprints: footprints.map(({ declared, dataQuality, document: _, ...numbers }) => ({
        ...numbers,
        amount: declared.amount,
        unit: declared.unit,
        technological: dataQuality?.technological ?? null,
        temporal: dataQuality?.temporal ?? null,
        geographical: dataQuality?.geographical ?? null,
      })),
      notes: [...notes],
    };
  },
});
