import { z } from "zod";
import { findCategory, isWithin } from "../classification/categories.ts";
import { groupsOf } from "../classification/groups.ts";
import { type Message, type MessageValue, messages } from "../message/message.ts";
import { evidences } from "../quantity/evidence.ts";
import { findGas } from "../quantity/substance.ts";
import type { InputOf } from "../tool/shape.ts";
import { yearIn } from "../tool/year.ts";
import { type Factor, FactorError, levelOf, levels } from "./factor.ts";

const texts = messages("factors", {
  onlyOne: {
    en: "The {level} value for {where} of category {category} ({source}): the only one that fits.",
    zh: "取类别 {category} 中{where}的{level}值（{source}）：仅此一项适用。",
  },
  onlyOwn: {
    en: "The own {level} value for {where} of category {category} ({source}): the only one that fits.",
    zh: "取自有表中类别 {category} 下{where}的{level}值（{source}）：仅此一项适用。",
  },
  oneOfSeveral: {
    en: "The {level} value for {where} of category {category} ({source}), before {count} {count:other that fits|others that fit}: {reason}.",
    zh: "取类别 {category} 中{where}的{level}值（{source}），优先于其余 {count} 项适用的因子：{reason}。",
  },
  ownOfSeveral: {
    en: "The own {level} value for {where} of category {category} ({source}), before {count} {count:other that fits|others that fit}: {reason}.",
    zh: "取自有表中类别 {category} 下{where}的{level}值（{source}），优先于其余 {count} 项适用的因子：{reason}。",
  },
  theWorld: { en: "the world", zh: "全球" },
  ofGas: { en: "{parameter} of {gas}", zh: "{gas} 的 {parameter}" },
  notAsAsked: {
    en: 'There is no {parameter} for "{activity}" in {code} as asked for. There are: {known}.',
    zh: "{code} 中没有符合要求的“{activity}”的 {parameter}。现有：{known}。",
  },
  noActivity: {
    en: 'There is no {parameter} for "{activity}" in {code}. Activities there: {near}.',
    zh: "{code} 中没有“{activity}”的 {parameter}。该类别下的活动有：{near}。",
  },
  noneOfCategory: {
    en: 'There is no {parameter} for "{activity}" in {code}: the tables have no {symbol} for this category. Add a factor of your own, with its source.',
    zh: "{code} 中没有“{activity}”的 {parameter}：因子表中该类别没有 {symbol}。请添加自有因子并注明来源。",
  },
  andMore: { en: "{names}, … ({count} in all)", zh: "{names}……（共 {count} 项）" },
});

/** Names of the levels for use within a sentence. */
const levelNames = messages("factors", {
  default: { en: "default", zh: "缺省" },
  regional: { en: "regional", zh: "地区" },
  national: { en: "national", zh: "国家" },
  plant: { en: "plant", zh: "工厂" },
});

/** Reasons for a factor, in the order of rank. */
const reasons = messages("factors", {
  own: { en: "it is from your own table", zh: "它来自自有因子表" },
  level: { en: "it is of a more specific level", zh: "它的层级更具体" },
  region: { en: "its region is nearer", zh: "它的地区更接近" },
  technology: { en: "it matches the stated technology", zh: "它与所给的技术相符" },
  category: { en: "its category is nearer", zh: "它的类别更接近" },
  years: { en: "its years are narrower", zh: "它的适用年份更窄" },
  edition: { en: "it is of the requested edition", zh: "它属于所要求的版本" },
  evidence: { en: "its value was read nearer to the source", zh: "其数值的查证更接近原始来源" },
  order: { en: "it is the first in its table", zh: "它在表中排在最前" },
});

/** The activity for which a factor is selected. */
export const factorQueryShape = z.object({
  category: z.string().describe("IPCC 2006 category"),
  activity: z.string().describe("Fuel, product, animal or practice"),
  /** Default `EF`. */
  parameter: z.string().optional().describe("EF if left out; NCV, CC, EF1, k, …"),
  gas: z.string().optional(),
  plant: z.string().optional(),
  /** An ISO 3166 code. */
  region: z.string().optional().describe("ISO 3166 alpha-3"),
  /** Regions that contain the country, the nearest first: the guidelines' regions are not groups of ISO codes. */
  within: z.array(z.string()).optional().describe("Regions that the country lies in, the nearest first"),
  year: yearIn.optional(),
  technology: z.string().optional(),
  /** Edition of the guidelines; by default `2006` is preferred, because reporting requires it. */
  edition: z.string().optional().describe("2006, 2019, 2013 Wetlands"),
});
export type FactorQuery = InputOf<typeof factorQueryShape>;

/** The selected factor with its reason. */
export interface Selection {
  readonly factor: Factor;
  /** Whether it is from the user's own tables. */
  readonly own: boolean;
  readonly why: Message;
  /** The alternatives, best first. */
  readonly passedOver: readonly Factor[];
}

interface Candidate {
  readonly factor: Factor;
  readonly own: boolean;
  /** Compared lexicographically; the higher wins. */
  readonly rank: readonly number[];
}

/**
 * Selects the most specific factor: plant over national over regional over default; then the requested technology, the nearest
 * category, the narrower years, the edition. Own factors come before shipped ones of any level. Throws FactorError, naming the
 * alternatives, if none fits.
 */
