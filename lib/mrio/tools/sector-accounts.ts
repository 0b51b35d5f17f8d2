import { z } from "zod";
import { toRows } from "../../numeric/matrix.ts";
import { matrices, matrix, vector } from "../../tool/matrix.ts";
import { residualOut } from "../../tool/outcome.ts";
import { numberColumn } from "../../tool/table.ts";
import { sumByRegion } from "../coefficients.ts";
import { ofField, regionTable, sectorTable } from "../results/field-table.ts";
import { demandAxes, demandColumns, productAxes, productColumns, type TableLabels } from "../results/table-rows.ts";
import { emissions } from "../results/table-units.ts";
import {
  calcConsumptionByCategory,
  calcFlowsByProduct,
  calcPerCapita,
  multipliersByOrigin,
  sectorAccounts,
} from "../sectoral.ts";
import { defineTableTool } from "./table-tool.ts";

const perHead = { unitIn: "units.stressors / person" };

export const consumptionSectorAccounts = defineTableTool({
  name: "consumption.sectorAccounts",
  title: { en: "Accounts by sector, category and head", zh: "分部门、分最终需求类别与人均账户" },
  summary: {
    en: "The accounts by sector of production and by sector of the final product, by category of final demand, per head, and the flows origin × product sector × consumer.",
    zh: "按生产部门、最终产品部门、最终需求类别及人均列出的账户，以及“来源地 × 产品部门 × 消费地”的隐含排放流。",
  },
  tables: { table: "spread" },
  options: { population: vector("Population of the R regions.", "person").optional() },
  output: z.object({
    D_pba: matrix("At the emitting sector, K × RN, households left out.", emissions),
    D_cba: matrix(
      "At the consuming region and the sector of the final product, K × RN, households left out.",
      emissions,
    ),
    D_imp: matrix("As D_cba, emitted abroad.", emissions),
    D_exp: matrix("At the emitting sector, for final demand abroad.", emissions),
    byCategory: matrix("Consumption-based by column of Y, K × C, households included.", emissions),
    flowsByProduct: matrices("Per stressor, (origin, product sector) × consumer: RN × R.", emissions),
    D_pba_cap: matrix("Production per head, K × R, households included.", perHead).optional(),
    D_cba_cap: matrix("Consumption per head, K × R, households included.", perHead).optional(),
    residual: residualOut,
  }),
  tablesOut: {
    bySector: sectorTable(
      { en: "The accounts, sector by sector of every region.", zh: "各区域分部门的账户。" },
      {
        production: ofField("D_pba", { en: "Emitted by the sector.", zh: "部门产生的排放。" }),
        consumption: ofField("D_cba", {
          en: "Emitted for final products of the sector that the region uses.",
          zh: "该区域使用的该部门最终产品的隐含排放。",
        }),
        imports: ofField("D_imp", {
          en: "Of consumption, what was emitted abroad.",
          zh: "消费端排放中产生于区域外的部分。",
        }),
        exports: ofField("D_exp", {
          en: "Of production, what was for final use abroad.",
          zh: "生产端排放中为区域外最终使用的部分。",
        }),
      },
    ),
    perHead: regionTable(
      { en: "The accounts per head, where the population was given.", zh: "人均账户；给出人口时才有。" },
      {
        production: ofField("D_pba_cap", { en: "Production per head.", zh: "人均生产端排放。" }, perHead),
        consumption: ofField("D_cba_cap", { en: "Consumption per head.", zh: "人均消费端排放。" }, perHead),
      },
    ),
    demand: {
      description: {
        en: "Consumption-based emissions, category by category of every region's final demand.",
        zh: "各区域各类最终需求的消费端排放。",
      },
      columns: {
        ...demandColumns,
        value: numberColumn(
          { en: "Emitted for it, households included.", zh: "为其产生的排放，含居民直接排放。" },
          emissions,
        ),
      },
      values: ({ byCategory }: { readonly byCategory: readonly number[][] }, labels: TableLabels) => ({
        ...demandAxes(labels, byCategory[0]?.length ?? 0),
        value: byCategory,
      }),
    },
    products: {
      description: {
        en: "Emissions by origin, sector of the final product and consumer.",
        zh: "按来源地、最终产品部门与消费地列出的排放。",
      },
      columns: {
        ...productColumns,
        value: numberColumn({ en: "Emitted in the origin.", zh: "在来源地产生的排放。" }, emissions),
      },
      values: ({ flowsByProduct }: { readonly flowsByProduct: readonly number[][][] }, labels: TableLabels) => ({
        ...productAxes(labels, "each"),
        value: flowsByProduct,
      }),
    },
  },
  formula:
    "D_pba = F; D_cba(c,s) = Σ_r M_(r,s) Y_(r,s),c; D_exp(i) = S_i Σ_(c abroad) X_ic; D_imp as D_cba with the multipliers of other origins; X = L Y.",
  assumptions: ["Sector accounts leave out the direct emissions of households; regional totals are their sum and FY."],
  references: ["Stadler (2021), Pymrio, doi:10.5334/jors.251."],
  async over({ table: cached }, input, work) {
    const { table } = cached;
    const result = await cached.accounts(work);
    const sectors = await sectorAccounts(table, result, work);
    const { multipliers } = await multipliersByOrigin(table, result.S, work);
    const Y = sumByRegion(table.Y, table.yRegions, table.regions.length);
    const { population } = input;
    return {
      D_pba: toRows(sectors.D_pba),
      D_cba: toRows(sectors.D_cba),
      D_imp: toRows(sectors.D_imp),
      D_exp: toRows(sectors.D_exp),
      byCategory: toRows(calcConsumptionByCategory(result.M, table.Y, table.FY)),
      flowsByProduct: calcFlowsByProduct(multipliers, Y, table.sectors.length).map(toRows),
      ...(population
        ? {
            D_pba_cap: toRows(calcPerCapita(result.D_pba, population)),
            D_cba_cap: toRows(calcPerCapita(result.D_cba, population)),
          }
        : {}),
      residual: Math.max(result.residual, sectors.residual),
    };
  },
});
