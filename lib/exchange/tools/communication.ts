import { z } from "zod";
import { communication } from "../../border/cbam/communication.ts";
import { DefaultValues, defaultDatasets } from "../../border/cbam/default-value.ts";
import { edition } from "../../border/cbam/edition.ts";
import { perTonne, tonnes } from "../../border/cbam/units.ts";
import { notesOut, sentenceOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn } from "../../tool/unit.ts";
import { communicationCsv, communicationWorkbook } from "../border/communication-files.ts";
import { writtenFileShape } from "../lifecycle/inventory-format.ts";

const name = z.string().min(1).max(300);
const country = z.string().min(1).max(20).describe("ISO 3166 alpha-3");
const code = z.string().min(1).max(20).describe("CN code");

export const cbamCommunication = defineTool({
  name: "cbam.communication",
  title: { en: "Communication of embedded emissions to importers", zh: "向进口商通报隐含排放" },
  summary: {
    en: "Computes and checks what the operator of an installation tells importers: products with direct and indirect specific embedded emissions, routes, precursors and the carbon price paid, as a workbook (XLSX) and as CSV files.",
    zh: "计算并检查设施运营者向进口商通报的内容：产品的直接与间接单位隐含排放、生产路线、前体与已付碳价，给出工作簿（XLSX）与 CSV 文件。",
  },
  input: z.object({
    installation: z.strictObject({
      name,
      operator: name,
      city: name,
      country,
      unlocode: z.string().max(10).optional(),
      latitude: numberIn("°").min(-90).max(90).optional(),
      longitude: numberIn("°").min(-180).max(180).optional(),
    }),
    period: z.strictObject({
      start: z.string().describe("Day, as 2026-01-01"),
      end: z.string().describe("Day, as 2026-12-31"),
    }),
    goods: z.record(
      z.string().min(1),
      z.strictObject({
        cn: code.optional().describe("CN code; absent for a precursor that does not leave the installation"),
        route: z.string().max(200).optional().describe("Production route"),
        activityLevel_t: numberIn("t").positive(),
        attributed_t: numberIn(tonnes).describe("Direct emissions attributed to the production process"),
        electricity_MWh: numberIn("MWh").nonnegative().optional(),
        electricityFactor_t_MWh: numberIn("t CO2/MWh").nonnegative().optional(),
        electricitySource: z.string().max(300).optional().describe("Where that factor is from"),
        precursors: z.record(z.string(), numberIn("t").nonnegative()).optional(),
      }),
    ),
    stated: z
      .record(
        z.string(),
        z.strictObject({
          direct: numberIn(perTonne).nonnegative(),
          indirect: numberIn(perTonne).nonnegative().default(0),
          cn: code.optional(),
          country: country.optional(),
          installation: name.optional(),
          values: z.enum(["actual", "default"]).default("actual"),
        }),
      )
      .default({})
      .describe("Precursors bought from others"),
    carbonPrices: z
      .array(
        z.strictObject({
          instrument: name,
          country,
          price: z.number().nonnegative().describe("Per t CO2e after rebates, in the currency"),
          currency: z.string().min(1).max(20).describe("ISO 4217, e.g. CNY"),
          covered_percent: numberIn("%").min(0).max(100),
        }),
      )
      .default([]),
    verifier: name.optional(),
  }),
  output: z.object({
    rows: z
      .array(z.object({ sheet: z.string(), row: z.int(), field: z.string(), value: z.string(), unit: z.string() }))
      .describe("Every cell with its field, for display and checks; numbers as text"),
    csv: z.array(writtenFileShape).describe("One file for each sheet"),
    xlsx: z.string().describe("The workbook in base64"),
    edition: sentenceOut,
    notes: notesOut,
  }),
  assumptions: [
    "The fields are those of the communication; the layout is not that of the Commission's workbook.",
    "Direct and indirect emissions stand apart; which of them count depends on the good (cbam.obligation).",
    "Nothing is submitted anywhere.",
  ],
  references: [
    "Regulation (EU) 2023/956, Annex IV.",
    "European Commission, communication template for installations, as public guides describe its fields.",
  ],
  datasets: defaultDatasets,
  async run(given, work, read) {
    const { sheets, notes } = await communication(given, await DefaultValues.read(read), work);
    const bytes = communicationWorkbook(sheets);
    return {
      rows: sheets.flatMap(({ name: sheet, columns, rows }) =>
        rows.flatMap((cells, at) =>
          cells.map((cell, column) => ({
            sheet,
            row: at + 1,
            field: columns[column]!.title,
            value: cell === null ? "" : String(cell),
            unit: columns[column]!.unit,
          })),
        ),
      ),
      csv: communicationCsv(sheets),
      xlsx: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")),
      edition: edition(),
      notes: [...notes],
    };
  },
});
