import { z } from "zod";
import { InventoryError } from "../inventory/account/inventory-error.ts";
import { type Message, messages } from "../message/message.ts";
import { messageOut } from "../tool/outcome.ts";
import { type InputOf, type ResultOf, textOf } from "../tool/shape.ts";
import { numberIn } from "../tool/unit.ts";

const texts = messages("company", {
  threshold: {
    en: "The threshold is {threshold}; a part of the base year above 0, such as 0.05, is expected.",
    zh: "阈值为 {threshold}；应为基准年大于 0 的比例，如 0.05。",
  },
  emptyBase: {
    en: "The base year's total is {total} t CO2e; expected a number > 0, so that shares of it can be computed.",
    zh: "基准年合计为 {total} t CO2e；应大于 0，否则无法给出其比例。",
  },
  recalculated: {
    en: "The changes that count add to {share} of the base year, above the threshold of {threshold}: the base year is recalculated with all of them.",
    zh: "应计入的变化合计为基准年的 {share}，高于阈值 {threshold}：按全部这些变化重新计算基准年。",
  },
  kept: {
    en: "The changes that count add to {share} of the base year, not above the threshold of {threshold}: the base year is kept.",
    zh: "应计入的变化合计为基准年的 {share}，不高于阈值 {threshold}：基准年保持不变。",
  },
  growth: {
    en: "Growth and decline of what the company does is what a base year is there to show.",
    zh: "企业自身业务的增减正是基准年要反映的。",
  },
  newOperation: {
    en: "It did not exist in the base year: its emissions are growth.",
    zh: "基准年尚不存在：其排放属于增长。",
  },
  effectBelowZero: {
    en: 'changes, row {row}, column effect: of the {kind} "{name}" one is below 0; what it emitted in the base year, above 0, is expected.',
    zh: "changes 第 {row} 行，“effect”列：{kind}“{name}”有小于 0 的值；应为其基准年的排放量（大于 0）。",
  },
  effectAboveZero: {
    en: 'changes, row {row}, column effect: of the divestment "{name}" one is above 0; what it emitted in the base year, with a minus, is expected.',
    zh: "changes 第 {row} 行，“effect”列：剥离“{name}”有大于 0 的值；应为其基准年的排放量并加负号。",
  },
  acquisition: { en: "acquisition", zh: "收购" },
  merger: { en: "merger", zh: "合并" },
  movesWithin: {
    en: "It moves emissions between scopes that are all reported: no recalculation (Corporate Standard, Ch 5).",
    zh: "排放在均已报告的范围之间转移：不重新计算（《企业标准》第5章）。",
  },
  movesAcross: {
    en: "It moves emissions across the boundary of what is reported.",
    zh: "排放跨越了报告边界。",
  },
  structure: {
    en: "A change of structure: the base year is made as if it had been so then.",
    zh: "结构变化：按当时即已如此重新编制基准年。",
  },
  method: {
    en: "A change of method or factors, or an error: the base year is made in the same way as later years.",
    zh: "方法或因子变化，或更正错误：按与后来年份相同的方式编制基准年。",
  },
});

/** Kinds of change since the base year, and whether each requires a recalculation (Corporate Standard, Ch 5). */
export const changeKinds = {
  acquisition: "structure",
  divestment: "structure",
  merger: "structure",
  insourcing: "structure",
  outsourcing: "structure",
  methodology: "method",
  factors: "method",
  error: "method",
  "organic growth": "none",
  "organic decline": "none",
} as const;
export type ChangeKind = keyof typeof changeKinds;

/** t CO2e by scope, scope 2 by both methods. */
export interface ScopeEmissions {
  readonly scope1: number;
  readonly scope2Location: number;
  readonly scope2Market: number;
  readonly scope3: number;
}

export const emissions = z.object({
  scope1: numberIn("t CO2e {metric}"),
  scope2Location: numberIn("t CO2e {metric}"),
  scope2Market: numberIn("t CO2e {metric}"),
  scope3: numberIn("t CO2e {metric}").default(0),
});

/** A change since the base year. */
export const changeShape = z.object({
  kind: z.enum(Object.keys(changeKinds) as [ChangeKind, ...ChangeKind[]]),
  name: z.string(),
  /**
   * Change of the base year, t CO2e by scope: positive for the base-year emissions of an acquired operation, negative for
   * those of a sold one; for a corrected error or method the new minus the old value.
   */
  effect: emissions.partial().describe("By how much the base year would change, t CO2e; below 0 for what was sold"),
  /** False for an operation that did not exist in the base year. */
  existedInBaseYear: z.boolean().default(true),
});
export type Change = InputOf<typeof changeShape>;

export const decidedChangeShape = z.object({
  name: z.string(),
  kind: textOf<ChangeKind>(),
  counts: z.boolean(),
  /** Sum over scopes of the absolute effects, t CO2e, by the scope 2 method that the test uses. */
  size: numberIn("t CO2e {metric}"),
  why: messageOut,
});
export type DecidedChange = ResultOf<typeof decidedChangeShape>;

