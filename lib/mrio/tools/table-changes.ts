import { z } from "zod";
import { vector } from "../../tool/matrix.ts";
import { notesOut } from "../../tool/outcome.ts";
import { numberIn, ratio, type UnitOf } from "../../tool/unit.ts";
import { aggregate } from "../aggregation.ts";
import { checkTable, findJumps, jumpShape } from "../checks.ts";
import { toPriceYear } from "../prices.ts";
import { emissions, money } from "../results/table-units.ts";
import { sectorPartShape, splitSector } from "../split.ts";
import { tableShape } from "./table-schema.ts";
import { defineTableMaker, defineTableTool } from "./table-tool.ts";

const located = (unit: UnitOf) => z.array(z.object({ label: z.string(), value: numberIn(unit) }));

export const consumptionAggregate = defineTableMaker({
  name: "consumption.aggregate",
  title: { en: "Aggregate regions and sectors", zh: "按对照表归并区域与部门" },
  summary: {
    en: "A coarser table by a concordance from code to group. Totals are kept; codes left out stay themselves.",
    zh: "按“代码 → 组”的对照表得到更粗的投入产出表；总量不变，未列出的代码保持原样。",
  },
  tables: { table: "spread" },
  options: {
    regionGroups: z.record(z.string(), z.string()).optional().describe("Region code → group."),
    sectorGroups: z.record(z.string(), z.string()).optional().describe("Sector code → group."),
  },
  output: tableShape,
  formula: "Z* = P Z Pᵀ, Y* = P Y, x* = P x, F* = F Pᵀ, P the 0–1 matrix of the concordance.",
  assumptions: ["Members of a group are treated as one: differences between them are lost (aggregation bias)."],
  references: ["Steen-Olsen et al. (2014), doi:10.1080/09535314.2014.934325."],
  make({ table: { table } }, input) {
    const groups = {
      ...(input.regionGroups ? { regions: input.regionGroups } : {}),
      ...(input.sectorGroups ? { sectors: input.sectorGroups } : {}),
    };
    return { table: aggregate(table, groups), rest: {} };
  },
});

export const consumptionSplit = defineTableMaker({
  name: "consumption.split",
  title: { en: "Split a sector", zh: "拆分部门" },
  summary: {
    en: "Divides one sector in every region by shares of sales, purchases and emissions. Aggregating the parts gives the old table back.",
    zh: "按销售、采购与排放份额在各区域拆分一个部门；再归并即得原表。",
  },
  tables: { table: "spread" },
  options: {
    sector: z.string(),
    parts: z.array(sectorPartShape).min(1),
  },
  output: tableShape,
  formula:
    "z_(p,j) = σ_p z_ij, z_(i,p) = π_p z_ij, z_(p,q) = σ_p π_q z_ij; y_p = σ_p y_i; F_p = ε_p F_i; σ, π, ε the shares of sales, purchases and emissions.",
  assumptions: ["The split is only as good as its shares; they are the same in every region."],
  references: [
    "Wolsky (1984), Rev. Econ. Stat. 66: 283–291.",
    "Lindner, Legault & Guan (2012), doi:10.1080/09535314.2012.689954.",
  ],
  make({ table: { table } }, input) {
    const parts = input.parts.map(({ name, sales, purchases, emissions }) => ({
      name,
      sales,
      ...(purchases === undefined ? {} : { purchases }),
      ...(emissions === undefined ? {} : { emissions }),
    }));
    return { table: splitSector(table, input.sector, parts), rest: {} };
  },
});

export const consumptionPriceYear = defineTableMaker({
  name: "consumption.priceYear",
  title: { en: "Convert to another price year", zh: "换算价格年" },
  summary: {
    en: "Divides each row by its price index, so that tables of two years can be compared. Value added becomes the residual.",
    zh: "各行除以其价格指数，使不同年份的表可比；增加值成为余项（双重平减）。",
  },
  tables: { table: "spread" },
  options: {
    index: vector("Price in the table's year over price in the wanted year: R or RN.", "1"),
    money: z.string().optional().describe('Name of the new money, e.g. "M$ of 2005".'),
  },
  output: tableShape,
  formula: "Z* = p̂⁻¹ Z, Y* = p̂⁻¹ Y, x* = p̂⁻¹ x; v* = x* − 1ᵀ Z* (double deflation); F stays.",
  assumptions: ["One price per row, whoever buys."],
  references: ["Miller & Blair (2009), chapter 4.", "SNA 2008, chapter 15."],
  make({ table: { table } }, input) {
    return { table: toPriceYear(table, input.index, input.money), rest: {} };
  },
});

export const consumptionCheckTable = defineTableTool({
  name: "consumption.checkTable",
  title: { en: "Check a table", zh: "检查投入产出表" },
  summary: {
    en: "Balances, negative value added, columns of A above 1, sectors without output, negative cells, and jumps against another year.",
    zh: "检查平衡、负增加值、系数列和大于 1、零产出部门、负值，以及与另一年份相比的跳变。",
  },
  tables: { table: "spread", previous: "optional" },
  options: {
    jumpFactor: ratio.min(1).optional().describe("3 when left out."),
  },
  output: z.object({
    imbalance: ratio,
    closure: ratio,
    negativeValueAdded: located(money),
    columnsAboveOne: located("1"),
    zeroOutput: z.array(z.string()),
    emissionsWithoutOutput: located(emissions),
    negativeFinalDemandCells: ratio,
    negativeIntermediateCells: ratio,
    notes: notesOut,
    jumps: z.array(jumpShape),
  }),
  formula: "x − Z 1 − Y 1; v = x − 1ᵀ Z; 1ᵀ A; a jump is a ratio between two years above the factor.",
  assumptions: ["Nothing is mended: what is odd is listed."],
  references: ["Miller & Blair (2009), chapter 4."],
  async over({ table: { table }, previous }, input, work) {
    const checks = await checkTable(table, work);
    return {
      ...checks,
      negativeValueAdded: [...checks.negativeValueAdded],
      columnsAboveOne: [...checks.columnsAboveOne],
      zeroOutput: [...checks.zeroOutput],
      emissionsWithoutOutput: [...checks.emissionsWithoutOutput],
      notes: checks.notes.map(({ sentence }) => sentence),
      jumps: previous ? findJumps(previous.table, table, input.jumpFactor ?? 3) : [],
    };
  },
});
