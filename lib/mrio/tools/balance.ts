import { z } from "zod";
import { messages } from "../../message/message.ts";
import { toRows } from "../../numeric/matrix.ts";
import { matrix, matrixOf, vector } from "../../tool/matrix.ts";
import { iterationsOut, sentenceOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { ratio } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { gras, missShape } from "../gras.ts";
import { compareTables, nowcast, requireLength, tableComparisonShape } from "../nowcast.ts";
import { emissions, money } from "../results/table-units.ts";
import { TableError } from "../table.ts";
import { tableShape } from "./table-schema.ts";
import { defineTableMaker } from "./table-tool.ts";

const texts = messages("mrio", {
  unequalSums: {
    en: "columnSums add up to {bought}, but rowSums to {sold}: no matrix has both.",
    zh: "columnSums 合计 {bought}，而 rowSums 合计 {sold}：不存在同时满足两者的矩阵。",
  },
});

export const consumptionBalance = defineTool({
  name: "consumption.balance",
  title: { en: "Balance a matrix (RAS, GRAS)", zh: "矩阵平衡（RAS、GRAS）" },
  summary: {
    en: "The matrix nearest to a given one that has the required row and column sums; signs are kept. RAS where nothing is negative.",
    zh: "求与原矩阵最接近且满足给定行和、列和的矩阵，符号不变；无负值时即 RAS。",
  },
  input: z.object({
    matrix: z.array(z.array(z.number())).describe("m × n."),
    rowSums: z.array(z.number()).describe("m."),
    columnSums: z.array(z.number()).describe("n."),
    tolerance: ratio.positive().optional(),
    maxIterations: z.int().min(1).max(1_000_000).optional(),
  }),
  output: z.object({
    matrix: z.array(z.array(z.number())).describe("m × n."),
    iterations: iterationsOut,
    error: ratio.describe("Largest miss of a sum, over the largest sum."),
    converged: z.boolean(),
    unmet: z.array(missShape).describe("Sums that could not be met, worst first."),
  }),
  formula:
    "a*_ij = r_i p_ij s_j − n_ij / (r_i s_j), P the positive and N the absolute negative cells; r and s meet the row and column sums.",
  assumptions: ["Zero cells stay zero."],
  references: [
    "Junius & Oosterhaven (2003), doi:10.1080/0953531032000056954.",
    "Lenzen, Wood & Gallego (2007), Econ. Syst. Res. 19: 461–465.",
  ],
  async run(input, work) {
    const start = matrixOf("matrix", input.matrix);
    requireLength("rowSums", input.rowSums, start.rows);
    requireLength("columnSums", input.columnSums, start.columns);
    const [sold, bought] = [input.rowSums, input.columnSums].map((sums) => sums.reduce((sum, value) => sum + value, 0));
    if (Math.abs(sold! - bought!) > 1e-6 * Math.abs(sold!)) {
      throw new TableError("columnSums", texts.unequalSums({ bought, sold }));
    }
    const { tolerance, maxIterations } = input;
    const options = { ...(tolerance ? { tolerance } : {}), ...(maxIterations ? { maxIterations } : {}) };
    const result = await gras(start, input.rowSums, input.columnSums, options, work);
    return { ...result, matrix: toRows(result.matrix), unmet: [...result.unmet] };
  },
});

export const consumptionNowcast = defineTableMaker({
  name: "consumption.nowcast",
  title: { en: "Carry a table to a later year", zh: "推算至后续年份" },
  summary: {
    en: "Updates the structure of a table to known totals of a later year by GRAS. The result is modelled, is labelled so, and includes its balance and, for a year whose table is known, its error.",
    zh: "以 GRAS 将投入产出表的结构推至已知总量的后续年份；结果标注为模型推算，并附平衡误差，若给出该年实际表还附误差。",
  },
  tables: { table: "spread", actual: "optional" },
  options: {
    baseYear: yearIn,
    targetYear: yearIn,
    known: z.object({
      x: vector("Gross output of the later year, RN.", money),
      valueAdded: vector("RN.", money).optional(),
      demand: vector("Totals of the columns of Y, C.", money).optional(),
      F: matrix("K × RN.", emissions).optional(),
      FY: matrix("K × C.", emissions).optional(),
    }),
  },
  output: z.object({
    table: tableShape,
    provenance: z.literal("modelled"),
    label: sentenceOut,
    balanceError: ratio,
    iterations: iterationsOut,
    converged: z.boolean(),
    demandScale: ratio.describe("By how much demand was scaled to agree with value added."),
    unmet: z.array(sentenceOut).describe("Totals that could not be met."),
    error: tableComparisonShape.optional().describe("Σ|modelled − actual| / Σ|actual|."),
  }),
  formula:
    "GRAS of [Z Y] to row sums x and column sums x − v and demand of the later year; error Σ|modelled − actual| / Σ|actual|.",
  assumptions: [
    "What is not known of the later year stays as near to the base year as the totals allow.",
    "Intensities are those of the base year unless emissions are given.",
  ],
  references: ["Lenzen, Wood & Gallego (2007), Econ. Syst. Res. 19: 461–465."],
  field: "table",
  async make({ table: cached, actual }, input, work) {
    const { known } = input;
    const base = cached.table;
    const result = await nowcast(
      base,
      {
        x: known.x,
        ...(known.valueAdded ? { valueAdded: known.valueAdded } : {}),
        ...(known.demand ? { demand: known.demand } : {}),
        ...(known.F ? { F: matrixOf("known.F", known.F) } : {}),
        ...(known.FY ? { FY: matrixOf("known.FY", known.FY) } : {}),
      },
      { base: input.baseYear, target: input.targetYear },
      {},
      work,
    );
    const { table, ...rest } = result;
    return {
      table,
      rest: {
        ...rest,
        unmet: [...rest.unmet],
        ...(actual ? { error: compareTables(table, actual.table) } : {}),
      },
    };
  },
});
