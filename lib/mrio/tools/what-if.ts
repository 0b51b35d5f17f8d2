import { z } from "zod";
import { toRows } from "../../numeric/matrix.ts";
import { matrices, matrix } from "../../tool/matrix.ts";
import { residualOut } from "../../tool/outcome.ts";
import { ratio } from "../../tool/unit.ts";
import type { InputOutputTable } from "../table.ts";
import { prepareWhatIf, type WhatIfFrame } from "../what-if.ts";
import type { Edit } from "../what-if-edit.ts";
import { regionIndex, rowIndex, rowReference, stressorIndex } from "./table-schema.ts";
import { defineTableTool } from "./table-tool.ts";
import { emissions } from "./table-units.ts";

const rows = z.array(rowReference).optional();
const factor = ratio.describe("Multiplies what is selected; 1 leaves it.");
const edit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("coefficients"), rows, columns: rows, factor }),
  z.object({
    kind: z.literal("demand"),
    rows,
    consumers: z.array(z.union([z.string(), z.number().int()])).optional(),
    factor,
  }),
  z.object({ kind: z.literal("intensity"), rows, stressor: z.string().optional(), factor }),
]);

/** The edits of a what-if and the factors they carry. */
export const whatIfOptions = z.object({ edits: z.array(edit).min(1) });

const side = z.object({
  D_pba: matrix("K × R.", emissions),
  D_cba: matrix("K × R.", emissions),
  D_imp: matrix("K × R.", emissions),
  D_exp: matrix("K × R.", emissions),
  flows: matrices("Per stressor, origin × consumer.", emissions),
});

export const consumptionWhatIf = defineTableTool({
  name: "consumption.whatIf",
  title: { en: "What if: change coefficients, demand or intensities", zh: "情景推演：改变系数、最终需求或强度" },
  summary: {
    en: "The accounts before and after edits of input coefficients, final demand and intensities, exactly, by the Sherman–Morrison–Woodbury formula.",
    zh: "改变消耗系数、最终需求或排放强度后账户的精确变化（Sherman–Morrison–Woodbury 公式）。",
  },
  tables: { table: "spread" },
  options: whatIfOptions.shape,
  output: z.object({ before: side, after: side, rank: ratio, residual: residualOut }),
  formula: "(I − A − U θ̂ Vᵀ)⁻¹ = L + L U (I − θ̂ Vᵀ L U)⁻¹ θ̂ Vᵀ L; flows' = S'_o L' Y'.",
  assumptions: [
    "All else stays: no prices, no substitution, no rebound.",
    "Rounds of supply die away: factors with which the spectral radius of A is 1 or more are refused.",
    "Edits of one kind that select the same cells add their changes.",
  ],
  references: ["Hager (1989), doi:10.1137/1031049.", "Miller & Blair (2009), chapter 12."],
  async over({ table: held }, input, work) {
    const { table } = held;
    const base = await held.accounts(work);
    const given = { system: await held.system(work), xByConsumer: base.xByConsumer };
    const whatIf = await prepareWhatIf(table, editsOf(table, input.edits), work, given);
    return {
      before: frameToJson(base),
      after: frameToJson(whatIf.frame(input.edits.map((given) => given.factor))),
      rank: whatIf.rank,
      residual: Math.max(base.residual, whatIf.residual),
    };
  },
});

/** The edits in rows and regions of the table. Throws TableError, which names the edit. */
export function editsOf(table: InputOutputTable, edits: z.output<typeof whatIfOptions>["edits"]): Edit[] {
  return edits.map((given, e) => editOf(table, given, e));
}

export function frameToJson(frame: WhatIfFrame) {
  return {
    D_pba: toRows(frame.D_pba),
    D_cba: toRows(frame.D_cba),
    D_imp: toRows(frame.D_imp),
    D_exp: toRows(frame.D_exp),
    flows: frame.flows.map(toRows),
  };
}

function editOf(table: InputOutputTable, given: z.output<typeof edit>, e: number): Edit {
  const list = (references: readonly (string | number)[] | undefined, field: string) =>
    references?.map((reference, p) => rowIndex(table, reference, `edits[${e}].${field}[${p}]`));
  const selected = list(given.rows, "rows");
  const rows = selected ? { rows: selected } : {};
  if (given.kind === "coefficients") {
    const columns = list(given.columns, "columns");
    return { kind: "coefficients", ...rows, ...(columns ? { columns } : {}) };
  }
  if (given.kind === "demand") {
    const consumers = given.consumers?.map((region, p) => regionIndex(table, region, `edits[${e}].consumers[${p}]`));
    return { kind: "demand", ...rows, ...(consumers ? { consumers } : {}) };
  }
  return {
    kind: "intensity",
    ...rows,
    ...(given.stressor === undefined ? {} : { stressor: stressorIndex(table, given.stressor) }),
  };
}
