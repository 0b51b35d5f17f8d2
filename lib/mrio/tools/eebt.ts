import { z } from "zod";
import { toRows } from "../../numeric/matrix.ts";
import { matrices, matrix } from "../../tool/matrix.ts";
import { calcGrossExports, eebt } from "../eebt.ts";
import { defineTableTool } from "./table-tool.ts";
import { emissions, money } from "./table-units.ts";

export const consumptionEebt = defineTableTool({
  name: "consumption.eebt",
  title: {
    en: "Emissions embodied in bilateral trade, beside the MRIO account",
    zh: "双边贸易隐含排放（EEBT）与 MRIO 对照",
  },
  summary: {
    en: "Domestic emissions for gross bilateral exports (EEBT), beside the flows of the full multi-regional account. They agree by producer in total, not cell by cell.",
    zh: "以国内列昂惕夫逆和双边总出口计算贸易隐含排放（EEBT），并与完整多区域（MRIO）结果并列；二者仅在生产者合计上一致。",
  },
  tables: { table: "spread" },
  options: {},
  output: z.object({
    eebt: matrices("Per stressor, origin × destination; the diagonal is for the own final demand.", emissions),
    mrio: matrices("Per stressor, origin × consumer.", emissions),
    grossExports: matrix("RN × R: what each row sells to each region, for final use on the diagonal.", money),
  }),
  formula: "EEBT_od = S_o (I − A_oo)⁻¹ e_od, e_od = Z_od 1 + y_od, e_oo = y_oo.",
  assumptions: [
    "EEBT counts what crosses a border where it crosses it: goods that pass through are the transit country's imports.",
  ],
  references: ["Peters (2008), doi:10.1016/j.ecolecon.2007.10.014."],
  async over({ table: held }, _input, work) {
    const { table } = held;
    return {
      eebt: (await eebt(table, work)).map(toRows),
      mrio: (await held.accounts(work)).flows.map(toRows),
      grossExports: toRows(calcGrossExports(table)),
    };
  },
});
