import { defineTool } from "../../tool/tool.ts";
import { query, queryResultShape } from "../query.ts";
import { queryRequest } from "../request.ts";

export const dataQuery = defineTool({
  name: "data.query",
  title: { en: "Rows of a dataset", zh: "查询数据集" },
  summary: {
    en: "Rows of any dataset by conditions: selected columns with their units, aggregated by groups, as ratios of two columns, joined by keys such as iso3 and year, in order.",
    zh: "按条件取任一数据集的行：所选各列及其单位，可按组聚合、求两列之比、按 iso3 与 year 等键连接其他数据集并排序。",
  },
  // Of any dataset, which it does not name beforehand.
  effect: "read",
  input: queryRequest,
  output: queryResultShape,
  formula: "sum: Σ x; over: Σ a / Σ b over the rows that have both.",
  assumptions: [
    "Missing values stay missing: an aggregate leaves them out and says how many; they come last in any order.",
    "Values in different units are never added; each is converted first if a unit is asked for.",
    "A join meets at most one row: one that would repeat rows is refused.",
    "Texts are equal only if they are spelt alike, capitals included.",
  ],
  references: ["ISO/IEC 9075-2:2023 (SQL): selection, grouping, aggregate functions, equi-joins."],
  run: (request, _work, read) => query(request, read),
});