export interface BaseYear {
  readonly changes: readonly DecidedChange[];
  /** Cumulative size of the counted changes relative to the base year's total. */
  readonly significance: number;
  readonly threshold: number;
  readonly recalculate: boolean;
  readonly before: ScopeEmissions;
  /** The base year for comparisons with later years; unchanged if no change is significant. */
  readonly base: ScopeEmissions;
  /** (later year − base year) / base year, by scope; null if the base year is 0. */
  readonly change: Readonly<Record<keyof ScopeEmissions, number | null>> | null;
  readonly why: Message;
}

const scopes = ["scope1", "scope2Location", "scope2Market", "scope3"] as const;

/**
 * The base year and its recalculation rule: changes of structure or method and discovered errors count; growth does not, nor
 * does an operation that did not exist in the base year. Absolute sizes are added; above the threshold of the base
 * year's total (default 5 %) the base year is recalculated with all of them.
 *
 * significance = Σ_c Σ_s |Δ_cs| / Σ_s E_s, s over scopes 1, 2 (one method) and 3.
 */
export function baseYear(
  before: ScopeEmissions,
  changes: readonly Change[],
  { threshold = 0.05, test = "market" as "market" | "location", later }: BaseYearOptions = {},
): BaseYear {
  if (!(threshold > 0 && threshold <= 1)) throw new InventoryError("threshold", texts.threshold({ threshold }));
  const tested = test === "market" ? "scope2Market" : "scope2Location";
  const total = before.scope1 + before[tested] + before.scope3;
  if (!(total > 0)) throw new InventoryError("before", texts.emptyBase({ total }));
  const sizeOf = ({ effect }: Change) =>
    ["scope1", tested, "scope3"].reduce((sum, scope) => sum + Math.abs(effect[scope as keyof ScopeEmissions] ?? 0), 0);
  const decided = changes.map((change, i) => decide(change, sizeOf(change), i + 1));
  const counted = changes.filter((_, i) => decided[i]!.counts);
  const significance = decided.reduce((sum, { counts, size }) => sum + (counts ? size : 0), 0) / total;
  const recalculate = significance > threshold;
  const base = recalculate ? added(before, counted) : before;
  const percent = (part: number) => `${Math.round(part * 1000) / 10} %`;
  return {
    changes: decided,
    significance,
    threshold,
    recalculate,
    before,
    base,
    change: later ? relative(base, later) : null,
    why: (recalculate ? texts.recalculated : texts.kept)({
      share: percent(significance),
      threshold: percent(threshold),
    }),
  };
}

export interface BaseYearOptions {
  readonly threshold?: number;
  /** The scope 2 method by which the size of changes is measured. */
  readonly test?: "market" | "location";
  /** A later year to compare with the base year. */
  readonly later?: ScopeEmissions;
}

function decide({ kind, name, effect, existedInBaseYear }: Change, size: number, row: number): DecidedChange {
  const decision = changeKinds[kind];
  if (decision === "none")
    return {
      name,
      kind,
      counts: false,
      size,
      why: texts.growth(),
    };
  if (decision === "structure" && !existedInBaseYear)
    return { name, kind, counts: false, size, why: texts.newOperation() };
  const [low, high] = [-1, 1].map((sign) => scopes.some((scope) => sign * (effect[scope] ?? 0) > 0));
  if ((kind === "acquisition" || kind === "merger") && low)
    throw new InventoryError("effect", texts.effectBelowZero({ row, kind: texts[kind](), name }));
  if (kind === "divestment" && high) throw new InventoryError("effect", texts.effectAboveZero({ row, name }));
  if (kind === "outsourcing" || kind === "insourcing") {
    const moved = scopes
      .filter((scope) => scope !== "scope2Location")
      .reduce((sum, scope) => sum + (effect[scope] ?? 0), 0);
    const isWithin = low && high && Math.abs(moved) <= 1e-9 * size;
    const why = isWithin ? texts.movesWithin() : texts.movesAcross();
    return { name, kind, counts: !isWithin, size, why };
  }
  return { name, kind, counts: true, size, why: texts[decision]() };
}

function added(before: ScopeEmissions, changes: readonly Change[]): ScopeEmissions {
  const of = (scope: keyof ScopeEmissions) =>
    changes.reduce((sum, { effect }) => sum + (effect[scope] ?? 0), before[scope]);
  return {
    scope1: of("scope1"),
    scope2Location: of("scope2Location"),
    scope2Market: of("scope2Market"),
    scope3: of("scope3"),
  };
}

function relative(base: ScopeEmissions, later: ScopeEmissions): Record<keyof ScopeEmissions, number | null> {
  const of = (scope: keyof ScopeEmissions) => (base[scope] === 0 ? null : (later[scope] - base[scope]) / base[scope]);
  return {
    scope1: of("scope1"),
    scope2Location: of("scope2Location"),
    scope2Market: of("scope2Market"),
    scope3: of("scope3"),
  };
}
