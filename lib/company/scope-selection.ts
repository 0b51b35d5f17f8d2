import { convert, converts, multiply, quantity } from "../quantity/quantity.ts";
import { writeSubstance } from "../quantity/substance.ts";
import { parseUnit } from "../quantity/unit.ts";
import { isMoney } from "./company-row.ts";
import { type ScopeFactor, ScopeFactorError } from "./scope-factor.ts";

/** What a factor of scope 2 or 3 is wanted for. */
export interface ScopeWanted {
  readonly scope: ScopeFactor["scope"];
  readonly category: string;
  readonly activity: string;
  readonly unit: string;
  readonly country: string | null;
  readonly supplier: string | null;
  readonly year: number;
}

/** How money of one currency and year becomes money of another: exchange rate and change of prices in one number. */
export interface PriceStep {
  /** E.g. `CNY 2024`. */
  readonly from: string;
  /** E.g. `USD 2022`. */
  readonly to: string;
  readonly rate: number;
  readonly source: string;
}

export interface ScopeSelection {
  readonly factor: ScopeFactor;
  /** `CO2e AR5.GWP100`, `CO2`, `CO2 biogenic`, … */
  readonly substance: string;
  /** How the money was brought to that of the factor. */
  readonly price: PriceStep | null;
  readonly why: string;
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d.%>]+/gu) ?? [];

/**
 * The factor for an activity, asked for by identifier, by name, or by words that only one name has. Own tables before shipped
 * ones; the supplier's before the country's, that before one of no country, that before another country's; the nearest year.
 * Throws ScopeFactorError naming what there is instead.
 */
export function selectScopeFactor(
  wanted: ScopeWanted,
  factors: readonly ScopeFactor[],
  prices: readonly PriceStep[],
): ScopeSelection {
  const ofCategory = factors.filter(
    ({ scope, categories, supplier }) =>
      scope === wanted.scope &&
      categories.includes(wanted.category) &&
      (supplier === null || supplier === wanted.supplier),
  );
  const candidates = byName(wanted.activity, ofCategory);
  const where = wanted.scope === 3 ? `category ${wanted.category}` : wanted.category;
  if (candidates.length === 0) throw new ScopeFactorError("activity", noneNamed(wanted, where, ofCategory));
  const fitting = candidates.flatMap((factor) => {
    const fitted = fit(wanted.unit, factor.unit, prices);
    return fitted === undefined ? [] : [{ factor, ...fitted, rank: rankOf(factor, wanted) }];
  });
  if (fitting.length === 0) throw new ScopeFactorError("unit", noneFits(wanted, candidates));
  fitting.sort((a, b) => b.rank.map((r, i) => r - a.rank[i]!).find((d) => d !== 0) ?? 0);
  const [best, ...others] = fitting;
  const names = new Set(fitting.filter(({ rank }) => rank[0] === best!.rank[0]).map(({ factor }) => factor.activity));
  if (names.size > 1)
    throw new ScopeFactorError(
      "activity",
      `"${wanted.activity}" may be any of ${list([...names])}. Name one of them, or give its identifier.`,
    );
  const rivals = fitting.filter(({ rank, price }) => price === null && rank.every((r, i) => r === best!.rank[i]));
  const emits = rivals.map(({ factor }) => tonnesOf(1, wanted.unit, factor.value, factor.unit));
  // Publishers round one factor by several units apart, in the fourth digit at most; net and gross energy differ by 5 % or more.
  if (emits.length > 1 && Math.max(...emits) - Math.min(...emits) > 0.001 * Math.max(...emits))
    throw new ScopeFactorError(
      "unit",
      `"${wanted.unit}" may be any of ${[...new Set(rivals.map(({ factor }) => belowLine(factor.unit)))].join(", ")} for "${best!.factor.activity}", and their factors differ; say which.`,
    );
  const { rank: _, ...taken } = best!;
  const bridge = taken.price
    ? ` ${taken.price.from} to ${taken.price.to} by ${taken.price.rate} (${taken.price.source}).`
    : "";
  return { ...taken, why: reason(taken.factor, wanted, others.length) + bridge };
}

/** The words of a factor's name: a table has a thousand, and a sheet asks as often. */
const named = new WeakMap<ScopeFactor, { readonly joined: string; readonly set: ReadonlySet<string> }>();

function nameOf(factor: ScopeFactor) {
  let name = named.get(factor);
  if (!name) {
    const list = words(factor.activity);
    name = { joined: list.join(" "), set: new Set(list) };
    named.set(factor, name);
  }
  return name;
}

