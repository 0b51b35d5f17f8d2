import { z } from "zod";
import { toDense } from "../../numeric/csr.ts";
import { toRows } from "../../numeric/matrix.ts";
import { matrix, vector } from "../../tool/matrix.ts";
import { residualOut } from "../../tool/outcome.ts";
import { calcB, calcDownstream, calcG, incomeBased, sumSectors } from "../ghosh.ts";
import { ofField, regionTable, sectorTable } from "../results/field-table.ts";
import { emissions, intensity, money } from "../results/table-units.ts";
import { calcValueAdded } from "../table.ts";
import { defineTableTool } from "./table-tool.ts";

export const consumptionDownstream = defineTableTool({
  name: "consumption.downstream",
  title: { en: "Ghosh: downstream and income-based emissions", zh: "Ghosh 模型：下游排放与收入端责任" },
  summary: {
    en: "Allocation coefficients B, Ghosh inverse G (on request), downstream multipliers, and the emissions enabled by each sector's value added.",
    zh: "分配系数 B、Ghosh 逆矩阵 G（按需）、下游乘数，以及各部门增加值所促成的收入端排放。",
  },
  tables: { table: "spread" },
  options: { inverse: z.boolean().optional().describe("Also give B and G.") },
  output: z.object({
    M_down: matrix("Downstream multipliers without the sector's own emissions, K × RN.", intensity),
    enabled: matrix("The same with them, K × RN.", intensity),
    valueAdded: vector("x − inputs, RN.", money),
    income: matrix("Income-based emissions, K × RN.", emissions),
    income_reg: matrix("By region, K × R.", emissions),
    B: matrix("Allocation coefficients, RN × RN.", "1").optional(),
    G: matrix("Ghosh inverse, RN × RN.", "1").optional(),
    residual: residualOut,
  }),
  tablesOut: {
    bySector: sectorTable(
      { en: "Downstream and income-based emissions, sector by sector.", zh: "各部门的下游排放与收入端排放。" },
      {
        downstream: ofField(
          "M_down",
          { en: "Downstream multiplier without the sector's own emissions.", zh: "下游乘数，不含部门自身排放。" },
          intensity,
        ),
        enabled: ofField("enabled", { en: "The same with them.", zh: "下游乘数，含部门自身排放。" }, intensity),
        income: ofField("income", { en: "Enabled by the sector's value added.", zh: "由部门增加值促成的排放。" }),
      },
    ),
    byRegion: regionTable(
      { en: "Income-based emissions, region by region.", zh: "各区域的收入端排放。" },
      { income: ofField("income_reg", { en: "Enabled by the region's value added.", zh: "由区域增加值促成的排放。" }) },
    ),
  },
  formula: "B = x̂⁻¹ Z, G = (I − B)⁻¹; M_down = S (G − I)ᵀ; D_income = v̂ G Sᵀ, v = x − 1ᵀ Z.",
  assumptions: [
    "Sales shares are fixed: the Ghosh model is read as accounting for who is enabled, not as a model of supply.",
    "Value added is output less intermediate inputs: taxes less subsidies and margins are in it.",
  ],
  references: [
    "Ghosh (1958), doi:10.2307/2550694.",
    "Lenzen & Murray (2010), doi:10.1016/j.ecolecon.2010.04.005.",
    "Marques et al. (2012), doi:10.1016/j.ecolecon.2012.09.010.",
  ],
  async over({ table: { table } }, input, work) {
    const down = await calcDownstream(table, work);
    const income = await incomeBased(table, work);
    const B = calcB(table.Z, table.x);
    return {
      M_down: toRows(down.M_down),
      enabled: toRows(down.enabled),
      valueAdded: Array.from(calcValueAdded(table.Z, table.x)),
      income: toRows(income),
      income_reg: toRows(sumSectors(income, table.sectors.length)),
      ...(input.inverse ? { B: toRows(toDense(B)), G: toRows(await calcG(B, work)) } : {}),
      residual: down.residual,
    };
  },
});
