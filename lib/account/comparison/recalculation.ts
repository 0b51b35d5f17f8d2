import { baseYear, type Change, type ScopeEmissions } from "../../company/base-year.ts";
import { messages } from "../../message/message.ts";
import type { Ask } from "../line-shape.ts";
import type { Recalculation, RecalculationPolicy } from "./comparison-shapes.ts";
import { folded, type LineGroup } from "./line-groups.ts";

const texts = messages("account.recalculation", {
  empty: {
    en: "The earlier year has no emissions of which shares could be computed; it is kept.",
    zh: "较早年份没有可据以计算比例的排放；予以保留。",
  },
  came: {
    en: "“{name}” is in the later year only ({lines} {lines:line|lines}). Why? An acquisition changes the base year, growth does not.",
    zh: "“{name}”仅出现在较晚年份（{lines} 行）。原因是什么？收购会改变基准年，自然增长不会。",
  },
  went: {
    en: "“{name}” is in the earlier year only ({lines} {lines:line|lines}). Why? A divestment changes the base year, decline does not.",
    zh: "“{name}”仅出现在较早年份（{lines} 行）。原因是什么？剥离会改变基准年，自然减少不会。",
  },
  acquisition: { en: "acquisition", zh: "收购" },
  divestment: { en: "divestment", zh: "剥离" },
  merger: { en: "merger", zh: "合并" },
  insourcing: { en: "insourcing", zh: "转为自营" },
  outsourcing: { en: "outsourcing", zh: "外包" },
  growth: { en: "organic growth", zh: "自然增长" },
  decline: { en: "organic decline", zh: "自然减少" },
});

type Kind = Change["kind"];

const kindsOf = {
  came: {
    acquisition: texts.acquisition,
    merger: texts.merger,
    insourcing: texts.insourcing,
    "organic growth": texts.growth,
  },
  went: { divestment: texts.divestment, outsourcing: texts.outsourcing, "organic decline": texts.decline },
} as const;

/** Rows that a question names. */
const MOST_ROWS = 20;

/**
 * Whether the earlier year, as the base year, is to be recalculated: for sites that came or went, by the reason that was given, and for
 * factors of another source. A site that came counts with what it emits in the later year, where nobody knows its base year.
 * Corporate Standard, chapter 5. Emissions must be in t CO2e.
 */
export function recalculation(
  before: readonly (readonly [string, LineGroup])[],
  after: ReadonlyMap<string, LineGroup>,
  unit: string,
  by: "location" | "market",
  policy: RecalculationPolicy,
): Recalculation | null {
  const groups = before.map(([, group]) => group);
  const old = scopesOf(groups);
  const total = old.scope1 + (by === "market" ? old.scope2Market : old.scope2Location) + old.scope3;
  // The function of base years is in t CO2e.
  if (!unit.startsWith("t CO2e")) return null;
  const { threshold, triggers } = policy;
  const { changes: moved, asks } = structure(groups, [...after.values()], policy);
  const changes = [
    ...(triggers.includes("boundary") ? moved : []),
    ...(triggers.includes("method") ? methodChanges(before, after) : []),
  ];
  if (!(total > 0))
    return {
      recalculate: false,
      significance: 0,
      threshold,
      changes: [],
      before: old,
      base: old,
      why: texts.empty(),
      asks,
    };
  const { recalculate, significance, changes: decided, base, why } = baseYear(old, changes, { threshold, test: by });
  const open = triggers.includes("boundary") ? asks : [];
  return { recalculate, significance, threshold, changes: decided, before: old, base, why, asks: open };
}

function scopesOf(groups: readonly LineGroup[], scale = (_: LineGroup) => 1): ScopeEmissions {
  const sum = (scope: string, column: "location" | "market") =>
    groups.reduce((part, group) => part + (group.scope === scope ? group[column] * scale(group) : 0), 0);
  return {
    scope1: sum("1", "location"),
    scope2Location: sum("2", "location"),
    scope2Market: sum("2", "market"),
    scope3: sum("3", "location"),
  };
}

/** Sites, and lines without one, that are in one of the years only. */
function structure(
  before: readonly LineGroup[],
  after: readonly LineGroup[],
  { reasons }: RecalculationPolicy,
): { changes: Change[]; asks: Ask[] } {
  const given = new Map(Object.entries(reasons).map(([name, kind]) => [folded(name), kind]));
  const [old, now] = [bySite(before), bySite(after)];
  const changes: Change[] = [];
  const asks: Ask[] = [];
  const add = (name: string, groups: readonly LineGroup[], is: "came" | "went") => {
    const kind = given.get(folded(name));
    if (kind === undefined) asks.push(askOn(name, groups, is));
    else
      changes.push({ name, kind, effect: signed(scopesOf(groups), is === "came" ? 1 : -1), existedInBaseYear: true });
  };
  for (const [key, groups] of old) if (!now.has(key)) add(nameOf(groups), groups, "went");
  for (const [key, groups] of now) if (!old.has(key)) add(nameOf(groups), groups, "came");
  return { changes, asks };
}

function bySite(groups: readonly LineGroup[]): Map<string, LineGroup[]> {
  const sites = new Map<string, LineGroup[]>();
  for (const group of groups) {
    const key = folded(nameOf([group]));
    const known = sites.get(key);
    if (known) known.push(group);
    else sites.set(key, [group]);
  }
  return sites;
}

function nameOf([group]: readonly LineGroup[]): string {
  return group!.site ?? group!.name;
}

function signed(of: ScopeEmissions, sign: 1 | -1): ScopeEmissions {
  const { scope1, scope2Location, scope2Market, scope3 } = of;
  return {
    scope1: sign * scope1,
    scope2Location: sign * scope2Location,
    scope2Market: sign * scope2Market,
    scope3: sign * scope3,
  };
}

function askOn(name: string, groups: readonly LineGroup[], is: "came" | "went"): Ask {
  const rows = groups.flatMap((group) => group.rows);
  return {
    key: `reason:${name}`,
    question: texts[is]({ name, lines: rows.length }),
    options: Object.entries(kindsOf[is]).map(([value, label]) => ({ value, label: label() })),
    assumed: null,
    rows: rows.slice(0, MOST_ROWS),
  };
}

/** Lines of both years whose factor is of another source: the earlier amount with the later factor, less what was stated. */
function methodChanges(
  before: readonly (readonly [string, LineGroup])[],
  after: ReadonlyMap<string, LineGroup>,
): Change[] {
  return before.flatMap(([key, old]) => {
    const now = after.get(key);
    if (!now || !old.amount || !now.amount) return [];
    const isSame = old.methods.size === now.methods.size && [...old.methods].every((each) => now.methods.has(each));
    if (isSame) return [];
    const ratio = old.amount / now.amount;
    const [then, stated] = [scopesOf([now], () => ratio), scopesOf([old])];
    const effect = {
      scope1: then.scope1 - stated.scope1,
      scope2Location: then.scope2Location - stated.scope2Location,
      scope2Market: then.scope2Market - stated.scope2Market,
      scope3: then.scope3 - stated.scope3,
    };
    return [{ name: old.name, kind: "factors" as Kind, effect, existedInBaseYear: true }];
  });
}
