import { joinSentences } from "../message/join-sentences.ts";
import { type Message, type MessageValue, messages, type Sentence } from "../message/message.ts";
import { converts, multiply, productIn, quantity } from "../quantity/quantity.ts";
import { writeSubstance } from "../quantity/substance.ts";
import { parseUnit } from "../quantity/unit.ts";
import { isMoney } from "./company-row.ts";
import { assumedMetric, type ScopeFactor, ScopeFactorError } from "./scope-factor.ts";

const texts = messages("company", {
  severalNames: {
    en: '"{activity}" may be any of {names}. Name one of them, or give its identifier.',
    zh: "“{activity}”可能是 {names} 中的任何一个。请写明其中之一，或给出其标识。",
  },
  severalUnits: {
    en: '"{unit}" may be any of {units} for "{activity}", and their factors differ; say which.',
    zh: "对“{activity}”，“{unit}”可能是 {units} 中的任何一个，而其因子不同；请写明是哪一个。",
  },
  bridged: { en: "{from} to {to} by {rate} ({source}).", zh: "以 {rate} 由 {from} 换算为 {to}（{source}）。" },
  ownValue: { en: "The own value{about}: the only one that fits.", zh: "取自有值{about}：仅此一项适用。" },
  shippedValue: { en: "The shipped value{about}: the only one that fits.", zh: "取随附值{about}：仅此一项适用。" },
  ownNearest: {
    en: "The own value{about}, the nearest of {count} that fit.",
    zh: "取自有值{about}，为 {count} 项适用值中最接近的。",
  },
  shippedNearest: {
    en: "The shipped value{about}, the nearest of {count} that fit.",
    zh: "取随附值{about}，为 {count} 项适用值中最接近的。",
  },
  aboutFactor: {
    en: '{supplier}{country}{year} for "{activity}" ({source})',
    zh: "：“{activity}”{supplier}{country}{year}（{source}）",
  },
  ofSupplier: { en: " of {supplier}", zh: "，{supplier}" },
  forCountry: { en: " for {country}", zh: "，{country}" },
  ofYear: { en: " of {year}", zh: "，{year} 年" },
  otherCountry: {
    en: "It is for {country} and is used in place of {wanted}.",
    zh: "它属于 {country}，用以代替 {wanted}。",
  },
  nearFactors: {
    en: 'there is no factor for "{activity}" in {where}. Near it are {near}.',
    zh: "{where}中没有“{activity}”的因子。与之相近的有 {near}。",
  },
  noFactor: {
    en: 'there is no factor for "{activity}" in {where}. Give a factor of your own for it, with its source.',
    zh: "{where}中没有“{activity}”的因子。请给出自有因子并注明来源。",
  },
  categoryOf: { en: "category {category}", zh: "类别 {category} " },
  otherMoney: {
    en: "the money is {unit} and the factor per {units}; a line in prices from the one to the other is expected (exchange rate and change of prices, with source).",
    zh: "金额以 {unit} 计，而因子以 {units} 计；价格表中应有由前者到后者的一行（汇率与价格变化，注明来源）。",
  },
  otherUnit: {
    en: '"{unit}" does not fit the factor for "{activity}"; {units} is expected.',
    zh: "“{unit}”与“{activity}”的因子不相配；应为 {units}。",
  },
  either: { en: "{first} or {next}", zh: "{first} 或 {next}" },
  andMore: { en: "{names}, … ({count} in all)", zh: "{names}……（共 {count} 项）" },
});

/** The activity for which a factor of scope 2 or 3 is selected. */
export interface ScopeFactorQuery {
  readonly scope: ScopeFactor["scope"];
  readonly category: string;
  readonly activity: string;
  readonly unit: string;
  readonly country: string | null;
  readonly supplier: string | null;
  readonly year: number;
}

/** Conversion of money of one currency and year to another: exchange rate and price index in one number. */
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
  /** How the money was converted to that of the factor. */
  readonly price: PriceStep | null;
  readonly why: Message;
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d.%>]+/gu) ?? [];

/**
 * The factor for an activity, selected by identifier, by name, or by words that only one name contains. Own tables before
 * shipped ones; the supplier's before the country's, then one without a country, then another country's; the nearest year.
 * Throws ScopeFactorError naming the alternatives.
 */
export function selectScopeFactor(
  wanted: ScopeFactorQuery,
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
  const where = wanted.scope === 3 ? texts.categoryOf({ category: wanted.category }) : wanted.category;
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
    throw new ScopeFactorError("activity", texts.severalNames({ activity: wanted.activity, names: list([...names]) }));
  const rivals = fitting.filter(({ rank, price }) => price === null && rank.every((r, i) => r === best!.rank[i]));
  const emits = rivals.map(({ factor }) => tonnesOf(1, wanted.unit, factor.value, factor.unit));
  // A factor published per several units differs by rounding in the fourth digit at most; net and gross energy
  // differ by 5 % or more.
  if (emits.length > 1 && Math.max(...emits) - Math.min(...emits) > 0.001 * Math.max(...emits))
    throw new ScopeFactorError(
      "unit",
      texts.severalUnits({
        unit: wanted.unit,
        units: [...new Set(rivals.map(({ factor }) => belowLine(factor.unit)))],
        activity: best!.factor.activity,
      }),
    );
  const { rank: _, ...taken } = best!;
  const bridge = taken.price ? bridged(taken.price) : null;
  return {
    ...taken,
    why: joinSentences(reason(taken.factor, others.length), ...remarks(taken.factor, wanted), bridge),
  };
}

