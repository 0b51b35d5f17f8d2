import { z } from "zod";
import { toRows } from "../../numeric/matrix.ts";
import { matrices, matrix, vector } from "../../tool/matrix.ts";
import { iterationsOut, methodOut, notesOut, residualOut } from "../../tool/outcome.ts";
import { numberColumn } from "../../tool/table.ts";
import { ratio } from "../../tool/unit.ts";
import { findJumps, notesOnJumps } from "../checks.ts";
import { gapShape, gapsOfAccounts } from "../identities.ts";
import { balanceTable, transfersTable } from "../results/balance-table.ts";
import { sectorAxes, sectorColumns, type TableLabels } from "../results/table-rows.ts";
import { emissions, intensity, money } from "../results/table-units.ts";
import { unitsToJson } from "./table-schema.ts";
import { defineTableTool } from "./table-tool.ts";

export const consumptionAccounts = defineTableTool({
  name: "consumption.accounts",
  title: { en: "Production and consumption accounts", zh: "生产端与消费端排放账户" },
  summary: {
    en: "From a multi-regional input–output table and a satellite account: emissions by producer and by consumer, what is embodied in imports and exports, and who emits for whom.",
    zh: "由多区域投入产出表和卫星账户计算：生产端与消费端排放、进出口隐含排放，以及各地区之间的隐含排放转移。",
  },
  tables: { table: "spread", previous: "optional" },
  options: {
    jumpFactor: ratio
      .min(1)
      .optional()
      .describe(
        "With `previous`, the table of another year: what changed by more than this factor is noted; 3 when left out.",
      ),
  },
  output: z.object({
    x: vector("Gross output, RN.", money),
    S: matrix("Direct intensities, K × RN.", intensity),
    M: matrix("Multipliers, K × RN.", intensity),
    D_pba: matrix("Production-based emissions, K × R, households included.", emissions),
    D_cba: matrix("Consumption-based emissions, K × R, households included.", emissions),
    D_imp: matrix("Embodied in imports for final use, K × R.", emissions),
    D_exp: matrix("Embodied in exports for final use, K × R.", emissions),
    flows: matrices("Per stressor, origin × consumer, households left out.", emissions),
    units: z
      .object({ money: z.string(), stressors: z.array(z.string()) })
      .describe(
        "x is in money; D and flows in the stressor's unit; S and M in stressor per money. Empty where none was given.",
      ),
    residual: residualOut.describe("Largest relative residual (max-norm) of the solves."),
    method: methodOut.describe("How the systems were solved."),
    iterations: iterationsOut.describe("Passes over A; 0 for a direct solve."),
    identities: z.array(gapShape).describe("How far each accounting identity is from closing."),
    notes: notesOut.describe(
      "What a reader must know of the table, as sentences: rows that do not balance, negative value added, columns of A above 1, zero or negative output, negative final demand, rounds of supply that grow without end (Hawkins–Simon), and jumps against `previous`.",
    ),
  }),
  tablesOut: {
    balance: balanceTable,
    transfers: transfersTable,
    intensities: {
      description: {
        en: "Emissions per unit of output, sector by sector of every region.",
        zh: "各区域各部门单位产出的排放。",
      },
      columns: {
        ...sectorColumns,
        direct: numberColumn({ en: "Emitted by the sector itself.", zh: "部门自身的直接排放强度。" }, intensity),
        total: numberColumn(
          {
            en: "Emitted along the whole chain, per unit of final use.",
            zh: "单位最终使用在整条供应链上的完全排放强度。",
          },
          intensity,
        ),
      },
      values: ({ S, M }: { readonly S: number[][]; readonly M: number[][] }, labels: TableLabels) => ({
        ...sectorAxes(labels),
        direct: S,
        total: M,
      }),
    },
  },
  formula:
    "A = Z x̂⁻¹, S = F x̂⁻¹, flows = S_o (I − A)⁻¹ Y, M = S (I − A)⁻¹; D_cba = Σ_o flows + F_Y, D_pba = Σ_s F + F_Y, D_imp and D_exp the column and row sums of flows without the diagonal.",
  assumptions: [
    "Every product of a sector has the sector's average intensity and recipe (industry technology, homogeneous output).",
    "Imports for intermediate use are traced to final demand (full MRIO), not counted at the border as in EEBT.",
    "Final demand includes investment: what builds capital belongs to the year in which it is bought.",
  ],
  references: [
    "Miller & Blair (2009), Input–Output Analysis, 2nd ed., chapters 2, 3 and 10.",
    "Stadler (2021), Pymrio, J. Open Research Software 9: 8, doi:10.5334/jors.251.",
    "Peters (2008), From production-based to consumption-based national emission inventories, doi:10.1016/j.ecolecon.2007.10.014.",
  ],
  async over({ table: cached, previous }, input, work) {
    const { table } = cached;
    const jumps = previous ? findJumps(previous.table, table, input.jumpFactor ?? 3) : [];
    const result = await cached.accounts(work);
    return {
      x: Array.from(result.x),
      S: toRows(result.S),
      M: toRows(result.M),
      D_pba: toRows(result.D_pba),
      D_cba: toRows(result.D_cba),
      D_imp: toRows(result.D_imp),
      D_exp: toRows(result.D_exp),
      flows: result.flows.map(toRows),
      units: unitsToJson(table),
      residual: result.residual,
      method: result.method,
      iterations: result.iterations,
      identities: await gapsOfAccounts(table, result, work),
      notes: [...notesOnJumps(table, jumps), ...result.notes].map(({ sentence }) => sentence),
    };
  },
});
