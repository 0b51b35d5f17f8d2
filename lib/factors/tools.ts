import { z } from "zod";
import { sentenceOut } from "../tool/outcome.ts";
import { recordTable } from "../tool/record-table.ts";
import { sheetRows } from "../tool/sheet-rows.ts";
import { numberColumn, textColumn } from "../tool/table.ts";
import { defineTool } from "../tool/tool.ts";
import { type Factor, levelOf } from "./factor.ts";
import { factorQueryShape, selectFactor } from "./selection.ts";
import { factorDatasets, factorsAtHand, ownFactors } from "./shipped-factors.ts";
import { factorsGrid } from "./tools/grid.ts";

const factorsSelect = defineTool({
  name: "factors.select",
  title: { en: "Select an emission factor", zh: "选择排放因子" },
  summary: {
    en: "The most specific factor for a category and activity: plant over national over regional over default, own tables before shipped ones; with the reason, what was passed over, and what was wrong in the tables.",
    zh: "按类别和活动选取最具体的排放因子：工厂优先于国家、地区和缺省值，自有表优先；给出理由、被略过的候选以及表中的问题。",
  },
  input: z.object({
    wanted: factorQueryShape,
    factors: sheetRows.optional().describe("Rows of factors; the shipped tables of the sector if left out"),
    own: sheetRows.default([]).describe("Rows of the user's own table, with the same columns"),
  }),
  output: z.object({
    factor: z.record(z.string(), z.unknown()),
    level: z.enum(["default", "regional", "national", "plant"]),
    own: z.boolean(),
    why: sentenceOut,
    passedOver: z.array(z.record(z.string(), z.unknown())),
    problems: z.array(sentenceOut).describe("Rows that could not be used, each with its column"),
  }),
  tablesOut: {
    alternatives: recordTable(
      { en: "The factors that were passed over.", zh: "被略过的候选因子。" },
      {
        category: textColumn({ en: "IPCC 2006 category.", zh: "IPCC 2006 类别。" }),
        activity: textColumn({ en: "Fuel, product, animal or practice.", zh: "燃料、产品、动物或作业方式。" }),
        parameter: textColumn({ en: "Symbol of the Guidelines.", zh: "指南中的符号。" }),
        gas: textColumn({ en: "The gas.", zh: "气体。" }),
        technology: textColumn({ en: "The technology.", zh: "技术。" }),
        region: textColumn({ en: "Where it applies; missing for the whole world.", zh: "适用地区；全球适用时空缺。" }),
        plant: textColumn({ en: "The plant that it is of.", zh: "所属工厂。" }),
        value: numberColumn({ en: "Its value.", zh: "因子值。" }, { unitIn: "passedOver.unit" }),
        lo: numberColumn({ en: "Lower 95 % bound.", zh: "95 % 下限。" }, { unitIn: "passedOver.unit" }),
        hi: numberColumn({ en: "Upper 95 % bound.", zh: "95 % 上限。" }, { unitIn: "passedOver.unit" }),
        unit: textColumn({ en: "The unit of its value.", zh: "因子值的单位。" }),
        edition: textColumn({ en: "Of which guidelines.", zh: "所属指南版本。" }),
        source: textColumn({ en: "Its source.", zh: "来源。" }),
      },
      ({ passedOver }: { readonly passedOver: readonly Factor[] }) => passedOver,
    ),
  },
  datasets: factorDatasets,
  assumptions: [
    "A factor of a category serves all categories below it.",
    "A country is a member of a group as at the end of the year asked for.",
    "The 2006 Guidelines are preferred to later editions unless one is asked for.",
  ],
  references: ["IPCC 2006 Guidelines, Vol 1 Ch 2 and Ch 4: the choice of tiers and factors."],
  async run({ wanted, factors, own }, _work, read) {
    const [shipped, mine] = [await factorsAtHand(factors, [wanted.category], read), ownFactors(own)];
    const selection = selectFactor(wanted, shipped.factors, mine.factors);
    return {
      factor: { ...selection.factor },
      level: levelOf(selection.factor),
      own: selection.own,
      why: selection.why,
      passedOver: selection.passedOver.map((factor) => ({ ...factor })),
      problems: [...mine.problems, ...shipped.problems],
    };
  },
});

/** The choice of emission factors, with its reason. */
export const factors = {
  select: factorsSelect,
  grid: factorsGrid,
};
