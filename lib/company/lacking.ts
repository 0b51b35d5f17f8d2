import type { CompanyLine } from "./company-line.ts";
import { isMoney } from "./company-row.ts";
import type { Lacking } from "./company-totals.ts";
import type { PurchasedEnergy } from "./purchased-energy.ts";
import type { ScopeFactor } from "./scope-factor.ts";
import { type Cells, type TableProblem, textOf } from "./table-problem.ts";

/** What the total of each scope lacks: rows that could not be used, stand-ins, and what may be in it twice. */
export function lackingOf(
  rows: readonly Cells[],
  lines: readonly CompanyLine[],
  problems: readonly TableProblem[],
  energy: Pick<PurchasedEnergy, "location" | "market">,
  factors: readonly ScopeFactor[],
): Lacking {
  const leftOut = (scope: string) => {
    const count = new Set(
      problems.filter((of) => of.table === "rows" && mayBe(rows[of.row - 1]!, scope)).map(({ row }) => row),
    );
    if (count.size === 0) return [];
    const list = [...count].sort((a, b) => a - b);
    return [
      `Row${list.length > 1 ? "s" : ""} ${list.join(", ")} ${list.length > 1 ? "are" : "is"} left out, wholly or in part: the problems say why.`,
    ];
  };
  const refused = [...new Set(problems.filter(({ table }) => table === "instruments").map(({ row }) => row))];
  const instruments =
    refused.length > 0
      ? [
          `Of the instruments, row${refused.length > 1 ? "s" : ""} ${refused.join(", ")} ${refused.length > 1 ? "are" : "is"} not taken: the problems say why.`,
        ]
      : [];
  return {
    scope1: leftOut("1"),
    location: [...leftOut("2"), ...energy.location],
    market: [...leftOut("2"), ...instruments, ...energy.market],
    scope3: [...leftOut("3"), ...twice(lines, factors, energy)],
  };
}

/** Whether a row is of a scope, or says none that can be read. */
function mayBe(cells: Cells, scope: string): boolean {
  const written =
    textOf(cells, "scope")
      ?.toLowerCase()
      .replace(/^scope\s*/, "") ?? "";
  return written === scope || (!["1", "2", "3"].includes(written) && !written.startsWith("outside"));
}

/** What may be in scope 3 twice, but cannot be told from the rows. */
function twice(
  lines: readonly CompanyLine[],
  factors: readonly ScopeFactor[],
  energy: Pick<PurchasedEnergy, "location" | "market">,
): string[] {
  const sentences: string[] = [];
  const of = (category: string) => lines.filter((line) => line.scope === 3 && line.category === category);
  const withMargins = new Set(factors.flatMap(({ withoutMargins, value }) => (withoutMargins === null ? [] : [value])));
  const spent = [...of("1"), ...of("2")].filter(({ unit, factor }) => isMoney(unit) && withMargins.has(factor!));
  if (spent.length > 0 && of("4").length > 0)
    sentences.push(
      `Money in categories 1 and 2 (row${spent.length > 1 ? "s" : ""} ${spent.map(({ row }) => row).join(", ")}) is weighed with the margins of transport, and category 4 has rows too: name the same item in both, so that its transport is counted once.`,
    );
  const upstream = of("3").filter(({ activity }) => /electric/i.test(activity));
  if (upstream.length > 0 && [...energy.location, ...energy.market].some((trap) => trap.includes("life-cycle")))
    sentences.push(
      `Category 3 counts what is upstream of electricity (row ${upstream.map(({ row }) => row).join(", ")}), and the life-cycle grid averages taken in scope 2 hold it already: give grid averages of generation alone.`,
    );
  return sentences;
}
