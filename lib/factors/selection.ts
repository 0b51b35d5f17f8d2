import { findCategory, isWithin } from "../classification/categories.ts";
import { groupsOf } from "../classification/groups.ts";
import { evidences } from "../quantity/evidence.ts";
import { findGas } from "../quantity/substance.ts";
import { type Factor, FactorError, levelOf, levels } from "./factor.ts";

/** What a factor is wanted for. */
export interface Wanted {
  readonly category: string;
  readonly activity: string;
  /** `EF` if left out. */
  readonly parameter?: string;
  readonly gas?: string;
  readonly plant?: string;
  /** An ISO 3166 code. */
  readonly region?: string;
  /** Regions that the country lies in, the nearest first: those of the guidelines are no groups of ISO codes. */
  readonly within?: readonly string[];
  readonly year?: number;
  readonly technology?: string;
  /** Of which guidelines; `2006` is preferred if left out, because reporting asks for them. */
  readonly edition?: string;
}

/** The factor that was taken, and why. */
export interface Selection {
  readonly factor: Factor;
  /** Whether it is from the user's own tables. */
  readonly own: boolean;
  readonly why: string;
  /** The others that would have fitted, best first. */
  readonly passedOver: readonly Factor[];
}

interface Candidate {
  readonly factor: Factor;
  readonly own: boolean;
  /** Compared from the first on; the higher wins. */
  readonly rank: readonly number[];
}

/**
 * Selects the most specific factor: plant over national over regional over default; then the technology asked for, the nearest
 * category, the narrower years, the edition. Own factors come before shipped ones of any level. Throws FactorError, with what there
 * is instead, where none fits.
 */
export function selectFactor(wanted: Wanted, shipped: readonly Factor[], own: readonly Factor[] = []): Selection {
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

function fits(factor: Factor, wanted: Wanted, code: string): boolean {
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

/** 0 where the factor's region does not hold the country; else the more the nearer. */
function nearness(region: string, { region: country, within = [], year }: Wanted): number {
  if (country !== undefined && sameText(region, country)) return 1000;
  const at = within.findIndex((candidate) => sameText(candidate, region));
  if (at >= 0) return 999 - at;
  return country !== undefined && groupsOf(country, year ?? 2024).includes(region) ? 1 : 0;
}

function rankOf(factor: Factor, own: boolean, wanted: Wanted): number[] {
  const preferred = wanted.edition ?? "2006";
  const years = factor.years ? factor.years[1] - factor.years[0] : Number.POSITIVE_INFINITY;
  return [
    own ? 1 : 0,
    levels.indexOf(levelOf(factor)),
    factor.region === null ? 0 : nearness(factor.region, wanted),
    // Asked for by name it is the better; not asked for, a factor of no particular technology is.
    (factor.technology !== null) === (wanted.technology !== undefined) ? 1 : 0,
    factor.category.length,
    -years,
    factor.edition === preferred ? 1 : 0,
    certaintyOf(factor),
  ];
}

/** The higher the better the value is shown; one whose table does not say ranks above one from memory. */
function certaintyOf({ valueStatus }: Factor): number {
  if (valueStatus === "memory") return 0;
  return valueStatus === null ? 1 : 1 + evidences.length - evidences.indexOf(valueStatus);
}

function compare(a: Candidate, b: Candidate): number {
  const at = a.rank.findIndex((rank, i) => rank !== b.rank[i]);
  return at < 0 ? 0 : b.rank[at]! - a.rank[at]!;
}

const advantages = [
  "it is from your own table",
  "it is of a more specific level",
  "its region is nearer",
  "it fits what was said of the technology",
  "its category is nearer",
  "its years are narrower",
  "it is of the edition asked for",
  "its value was read nearer to the source",
];

function reasonFor(best: Candidate, second: Candidate | undefined, count: number): string {
  const { factor } = best;
  const where = factor.plant ?? factor.region ?? "the world";
  const what = `The ${best.own ? "own " : ""}${levelOf(factor)} value for ${where} of category ${factor.category} (${factor.source})`;
  if (!second) return `${what}: the only one that fits.`;
  const at = best.rank.findIndex((rank, i) => rank !== second.rank[i]);
  const reason = at < 0 ? "it stands first in its table" : advantages[at];
  return `${what}, before ${count - 1} other${count > 2 ? "s" : ""} that fit${count > 2 ? "" : "s"}: ${reason}.`;
}

function noneFits(wanted: Wanted, code: string, all: readonly Factor[]): string {
  const parameter = wanted.parameter ?? "EF";
  const subject = `${parameter}${wanted.gas ? ` of ${wanted.gas}` : ""} for "${wanted.activity}" in ${code}`;
  const near = all.filter((factor) => isWithin(code, factor.category) && factor.parameter === parameter);
  const ofActivity = near.filter((factor) => sameText(factor.activity, wanted.activity));
  const list = (values: Iterable<string>) => {
    const unique = [...new Set(values)];
    return unique.slice(0, 8).join(", ") + (unique.length > 8 ? `, … (${unique.length} in all)` : "");
  };
  if (ofActivity.length > 0) {
    const known = ofActivity.map(({ gas, region, technology, years }) =>
      [gas, region, technology, years?.join("–")].filter(Boolean).join(" · "),
    );
    return `There is no ${subject} as asked for. There are: ${list(known)}.`;
  }
  if (near.length > 0)
    return `There is no ${subject}. Activities there: ${list(near.map(({ activity }) => activity))}.`;
  return `There is no ${subject}: the tables have no ${parameter} for this category. Add a factor of your own, with its source.`;
}

function gasOf(written: string): string {
  return findGas(written.replace(/ (fossil|biogenic)$/, "")) ?? written;
}

function sameText(a: string, b: string): boolean {
  return a === b || a.trim().toLowerCase() === b.trim().toLowerCase();
}
