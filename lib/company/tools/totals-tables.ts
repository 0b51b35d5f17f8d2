import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, type TableDeclaration, textColumn } from "../../tool/table.ts";
import type { CompanyTotals, ScopeTotal } from "../company-totals.ts";

/** The fields of a company inventory that the tables use. */
interface WithTotals {
  readonly totals: CompanyTotals;
}

const metric = textColumn({ en: "The metric by which gases are converted to CO2e.", zh: "各气体加权所用的度量。" });
const co2e = "t CO2e";

/** The totals of a company: by scope, by source of scope 1, and by category of scope 3. */
export const totalsTables: Readonly<Record<string, TableDeclaration>> = {
  byScope: recordTable(
    { en: "Totals by scope; of scope 2 both, side by side.", zh: "按范围合计；范围二两种口径并列。" },
    {
      scope: integerColumn({ en: "1, 2 or 3.", zh: "1、2 或 3。" }),
      basis: textColumn({
        en: "Of scope 2: location or market.",
        zh: "范围二：location（基于位置）或 market（基于市场）。",
      }),
      co2e: numberColumn({ en: "The total.", zh: "合计。" }, co2e),
      biogenicCo2: numberColumn({ en: "Of living matter, in no total.", zh: "生物源二氧化碳，不计入合计。" }, "t CO2"),
      metric,
    },
    ({ totals: { metric, scope1, scope2, scope3 } }: WithTotals) => [
      { scope: 1, ...sumsOf(scope1), metric },
      { scope: 2, basis: "location", ...sumsOf(scope2.location), metric },
      { scope: 2, basis: "market", ...sumsOf(scope2.market), metric },
      { scope: 3, ...sumsOf(scope3), metric },
    ],
  ),
  bySource: recordTable(
    { en: "Scope 1, source by source.", zh: "范围一，按排放源。" },
    {
      source: textColumn({ en: "The source.", zh: "排放源。" }),
      co2e: numberColumn({ en: "Its total.", zh: "该排放源的合计。" }, co2e),
      metric,
    },
    ({ totals: { metric, scope1 } }: WithTotals) =>
      Object.entries(scope1.bySource).map(([source, co2e]) => ({ source, co2e, metric })),
  ),
  byCategory: recordTable(
    { en: "Scope 3, category by category, and what the numbers rest on.", zh: "范围三，按类别及其数据依据。" },
    {
      number: integerColumn({ en: "Number of the category, 1 to 15.", zh: "类别编号，1 至 15。" }),
      name: textColumn({ en: "Name of the category.", zh: "类别名称。" }),
      co2e: numberColumn(
        { en: "Its total; missing where there is no line.", zh: "该类别的合计；无数据行时空缺。" },
        co2e,
      ),
      supplier: numberColumn({ en: "By suppliers' data.", zh: "依据供应商数据。" }, co2e),
      activity: numberColumn({ en: "By activity.", zh: "依据活动数据。" }, co2e),
      spend: numberColumn({ en: "By spend.", zh: "依据支出。" }, co2e),
      state: textColumn({
        en: "counted, excluded or missing.",
        zh: "counted（已计入）、excluded（已排除）或 missing（缺失）。",
      }),
      reason: textColumn({ en: "Why it was excluded.", zh: "排除的理由。" }),
      metric,
    },
    ({ totals: { metric, scope3 } }: WithTotals) =>
      scope3.categories.map(({ ways, ...category }) => ({ ...category, ...ways, metric })),
  ),
};

function sumsOf({ co2e, biogenicCo2 }: ScopeTotal) {
  return { co2e, biogenicCo2 };
}