/** The words of a factor's name, cached: a table has a thousand factors, and a sheet has as many queries. */
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
  const requested = words(activity);
  const joined = requested.join(" ");
  const exact = factors.filter((factor) => factor.id?.toLowerCase() === text || nameOf(factor).joined === joined);
  if (exact.length > 0) return exact;
  return factors.filter((factor) => requested.length > 0 && requested.every((word) => nameOf(factor).set.has(word)));
}

function rankOf(factor: ScopeFactor, wanted: ScopeFactorQuery): number[] {
  const near = factor.country === null ? 1 : factor.country === wanted.country ? 2 : 0;
  const age = factor.year === null ? 50 : Math.abs(wanted.year - factor.year);
  return [factor.own ? 1 : 0, factor.supplier === null ? 0 : 1, near, -age];
}

/** By both units, of which a sheet and the tables have few. */
const emittedBy = new Map<string, string | null>();
const MOST_EMITTED = 5000;

/** The substance of an activity in one unit times a factor in the other; undefined if the units do not fit. */
export function emittedSubstance(unit: string, factor: string): string | undefined {
  const key = `${unit}\u0000${factor}`;
  let known = emittedBy.get(key);
  if (known === undefined) {
    known = findEmitted(unit, factor) ?? null;
    if (emittedBy.size >= MOST_EMITTED) emittedBy.clear();
    emittedBy.set(key, known);
  }
  return known ?? undefined;
}

function findEmitted(unit: string, factor: string): string | undefined {
  const emitted = multiply(quantity(1, unit), quantity(1, factor));
  const substance = parseUnit(emitted.unit).terms[0]?.substance;
  if (!emitted.gas || !substance) return undefined;
  return converts(emitted.unit, `t ${writeSubstance(substance)}`) ? writeSubstance(substance) : undefined;
}

/** Tonnes of the substance: activity × factor, rounded once. The units must fit. */
export function tonnesOf(amount: number, unit: string, value: number, factor: string): number {
  return productIn(amount, unit, value, factor, `t ${emittedSubstance(unit, factor)!}`);
}

/** The same for money, which is converted to the factor's currency and year if needed. */
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

/** How money is brought to that of a factor, as a sentence. */
export const bridged = (price: PriceStep): Message =>
  texts.bridged({ ...price, rate: Number(price.rate.toPrecision(4)) });

function reason(factor: ScopeFactor, others: number): Message {
  const { supplier, country, year, activity, source } = factor;
  const about = texts.aboutFactor({
    supplier: supplier === null ? "" : texts.ofSupplier({ supplier }),
    country: country === null ? "" : texts.forCountry({ country }),
    year: year === null ? "" : texts.ofYear({ year }),
    activity,
    source,
  });
  if (others === 0) return (factor.own ? texts.ownValue : texts.shippedValue)({ about });
  return (factor.own ? texts.ownNearest : texts.shippedNearest)({ about, count: others + 1 });
}

/** Caveats of the selected factor. */
function remarks({ country, saysMetric }: ScopeFactor, wanted: ScopeFactorQuery): (Message | null)[] {
  const isOther = country !== null && wanted.country !== null && country !== wanted.country;
  return [
    isOther ? texts.otherCountry({ country, wanted: wanted.country }) : null,
    saysMetric ? null : assumedMetric(),
  ];
}

function noneNamed(
  { activity: named }: ScopeFactorQuery,
  where: Sentence,
  ofCategory: readonly ScopeFactor[],
): Message {
  const requested = words(named);
  const near = ofCategory
    .map(({ activity }) => ({ activity, hits: words(activity).filter((word) => requested.includes(word)).length }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits);
  if (near.length === 0) return texts.noFactor({ activity: named, where });
  return texts.nearFactors({ activity: named, where, near: list([...new Set(near.map(({ activity }) => activity))]) });
}

function noneFits(wanted: ScopeFactorQuery, named: readonly ScopeFactor[]): Message {
  const units = [...new Set(named.map(({ unit }) => belowLine(unit)))];
  const money = units.filter(isMoney);
  return isMoney(wanted.unit) && money.length > 0
    ? texts.otherMoney({ unit: wanted.unit, units: eitherOf(money) })
    : texts.otherUnit({ unit: wanted.unit, activity: wanted.activity, units: eitherOf(units) });
}

function eitherOf(units: readonly string[]): Sentence {
  return units.reduce<Sentence>((first, next) => (first === "" ? next : texts.either({ first, next })), "");
}

function belowLine(unit: string): string {
  return unit.slice(unit.indexOf("/") + 1);
}

function list(values: readonly string[]): MessageValue {
  const names = values.slice(0, 5).map((value) => `"${value}"`);
  return values.length > 5 ? texts.andMore({ names, count: values.length }) : names;
}
