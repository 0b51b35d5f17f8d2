import { messageOf } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import { emptyCell } from "../message/row-problem.ts";
import { parseUnit } from "../quantity/unit.ts";
import { isMoney } from "./company-row.ts";
import type { PriceStep } from "./scope-selection.ts";
import { type Cells, numberOf, problemIn, type Report, type TableProblem, textOf } from "./table-problem.ts";

const texts = messages("company", {
  notRate: { en: "“{cell}” is not valid; expected a number > 0.", zh: "实际为“{cell}”；应为大于 0 的数。" },
  aRate: { en: "whose exchange rate and index of prices it is", zh: "汇率与价格指数的出处" },
  notMoney: {
    en: '"{cell}" is no money of a year; a unit such as USD 2022 is expected.',
    zh: "“{cell}”不是某一年的货币；应为 USD 2022 之类的单位。",
  },
});

/** Reads prices: columns from (`CNY 2024`), to (`USD 2022`), rate (units of `to` per unit of `from`), source. */
export function readPrices(rows: readonly Cells[]): { prices: PriceStep[]; problems: TableProblem[] } {
  const prices: PriceStep[] = [];
  const problems: TableProblem[] = [];
  rows.forEach((cells, i) => {
    const before = problems.length;
    const report: Report = (column, problem) => problems.push(problemIn("prices", i + 1, column, problem));
    const [from, to] = (["from", "to"] as const).map((column) => moneyOf(textOf(cells, column), column, report));
    const rate = numberOf(cells, "rate");
    if (rate === null || !(rate > 0)) report("rate", texts.notRate({ cell: String(cells.rate ?? "") }));
    const source = textOf(cells, "source");
    if (source === null) report("source", emptyCell(texts.aRate()));
    if (problems.length === before) prices.push({ from: from!, to: to!, rate: rate!, source: source! });
  });
  return { prices, problems };
}

function moneyOf(written: string | null, column: string, report: Report): string | undefined {
  try {
    if (written !== null && isMoney(written) && parseUnit(written).terms[0]!.substance) return parseUnit(written).text;
    report(column, texts.notMoney({ cell: written ?? "" }));
  } catch (error) {
    report(column, messageOf(error));
  }
  return undefined;
}
