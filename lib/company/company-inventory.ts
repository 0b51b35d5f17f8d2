import { z } from "zod";
import type { ResidualStatement } from "../factors/disclosure.ts";
import type { Factor } from "../factors/factor.ts";
import { Fault, messageOf } from "../message/fault.ts";
import { joinSentences } from "../message/join-sentences.ts";
import { isMessage, type Message, messages } from "../message/message.ts";
import { findMetric } from "../quantity/substance.ts";
import type { ResultOf } from "../tool/shape.ts";
import { numberIn, ratio } from "../tool/unit.ts";
import { type Approach, consolidate, readFacilities } from "./boundary.ts";
import type { CompanyLine } from "./company-line.ts";
import { readCompanyRows } from "./company-row.ts";
import { type CompanyTotals, companyTotals } from "./company-totals.ts";
import { directLines, type Placed } from "./direct.ts";
import { countOnce } from "./double-counting.ts";
import { readInstruments } from "./instruments.ts";
import { type Placement, place } from "./placement.ts";
import { readPrices } from "./price-table.ts";
import { purchasedEnergy, type UnknownOrigin } from "./purchased-energy.ts";
import { readRowFactors } from "./row-factor.ts";
import { readScopeFactors, type ScopeFactor } from "./scope-factor.ts";
import { scopeGaps } from "./scope-gaps.ts";
import type { PriceStep } from "./scope-selection.ts";
import type { Cells, TableProblem } from "./table-problem.ts";
import { type ValueChainSources, valueChainLines } from "./value-chain-lines.ts";

const texts = messages("company", {
  unknownOrigin: {
    en: "{country} discloses the origin of all its electricity ({stated}) and has no residual mix, so {kWh} kWh of {count:row|rows} {rows} have no factor by market.",
    zh: "{country} 披露全部电力的来源（{stated} 年），没有剩余组合，因此第 {rows} 行的 {kWh} kWh 没有基于市场的因子。",
  },
  needsSupplier: {
    en: "{markets} The total by market cannot be computed: neither zero nor the grid average may stand in. Add the supplier’s factor to the instruments (kind supplier), or a residual mix of your own to the factors.",
    zh: "{markets}无法计算基于市场的合计：不得以零或电网平均因子代替。请在工具表中给出供应商因子（kind 为 supplier），或在因子表中给出自有的剩余组合因子。",
  },
});

/** The inputs of a company inventory of one year. */
export interface CompanyInput {
  readonly year: number;
  readonly metric: string;
  /** Other metrics whose CO2e is accepted in the totals, which state how much of it they contain. */
  readonly acceptMetrics: readonly string[];
  readonly approach: Approach;
  readonly rows: readonly Cells[];
  readonly facilities: readonly Cells[];
  readonly instruments: readonly Cells[];
  /** The user's own factors of scopes 2 and 3. */
  readonly factors: readonly Cells[];
  readonly prices: readonly Cells[];
  /** Categories of scope 3 excluded on purpose. */
  readonly excluded: readonly { readonly category: number; readonly reason: string }[];
  readonly shipped: {
    readonly direct: readonly Factor[];
    readonly scope: readonly ScopeFactor[];
    /** Steps of money for what `prices` does not say. */
    readonly prices: readonly PriceStep[];
  };
  /** What is known of countries without a residual mix. */
  readonly residual: readonly ResidualStatement[];
  readonly ownDirect: readonly Factor[];
  /** Where electricity has no factor by market: `refuse` (the default) throws, `state` gives it in `unknownOrigin`. */
  readonly unknownOrigin?: "refuse" | "state";
}

/** Scopes 1 and 2 of a facility outside the boundary, with their category of scope 3. In no total. */
export const outsideBoundaryShape = z.object({
  facility: z.string(),
  category: z.int(),
  /** The share that the category would count. */
  share: ratio,
  /** t CO2e of scopes 1 and 2, location-based. */
  co2e: numberIn("t CO2e {metric}"),
});
export type OutsideBoundary = ResultOf<typeof outsideBoundaryShape>;

export interface CompanyInventory {
  readonly lines: readonly CompanyLine[];
  readonly totals: CompanyTotals;
  readonly outside: readonly OutsideBoundary[];
  readonly problems: readonly TableProblem[];
  /** Electricity that has no factor by market; if there is any, the total by market is not complete. */
  readonly unknownOrigin: readonly UnknownOrigin[];
}

/**
 * A company's inventory of one year by the GHG Protocol: each row, to the share that the boundary consolidates, times the
 * factor that fits it best. A row that cannot be used is left out and named, and the total of its scope says so. Throws a Fault
 * if electricity is used in a country without a residual mix and no instrument covers it: left out, it would count as zero. With
 * `unknownOrigin: "state"` it is given instead, and the total by market lacks it.
 */
