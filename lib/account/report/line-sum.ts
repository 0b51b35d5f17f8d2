import { convertColumn, converts } from "../../quantity/quantity.ts";
import type { Account, AccountTotal, MatchedLine } from "../account-shapes.ts";

/** One sum over lines: a column of emissions, and which lines count. */
export interface SumTerm {
  readonly column: "emissions" | "byMarket";
  readonly scope?: string;
  /** The category itself, or what begins with it and a point. */
  readonly category?: string;
}
export type LineSum = readonly SumTerm[];

/** Between a total and the sum of its lines, relative: doubles are added in another order. */
const ROUNDING = 1e-9;

/** Emissions of each line in one unit; null of a line in no figure, and of one in another metric. */
export interface LineEmissions {
  readonly unit: string;
  readonly emissions: readonly (number | null)[];
  readonly byMarket: readonly (number | null)[];
}

/** The emissions of all lines in the unit of the main figure. */
export function lineEmissions(account: Account): LineEmissions {
  const unit = account.totals[0]?.unit ?? account.lines.find(({ emissions }) => emissions)?.emissions?.unit ?? "";
  const inUnit = (of: MatchedLine["emissions"]) =>
    of === null ? null : of.unit === unit ? of.value : converted(of.value, of.unit, unit);
  return {
    unit,
    emissions: account.lines.map(({ emissions }) => inUnit(emissions)),
    byMarket: account.lines.map(({ byMarket }) => inUnit(byMarket)),
  };
}

function converted(value: number, from: string, to: string): number | null {
  return converts(from, to) ? convertColumn([value], from, to)[0]! : null;
}

/** Which lines a total sums, if it is their plain sum. */
export function sumOf(total: AccountTotal, lines: readonly MatchedLine[], of: LineEmissions): LineSum | null {
  if (total.value === null || total.unit !== of.unit) return null;
  const { value } = total;
  return candidatesOf(total.key).find((terms) => isClose(sumLines(terms, lines, of), value)) ?? null;
}

/** The value of a sum. */
export function sumLines(terms: LineSum, lines: readonly MatchedLine[], of: LineEmissions): number {
  return terms.reduce(
    (sum, term) => lines.reduce((part, line, i) => part + (isOf(line, term) ? (of[term.column][i] ?? 0) : 0), sum),
    0,
  );
}

function isOf({ scope, category }: MatchedLine, term: SumTerm): boolean {
  if (term.scope !== undefined && scope !== term.scope) return false;
  return (
    term.category === undefined || category === term.category || category?.startsWith(`${term.category}.`) === true
  );
}

/** What a key may sum, the likeliest first. */
function candidatesOf(key: string): LineSum[] {
  const [, number, rest] = /^scope([123])(?:\.(.+))?$/.exec(key) ?? [];
  if (number !== undefined) {
    const isMarket = rest === "market";
    const category = rest === undefined || isMarket || rest === "location" ? {} : { category: rest };
    return [[{ column: isMarket ? "byMarket" : "emissions", scope: number, ...category }]];
  }
  if (key === "all.market")
    return [[sumOfScope("1"), { column: "byMarket", scope: "2" }, sumOfScope("3")], [{ column: "byMarket" }]];
  const scopes: LineSum = ["1", "2", "3"].map(sumOfScope);
  return [[{ column: "emissions", category: key }], scopes, [{ column: "emissions" }]];
}

function sumOfScope(scope: string): SumTerm {
  return { column: "emissions", scope };
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
}
