import { z } from "zod";
import { matrices, matrix } from "../../tool/matrix.ts";
import { residualOut } from "../../tool/outcome.ts";
import { ratio } from "../../tool/unit.ts";
import { editsOf, frameToJson, whatIfOptions } from "../resource/what-if-edits.ts";
import { emissions } from "../results/table-units.ts";
import { whatIfTable } from "../results/what-if-table.ts";
import { prepareWhatIf } from "../what-if.ts";
import { defineTableTool } from "./table-tool.ts";

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
  tablesOut: { balance: whatIfTable },
  formula: "(I − A − U θ̂ Vᵀ)⁻¹ = L + L U (I − θ̂ Vᵀ L U)⁻¹ θ̂ Vᵀ L; flows' = S'_o L' Y'.",
  assumptions: [
    "All else stays: no prices, no substitution, no rebound.",
    "Rounds of supply die away: factors with which the spectral radius of A is 1 or more are refused.",
    "Edits of one kind that select the same cells add their changes.",
  ],
  references: ["Hager (1989), doi:10.1137/1031049.", "Miller & Blair (2009), chapter 12."],
  async over({ table: cached }, input, work) {
    const { table } = cached;
    const base = await cached.accounts(work);
    const given = { system: await cached.system(work), xByConsumer: base.xByConsumer };
    const whatIf = await prepareWhatIf(table, editsOf(table, input.edits), work, given);
    return {
      before: frameToJson(base),
      after: frameToJson(whatIf.frame(input.edits.map((given) => given.factor))),
      rank: whatIf.rank,
      residual: Math.max(base.residual, whatIf.residual),
    };
  },
});