export function companyInventory(input: CompanyInput): CompanyInventory {
  const { year, approach } = input;
  const metric = findMetric(input.metric);
  const acceptMetrics = input.acceptMetrics.map(findMetric);
  const facilities = readFacilities(input.facilities);
  const read = readCompanyRows(input.rows, year);
  const rows = readRowFactors(read.records, input.rows, metric);
  const instruments = readInstruments(input.instruments, year, metric);
  const own = readScopeFactors(input.factors, metric);
  const prices = readPrices(input.prices);
  const shareOf = (name: string) => {
    const facility = facilities.facilities.get(name);
    const consolidation = facility && consolidate(facility, approach);
    return consolidation && !isMessage(consolidation) ? consolidation.share : undefined;
  };
  const once = countOnce(rows.records, shareOf);
  const placement = place(once.records, facilities.facilities, approach, input.facilities.length > 0);
  const inside = (scope: CompanyLine["scope"]) => placement.inside.filter(({ record }) => record.scope === scope);
  const common = { year, metric, acceptMetrics, rowFactors: rows.factors };
  const direct = { ...common, shipped: input.shipped.direct, own: input.ownDirect };
  const factors = [...own.factors, ...input.shipped.scope];
  const energy = { factors, residual: input.residual };
  const one = directLines(inside(1), direct);
  const two = purchasedEnergy(inside(2), { ...common, ...energy, instruments: instruments.instruments });
  const unsupplied = two.unknownOrigin.length > 0 ? needsSupplier(two.unknownOrigin) : null;
  if (unsupplied && input.unknownOrigin !== "state") throw unsupplied;
  const three = valueChain([...inside(3), ...inside("outside")], {
    ...common,
    factors,
    prices: [...prices.prices, ...input.shipped.prices],
  });
  const lines = [...one.lines, ...two.lines, ...three.lines];
  const problems = [
    ...facilities.problems,
    ...read.problems,
    ...rows.problems,
    ...instruments.problems,
    ...own.problems,
    ...prices.problems,
    ...once.problems,
    ...placement.problems,
    ...one.problems,
    ...two.problems,
    ...three.problems,
  ];
  const excluded = new Map(input.excluded.map(({ category, reason }) => [category, reason]));
  const found = scopeGaps(input.rows, lines, problems, two, factors);
  const gaps = unsupplied ? { ...found, market: [...found.market, messageOf(unsupplied)].filter(isMessage) } : found;
  return {
    lines,
    totals: companyTotals(lines, metric, gaps, excluded),
    outside: outsideOf(placement, direct, { ...common, ...energy, instruments: [] }),
    problems,
    unknownOrigin: two.unknownOrigin,
  };
}

/** Category 4 first: only items that it actually counts have transport removed from their spend-based factors. */
function valueChain(placed: readonly Placed[], sources: Omit<ValueChainSources, "transported">) {
  const isTransport = ({ record }: Placed) => record.scope === 3 && record.category === "4";
  const transport = valueChainLines(placed.filter(isTransport), { ...sources, transported: new Set() });
  const counted = new Set(transport.lines.map(({ row }) => row));
  const items = placed.flatMap(({ record: { row, item } }) => (item !== null && counted.has(row) ? [item] : []));
  const rest = valueChainLines(
    placed.filter((of) => !isTransport(of)),
    { ...sources, transported: new Set(items) },
  );
  return {
    lines: [...transport.lines, ...rest.lines].sort((a, b) => a.row - b.row),
    problems: [...transport.problems, ...rest.problems],
  };
}

function outsideOf(
  { outside }: Placement,
  direct: Parameters<typeof directLines>[1],
  energy: Parameters<typeof purchasedEnergy>[1],
): OutsideBoundary[] {
  const names = [...new Set(outside.map(({ facility }) => facility.name))];
  return names.map((name) => {
    const mine = outside.filter(({ facility }) => facility.name === name);
    const of = (scope: 1 | 2) => mine.filter(({ record }) => record.scope === scope);
    const lines = [
      ...directLines(of(1), direct).lines,
      ...purchasedEnergy(of(2), energy).lines.filter(({ basis }) => basis === "location"),
    ];
    const { category, share } = mine[0]!;
    return { facility: name, category, share, co2e: lines.reduce((sum, { co2e }) => sum + co2e, 0) };
  });
}

function needsSupplier(unknown: readonly UnknownOrigin[]): Fault {
  const problems = unknown.map(({ country, stated, rows, kWh }) =>
    texts.unknownOrigin({ country, stated, rows, kWh, count: rows.length }),
  );
  const [first, ...others] = problems as [Message, ...Message[]];
  return new Fault(texts.needsSupplier({ markets: joinSentences(first, ...others) }), {
    field: "instruments",
    problems,
  });
}
