import { messageOf } from "../message/fault.ts";
import { joinSentences } from "../message/join-sentences.ts";
import { messages } from "../message/message.ts";
import { valueIn } from "../quantity/quantity.ts";
import { type CompanyLine, companyLine, OtherMetricError, weightOf } from "./company-line.ts";
import { isMoney } from "./company-row.ts";
import { measured, type Placed } from "./direct.ts";
import { joinedOnce } from "./joined-once.ts";
import { measuredSubstance } from "./measured-substance.ts";
import type { RowFactor } from "./row-factor.ts";
import { rowFactorLines } from "./row-factor-lines.ts";
import { type ScopeFactor, ScopeFactorError } from "./scope-factor.ts";
import { type PriceStep, type ScopeSelection, selectScopeFactor, tonnesOf } from "./scope-selection.ts";
import { problemIn, type TableProblem } from "./table-problem.ts";
import { findValueChainCategory, type ScopeMethod } from "./value-chain.ts";

const texts = messages("company", {
  notSupplierFactor: {
    en: 'the method is {method}, but the factor for "{activity}" is no supplier\'s own; a factor with a supplier is expected.',
    zh: "方法为 {method}，但“{activity}”的因子不是供应商自己的；应为注明供应商的因子。",
  },
  unitNotMoney: {
    en: "the method is {method} and the unit {unit}; money such as USD 2022 is expected.",
    zh: "方法为 {method}，而单位为 {unit}；应为货币，如 USD 2022。",
  },
  unitIsMoney: {
    en: "the method is {method} and the unit {unit}; a unit of the activity is expected.",
    zh: "方法为 {method}，而单位为 {unit}；应为活动数据的单位。",
  },
  withoutMargins: {
    en: 'Without margins: category 4 counts the transport of "{item}".',
    zh: "不含加价：“{item}”的运输由类别 4 计算。",
  },
});

/** The inputs of scope 3. */
export interface ValueChainSources {
  readonly year: number;
  readonly metric: string;
  readonly acceptMetrics: readonly string[];
  readonly factors: readonly ScopeFactor[];
  readonly prices: readonly PriceStep[];
  /** What rows state themselves, by row. */
  readonly rowFactors: ReadonlyMap<number, RowFactor>;
  /** Items whose transport is in category 4. */
  readonly transported: ReadonlySet<string>;
}

/**
 * Scope 3, and biogenic CO2 outside of the scopes: E = activity × factor, E = money × factor at the prices of the factor's
 * year, or the supplier's own number. Categories 3 and 11 count what the company does not burn itself: their factors say so.
 */
export function valueChainLines(
  placed: readonly Placed[],
  sources: ValueChainSources,
): { lines: CompanyLine[]; problems: TableProblem[] } {
  const lines: CompanyLine[] = [];
  const problems: TableProblem[] = [];
  const known: Known = new Map();
  for (const place of placed) {
    const { record } = place;
    try {
      const own = sources.rowFactors.get(record.row);
      if (own) {
        lines.push(...rowFactorLines(place, own, null, sources));
        continue;
      }
      const way = methodOf(place);
      if (measuredSubstance(record.unit)) {
        lines.push(measured(place, sources.metric, sources.acceptMetrics));
        continue;
      }
      const selected = selectOnce(place, sources, known);
      if (way === "supplier" && selected.factor.supplier === null)
        throw new ScopeFactorError(
          "activity",
          texts.notSupplierFactor({ method: record.method, activity: place.record.activity }),
        );
      lines.push(lineOf(place, selected, sources));
    } catch (error) {
      const column =
        error instanceof ScopeFactorError ? error.column : error instanceof OtherMetricError ? "activity" : "unit";
      problems.push(problemIn("rows", record.row, column, messageOf(error)));
    }
  }
  return { lines, problems };
}

/** The selection for an activity, or the reason that there is none, determined once for all its rows. */
type Known = Map<string, ScopeSelection | Error>;

function selectOnce({ record, country }: Placed, sources: ValueChainSources, known: Known): ScopeSelection {
  const { category, activity, unit, supplier } = record;
  const scope = record.scope === 3 ? 3 : "outside";
  const key = JSON.stringify([scope, category, activity, unit, supplier, country]);
  let found = known.get(key);
  if (!found) {
    try {
      const wanted = { scope, category, activity, unit, supplier, country, year: sources.year } as const;
      found = selectScopeFactor(wanted, sources.factors, sources.prices);
    } catch (error) {
      found = error as Error;
    }
    known.set(key, found);
  }
  if (found instanceof Error) throw found;
  return found;
}

/** The basis of the requested method, with which the unit must agree. */
function methodOf({ record }: Placed): ScopeMethod | undefined {
  const { method, unit, category, scope } = record;
  const way = method !== null && scope === 3 ? findValueChainCategory(category)!.methods[method] : undefined;
  const money = isMoney(unit);
  if (way === "spend" && !money) throw new ScopeFactorError("unit", texts.unitNotMoney({ method, unit }));
  if (way === "activity" && money) throw new ScopeFactorError("unit", texts.unitIsMoney({ method, unit }));
  return way;
}

function lineOf(
  { record, share, shareWhy }: Placed,
  { factor, substance, price, why }: ScopeSelection,
  { metric, acceptMetrics, transported }: ValueChainSources,
): CompanyLine {
  const withoutMargins = record.item !== null && transported.has(record.item) ? factor.withoutMargins : null;
  const value = withoutMargins ?? factor.value;
  const amount = price ? valueIn(record.amount, record.unit, price.from) * price.rate : record.amount;
  const emitted = (by: number) => tonnesOf(amount, price?.to ?? record.unit, by, factor.unit) * share;
  const weight = weightOf(emitted(value), substance, metric, acceptMetrics);
  const margins = withoutMargins === null ? null : texts.withoutMargins({ item: record.item });
  const { gas, co2e, metric: by } = weight;
  const biogenicCo2 = weight.biogenicCo2 + (factor.biogenic === null ? 0 : emitted(factor.biogenic));
  return companyLine(
    record,
    { gas, co2e, metric: by, biogenicCo2 },
    {
      basis: null,
      share,
      way: factor.supplier !== null ? "supplier" : isMoney(record.unit) ? "spend" : "activity",
      factor: value,
      factorUnit: factor.unit,
      source: factor.source,
      valueStatus: factor.valueStatus,
      why: margins === null ? joinedOnce(why, shareWhy) : joinSentences(why, margins, shareWhy),
    },
  );
}