export function selectFactor(wanted: FactorQuery, shipped: readonly Factor[], own: readonly Factor[] = []): Selection {
  const { code } = findCategory(wanted.category);
  const candidates: Candidate[] = [];
  for (const [isOwn, factors] of [[true, own] as const, [false, shipped] as const]) {
    for (const factor of factors) {
      if (fits(factor, wanted, code)) candidates.push({ factor, own: isOwn, rank: rankOf(factor, isOwn, wanted) });
    }
  }
  candidates.sort(compare);
  const [best, second] = candidates;
  if (!best) throw new FactorError(noneFits(wanted, code, [...own, ...shipped]));
  return {
    factor: best.factor,
    own: best.own,
    why: reasonFor(best, second, candidates.length),
    passedOver: candidates.slice(1).map(({ factor }) => factor),
  };
}

function fits(factor: Factor, wanted: FactorQuery, code: string): boolean {
  if (!isWithin(code, factor.category) || !sameText(factor.activity, wanted.activity)) return false;
  if (factor.parameter !== (wanted.parameter ?? "EF")) return false;
  if (wanted.gas !== undefined && (factor.gas === null || gasOf(factor.gas) !== gasOf(wanted.gas))) return false;
  if (factor.plant !== null && factor.plant !== wanted.plant) return false;
  if (factor.technology !== null && wanted.technology !== undefined && !sameText(factor.technology, wanted.technology))
    return false;
  if (wanted.edition !== undefined && factor.edition !== null && factor.edition !== wanted.edition) return false;
  if (factor.years && wanted.year !== undefined) {
    if (wanted.year < factor.years[0] || wanted.year > factor.years[1]) return false;
  }
  return factor.region === null || nearness(factor.region, wanted) > 0;
}

/** 0 if the factor's region does not contain the country; otherwise higher for a nearer region. */
function nearness(region: string, { region: country, within = [], year }: FactorQuery): number {
  if (country !== undefined && sameText(region, country)) return 1000;
  const at = within.findIndex((candidate) => sameText(candidate, region));
  if (at >= 0) return 999 - at;
  return country !== undefined && groupsOf(country, year ?? 2024).includes(region) ? 1 : 0;
}

function rankOf(factor: Factor, own: boolean, wanted: FactorQuery): number[] {
  const preferred = wanted.edition ?? "2006";
  const years = factor.years ? factor.years[1] - factor.years[0] : Number.POSITIVE_INFINITY;
  return [
    own ? 1 : 0,
    levels.indexOf(levelOf(factor)),
    factor.region === null ? 0 : nearness(factor.region, wanted),
    // A requested technology ranks higher; without a request, a factor without a technology does.
    (factor.technology !== null) === (wanted.technology !== undefined) ? 1 : 0,
    factor.category.length,
    -years,
    factor.edition === preferred ? 1 : 0,
    certaintyOf(factor),
  ];
}

/** Higher for better evidence; a value whose table does not say ranks above one from memory. */
function certaintyOf({ valueStatus }: Factor): number {
  if (valueStatus === "memory") return 0;
  return valueStatus === null ? 1 : 1 + evidences.length - evidences.indexOf(valueStatus);
}

function compare(a: Candidate, b: Candidate): number {
  const at = a.rank.findIndex((rank, i) => rank !== b.rank[i]);
  return at < 0 ? 0 : b.rank[at]! - a.rank[at]!;
}

const advantages = [
  reasons.own,
  reasons.level,
  reasons.region,
  reasons.technology,
  reasons.category,
  reasons.years,
  reasons.edition,
  reasons.evidence,
];

function reasonFor(best: Candidate, second: Candidate | undefined, count: number): Message {
  const { factor } = best;
  const what = {
    level: levelNames[levelOf(factor)](),
    where: factor.plant ?? factor.region ?? texts.theWorld(),
    category: factor.category,
    source: factor.source,
  };
  if (!second) return (best.own ? texts.onlyOwn : texts.onlyOne)(what);
  const at = best.rank.findIndex((rank, i) => rank !== second.rank[i]);
  const reason = (advantages[at] ?? reasons.order)();
  return (best.own ? texts.ownOfSeveral : texts.oneOfSeveral)({ ...what, count: count - 1, reason });
}

function noneFits(wanted: FactorQuery, code: string, all: readonly Factor[]): Message {
  const symbol = wanted.parameter ?? "EF";
  const parameter = wanted.gas ? texts.ofGas({ parameter: symbol, gas: wanted.gas }) : symbol;
  const subject = { parameter, activity: wanted.activity, code };
  const near = all.filter((factor) => isWithin(code, factor.category) && factor.parameter === symbol);
  const ofActivity = near.filter((factor) => sameText(factor.activity, wanted.activity));
  if (ofActivity.length > 0) {
    const known = ofActivity.map(({ gas, region, technology, years }) =>
      [gas, region, technology, years?.join("–")].filter(Boolean).join(" · "),
    );
    return texts.notAsAsked({ ...subject, known: firstOf(known) });
  }
  if (near.length > 0) return texts.noActivity({ ...subject, near: firstOf(near.map(({ activity }) => activity)) });
  return texts.noneOfCategory({ ...subject, symbol });
}

/** The first of the names, each once, and how many there are. */
function firstOf(names: readonly string[]): MessageValue {
  const unique = [...new Set(names)];
  return unique.length <= 8 ? unique : texts.andMore({ names: unique.slice(0, 8), count: unique.length });
}

function gasOf(written: string): string {
  return findGas(written.replace(/ (fossil|biogenic)$/, "")) ?? written;
}

function sameText(a: string, b: string): boolean {
  return a === b || a.trim().toLowerCase() === b.trim().toLowerCase();
}
