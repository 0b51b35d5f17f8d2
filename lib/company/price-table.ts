import { parseUnit } from "../quantity/unit.ts";
import { isMoney } from "./company-row.ts";
import type { PriceStep } from "./scope-selection.ts";
import { type Cells, numberOf, problemIn, type TableProblem, textOf } from "./table-problem.ts";

/** Reads prices: columns from (`CNY 2024`), to (`USD 2022`), rate (how many of the one are one of the other), source. */
export function readPrices(rows: readonly Cells[]): { prices: PriceStep[]; problems: TableProblem[] } {
  const prices: PriceStep[] = [];
  const problems: TableProblem[] = [];
  rows.forEach((cells, i) => {
    const before = problems.length;
    const report = (column: string, sentence: string) => problems.push(problemIn("prices", i + 1, column, sentence));
    const [from, to] = (["from", "to"] as const).map((column) => moneyOf(textOf(cells, column), column, report));
    const rate = numberOf(cells, "rate");
    if (rate === null || !(rate > 0)) report("rate", `"${cells.rate ?? ""}" came; a number above 0 is expected.`);
    const source = textOf(cells, "source");
    if (source === null) report("source", "it is empty; whose exchange rate and index of prices it is is expected.");
    if (problems.length === before) prices.push({ from: from!, to: to!, rate: rate!, source: source! });
  });
  return { prices, problems };
}

function moneyOf(
  written: string | null,
  column: string,
  report: (column: string, sentence: string) => void,
): string | undefined {
  try {
    if (written !== null && isMoney(written) && parseUnit(written).terms[0]!.substance) return parseUnit(written).text;
    report(column, `"${written ?? ""}" is no money of a year; a unit such as USD 2022 is expected.`);
  } catch (error) {
    report(column, (error as Error).message);
  }
  return undefined;
}
