import { type Message, messages } from "../message/message.ts";
import { type CompanyRecord, isMoney } from "./company-row.ts";
import { problemIn, type TableProblem } from "./table-problem.ts";
import { exclusive, findValueChainCategory } from "./value-chain.ts";

const texts = messages("company", {
  consolidated: {
    en: '"{facility}" is consolidated in scopes 1 and 2, and category {category} would count it again; a facility outside the boundary is expected.',
    zh: "“{facility}”已合并计入范围一和范围二，类别 {category} 会重复计算；应为边界以外的设施。",
  },
  countedByActivity: {
    en: '"{item}" is counted by {unit} in row {row}, and by money here; one of the two is expected, and the activity is the closer.',
    zh: "“{item}”在第 {row} 行按 {unit} 计算，此处又按金额计算；应只取其一，按活动数据更准确。",
  },
  otherCategory: {
    en: '"{item}" stands in category {other} ({name}) in row {row}, and category {category} would count it again; one of the two is expected.',
    zh: "“{item}”在第 {row} 行已列入类别 {other}（{name}），类别 {category} 会重复计算；应只取其一。",
  },
});

export interface CountedOnce {
  readonly records: readonly CompanyRecord[];
  readonly problems: readonly TableProblem[];
}

/**
 * Removes from scope 3 what another row already counts, and names it:
 * 1. an item counted by spend that another row of the category counts by activity or the supplier's own number;
 * 2. an item in two mutually exclusive categories (goods and capital goods, transport paid for and not paid for, …);
 * 3. leases, franchises and investments (8, 13, 14, 15) of a facility that scopes 1 and 2 consolidate in whole or in part.
 *
 * @param consolidated the share of a facility within the boundary; undefined if it is not listed.
 */
export function countOnce(
  records: readonly CompanyRecord[],
  consolidated: (facility: string) => number | undefined,
): CountedOnce {
  const problems: TableProblem[] = [];
  const kept = records.filter((record) => {
    const fault = record.scope === 3 ? faultOf(record, records, consolidated) : undefined;
    if (fault) problems.push(problemIn("rows", record.row, fault.column, fault.problem));
    return !fault;
  });
  return { records: kept, problems };
}

interface Fault {
  readonly column: string;
  readonly problem: Message;
}

function faultOf(
  record: CompanyRecord,
  all: readonly CompanyRecord[],
  consolidated: (facility: string) => number | undefined,
): Fault | undefined {
  const { category, item, facility } = record;
  if (["8", "13", "14", "15"].includes(category) && facility !== null && (consolidated(facility) ?? 0) > 0)
    return {
      column: "facility",
      problem: texts.consolidated({ facility, category }),
    };
  if (item === null) return undefined;
  const others = all.filter((other) => other !== record && other.scope === 3 && other.item === item);
  const better = others.find((other) => other.category === category && isMoney(record.unit) && !isMoney(other.unit));
  if (better)
    return {
      column: "item",
      problem: texts.countedByActivity({ item, unit: better.unit, row: better.row }),
    };
  const rival = others.find(
    (other) =>
      other.row < record.row &&
      exclusive.some(
        (pair) =>
          pair.map(String).includes(category) &&
          pair.map(String).includes(other.category) &&
          category !== other.category,
      ),
  );
  if (!rival) return undefined;
  return {
    column: "category",
    problem: texts.otherCategory({
      item,
      other: rival.category,
      name: findValueChainCategory(rival.category)!.title(),
      row: rival.row,
      category,
    }),
  };
}
