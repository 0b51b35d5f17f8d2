import { type Message, messages } from "../message/message.ts";
import type { CompanyLine } from "./company-line.ts";
import { isMoney } from "./company-row.ts";
import type { ScopeGaps } from "./company-totals.ts";
import type { PurchasedEnergy } from "./purchased-energy.ts";
import { isLifeCycle, type ScopeFactor } from "./scope-factor.ts";
import { type Cells, type TableProblem, textOf } from "./table-problem.ts";

const texts = messages("company", {
  leftOutRows: {
    en: "{count:Row|Rows} {rows} {count:is|are} left out, wholly or in part: see the problems for the reason.",
    zh: "第 {rows} 行全部或部分未计入：原因见所列问题。",
  },
  leftOutInstruments: {
    en: "Of the instruments, {count:row|rows} {rows} {count:is|are} not used: see the problems for the reason.",
    zh: "工具表中第 {rows} 行未采用：原因见所列问题。",
  },
  marginsTwice: {
    en: "Money in categories 1 and 2 ({count:row|rows} {rows}) includes transport margins, and category 4 has rows too: use the same item name in both, so that its transport is counted once.",
    zh: "类别 1 和 2 中的金额（第 {rows} 行）按含运输加价的因子计算，而类别 4 也有数据行：请在两处注明同一物品，使其运输只计算一次。",
  },
  upstreamTwice: {
    en: "Category 3 counts what is upstream of electricity (row {rows}), and the life-cycle grid averages used in scope 2 already include it: use grid averages of generation only.",
    zh: "类别 3 计入了电力的上游（第 {rows} 行），而范围二所取的生命周期电网平均因子已包含上游：请给出仅含发电的电网平均因子。",
  },
});

/** Gaps of each scope's total: rows that could not be used, substitutes, and possible double counting. */
export function scopeGaps(
  rows: readonly Cells[],
  lines: readonly CompanyLine[],
  problems: readonly TableProblem[],
  energy: Pick<PurchasedEnergy, "location" | "market">,
  factors: readonly ScopeFactor[],
): ScopeGaps {
  const leftOut = (scope: string) => {
    const count = new Set(
      problems.filter((of) => of.table === "rows" && mayBe(rows[of.row - 1]!, scope)).map(({ row }) => row),
    );
    if (count.size === 0) return [];
    const list = [...count].sort((a, b) => a - b);
    return [texts.leftOutRows({ count: list.length, rows: list })];
  };
  const refused = [...new Set(problems.filter(({ table }) => table === "instruments").map(({ row }) => row))];
  const instruments = refused.length > 0 ? [texts.leftOutInstruments({ count: refused.length, rows: refused })] : [];
  return {
    scope1: leftOut("1"),
    location: [...leftOut("2"), ...energy.location],
    market: [...leftOut("2"), ...instruments, ...energy.market],
    scope3: [...leftOut("3"), ...possibleDoubleCounting(lines, factors, energy)],
  };
}

/** Whether a row is of a scope, or its scope cannot be read. */
function mayBe(cells: Cells, scope: string): boolean {
  const written =
    textOf(cells, "scope")
      ?.toLowerCase()
      .replace(/^scope\s*/, "") ?? "";
  return written === scope || (!["1", "2", "3"].includes(written) && !written.startsWith("outside"));
}

/** Possible double counting in scope 3 that the rows cannot rule out. */
function possibleDoubleCounting(
  lines: readonly CompanyLine[],
  factors: readonly ScopeFactor[],
  energy: Pick<PurchasedEnergy, "location" | "market">,
): Message[] {
  const sentences: Message[] = [];
  const byCategory = new Map<string, CompanyLine[]>();
  for (const line of lines) {
    if (line.scope !== 3) continue;
    const mine = byCategory.get(line.category);
    if (mine) mine.push(line);
    else byCategory.set(line.category, [line]);
  }
  const of = (category: string) => byCategory.get(category) ?? [];
  const withMargins = new Set(factors.flatMap(({ withoutMargins, value }) => (withoutMargins === null ? [] : [value])));
  const spent = [...of("1"), ...of("2")].filter(({ unit, factor }) => isMoney(unit) && withMargins.has(factor!));
  if (spent.length > 0 && of("4").length > 0)
    sentences.push(texts.marginsTwice({ count: spent.length, rows: spent.map(({ row }) => row) }));
  const upstream = of("3").filter(({ activity }) => /electric/i.test(activity));
  if (upstream.length > 0 && [...energy.location, ...energy.market].some(isLifeCycle))
    sentences.push(texts.upstreamTwice({ rows: upstream.map(({ row }) => row) }));
  return sentences;
}
