import { z } from "zod";
import { toRows } from "../../numeric/matrix.ts";
import { matrices, matrix } from "../../tool/matrix.ts";
import { numberColumn } from "../../tool/table.ts";
import { calcGrossExports, eebt } from "../eebt.ts";
import { ofField, pairTable } from "../results/field-table.ts";
import { regionAxes, regionColumns, type TableLabels } from "../results/table-rows.ts";
import { emissions, money } from "../results/table-units.ts";
import { defineTableTool } from "./table-tool.ts";

export const consumptionEebt = defineTableTool({
  name: "consumption.eebt",
  title: {
    en: "Emissions embodied in bilateral trade, compared with the MRIO account",
    zh: "双边贸易隐含排放（EEBT）与 MRIO 对照",
  },
  summary: {
    en: "Domestic emissions for gross bilateral exports (EEBT), compared with the flows of the full multi-regional account. They agree by producer in total, not cell by cell.",
    zh: "以国内列昂惕夫逆和双边总出口计算贸易隐含排放（EEBT），并与完整多区域（MRIO）结果并列；二者仅在生产者合计上一致。",
  },
  tables: { table: "spread" },
  options: {},
  output: z.object({
    eebt: matrices("Per stressor, origin × destination; the diagonal is for the own final demand.", emissions),
    mrio: matrices("Per stressor, origin × consumer.", emissions),
    grossExports: matrix("RN × R: what each row sells to each region, for final use on the diagonal.", money),
  }),
  tablesOut: {
    balance: {
      description: {
        en: "What each region sends and receives in gross trade.",
        zh: "各区域在双边总贸易中送出与接收的隐含排放。",
      },
      columns: {
        ...regionColumns,
        sent: numberColumn({ en: "Emitted for what it exports.", zh: "为其出口产生的排放。" }, emissions),
        received: numberColumn(
          { en: "Emitted for what it imports, by its direct suppliers.", zh: "直接供货国为其进口产生的排放。" },
          emissions,
        ),
        difference: numberColumn({ en: "Received less sent.", zh: "接收减送出。" }, emissions),
      },
      values: ({ eebt }: { readonly eebt: readonly number[][][] }, labels: TableLabels) => {
        const sent = eebt.flatMap((flows) => flows.map((row, r) => sum(row) - row[r]!));
        const received = eebt.flatMap((flows) => flows.map((row, r) => sum(flows.map((from) => from[r]!)) - row[r]!));
        const difference = received.map((value, at) => value - sent[at]!);
        return { ...regionAxes(labels), sent, received, difference };
      },
    },
    transfers: pairTable(
      { en: "The two accounts, pair by pair.", zh: "两种口径下逐对区域的结果。" },
      ["origin", "destination"],
      {
        eebt: ofField("eebt", {
          en: "Emitted in the origin for its gross sales to the destination.",
          zh: "来源地为向目的地总销售产生的排放。",
        }),
        mrio: ofField("mrio", {
          en: "Emitted in the origin for the destination's final use.",
          zh: "来源地为目的地最终使用产生的排放。",
        }),
      },
    ),
  },
  formula: "EEBT_od = S_o (I − A_oo)⁻¹ e_od, e_od = Z_od 1 + y_od, e_oo = y_oo.",
  assumptions: [
    "EEBT counts what crosses a border where it crosses it: goods that pass through are the transit country's imports.",
  ],
  references: ["Peters (2008), doi:10.1016/j.ecolecon.2007.10.014."],
  async over({ table: cached }, _input, work) {
    const { table } = cached;
    return {
      eebt: (await eebt(table, work)).map(toRows),
      mrio: (await cached.accounts(work)).flows.map(toRows),
      grossExports: toRows(calcGrossExports(table)),
    };
  },
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