function byName(activity: string, factors: readonly ScopeFactor[]): ScopeFactor[] {
  const text = activity.trim().toLowerCase();
  const asked = words(activity);
  const joined = asked.join(" ");
  const exact = factors.filter((factor) => factor.id?.toLowerCase() === text || nameOf(factor).joined === joined);
  if (exact.length > 0) return exact;
  return factors.filter((factor) => asked.length > 0 && asked.every((word) => nameOf(factor).set.has(word)));
}

function rankOf(factor: ScopeFactor, wanted: ScopeWanted): number[] {
  const near = factor.country === null ? 1 : factor.country === wanted.country ? 2 : 0;
  const age = factor.year === null ? 50 : Math.abs(wanted.year - factor.year);
  return [factor.own ? 1 : 0, factor.supplier === null ? 0 : 1, near, -age];
}

/** The substance that a factor in this unit gives for an activity in that unit; nothing where the two do not fit. */
export function emittedSubstance(unit: string, factor: string): string | undefined {
  const emitted = multiply(quantity(1, unit), quantity(1, factor));
  const substance = parseUnit(emitted.unit).terms[0]?.substance;
  if (!emitted.gas || !substance) return undefined;
  return converts(emitted.unit, `t ${writeSubstance(substance)}`) ? writeSubstance(substance) : undefined;
}

/** Tonnes of the substance: activity × factor, rounded once. The units must fit. */
export function tonnesOf(amount: number, unit: string, value: number, factor: string): number {
  const emitted = multiply(quantity(amount, unit), quantity(value, factor));
  return convert(emitted, `t ${emittedSubstance(unit, factor)!}`).value;
}

/** The same for money, which may first have to become that of the factor. */
function fit(
  unit: string,
  factor: string,
  prices: readonly PriceStep[],
): Omit<ScopeSelection, "factor" | "why"> | undefined {
  const direct = emittedSubstance(unit, factor);
  if (direct) return { substance: direct, price: null };
  if (!isMoney(unit)) return undefined;
  for (const price of prices) {
    const substance = converts(unit, price.from) ? emittedSubstance(price.to, factor) : undefined;
    if (substance) return { substance, price };
  }
  return undefined;
}

function reason(factor: ScopeFactor, wanted: ScopeWanted, others: number): string {
  const parts = [
    factor.own ? "The own value" : "The shipped value",
    factor.supplier === null ? "" : ` of ${factor.supplier}`,
    factor.country === null ? "" : ` for ${factor.country}`,
    factor.year === null ? "" : ` of ${factor.year}`,
    ` for "${factor.activity}" (${factor.source})`,
    others > 0 ? `, the nearest of ${others + 1} that fit.` : ": the only one that fits.",
    factor.country !== null && wanted.country !== null && factor.country !== wanted.country
      ? ` It is of ${factor.country} and stands in for ${wanted.country}.`
      : "",
    factor.saysMetric ? "" : " Its source does not say by which metric; that of the inventory is assumed.",
  ];
  return parts.join("");
}

function noneNamed(wanted: ScopeWanted, where: string, ofCategory: readonly ScopeFactor[]): string {
  const asked = words(wanted.activity);
  const near = ofCategory
    .map(({ activity }) => ({ activity, hits: words(activity).filter((word) => asked.includes(word)).length }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits);
  const hint =
    near.length > 0
      ? `Near it are ${list([...new Set(near.map(({ activity }) => activity))])}.`
      : `Give a factor of your own for it, with its source.`;
  return `there is no factor for "${wanted.activity}" in ${where}. ${hint}`;
}

function noneFits(wanted: ScopeWanted, named: readonly ScopeFactor[]): string {
  const units = [...new Set(named.map(({ unit }) => belowLine(unit)))];
  const money = isMoney(wanted.unit) && units.some(isMoney);
  return money
    ? `the money is ${wanted.unit} and the factor per ${units.filter(isMoney).join(" or ")}; a line in prices from the one to the other is expected (exchange rate and change of prices, with source).`
    : `"${wanted.unit}" does not fit the factor for "${wanted.activity}"; ${units.join(" or ")} is expected.`;
}

function belowLine(unit: string): string {
  return unit.slice(unit.indexOf("/") + 1);
}

function list(values: readonly string[]): string {
  return (
    values
      .slice(0, 5)
      .map((value) => `"${value}"`)
      .join(", ") + (values.length > 5 ? `, … (${values.length} in all)` : "")
  );
}
