import { writeChange, writeNumber, writePercentChange, writeQuantity } from "../../charts/number-text.ts";
import { Fault } from "../../message/fault.ts";
import { type Message, messages } from "../../message/message.ts";
import { converts } from "../../quantity/quantity.ts";
import type { Account } from "../account-shapes.ts";
import type { AccountComparison, ComparedLine, RecalculationPolicy } from "./comparison-shapes.ts";
import { GroupUnits, type LineGroup, lineGroups } from "./line-groups.ts";
import { recalculation } from "./recalculation.ts";

const texts = messages("account.compare", {
  otherKind: {
    en: "The earlier account is of the kind {earlier}, the later of the kind {later}. Accounts of one kind can be compared: make both with the same `kind`.",
    zh: "较早账户的类型是 {earlier}，较晚账户的类型是 {later}。只能比较同一类型的账户：请以相同的 `kind` 编制二者。",
  },
  otherMetric: {
    en: "The earlier account is in {earlier}, the later in {later}. CO2 equivalents of different metrics cannot be compared: make both with the same `metric`.",
    zh: "较早账户使用 {earlier}，较晚账户使用 {later}。不同度量的二氧化碳当量不能比较：请以相同的 `metric` 编制二者。",
  },
  notLater: {
    en: "The earlier account is of {earlier}, the later of {later}. Give the account of the earlier year as `earlier`.",
    zh: "较早账户是 {earlier} 年，较晚账户是 {later} 年。请将较早年份的账户作为 `earlier`。",
  },
  otherUnit: {
    en: "The earlier account is in {earlier}, the later in {later}, and one does not convert to the other.",
    zh: "较早账户的单位是 {earlier}，较晚账户的单位是 {later}，二者不能换算。",
  },
  company: { en: "company", zh: "企业" },
  product: { en: "product", zh: "产品" },
  inventory: { en: "inventory", zh: "清单" },
  headline: {
    en: "From {earlier} to {later} emissions changed by {change}: {activity} by activity, {factor} by factors, {boundary} by lines that came or went.",
    zh: "从 {earlier} 年到 {later} 年，排放变化 {change}：活动量 {activity}，因子 {factor}，新增或消失的行 {boundary}。",
  },
  changed: { en: "{change} ({percent})", zh: "{change}（{percent}）" },
  notSum: {
    en: "The main figure of {year} is {figure}, its lines sum to {sum}; what is compared are the lines.",
    zh: "{year} 年的主要数值为 {figure}，各行之和为 {sum}；比较的是各行。",
  },
  withoutFigure: {
    en: "{year}: {count} {count:line is|lines are} in no figure; a line that has a figure in one year only counts as one that came or went.",
    zh: "{year} 年：有 {count} 行未计入任何数值；仅在一年有数值的行按新增或消失计。",
  },
});

export interface CompareOptions {
  /** The method of scope 2. */
  readonly by?: "location" | "market";
  readonly policy?: RecalculationPolicy;
}

const standing: RecalculationPolicy = { threshold: 0.05, triggers: ["boundary", "method"], reasons: {} };
/** Between a figure and the sum of its lines, relative. */
const ROUNDING = 1e-9;

/**
 * The change between the accounts of two years, split without residual. For a line i of both years with amount A and emissions per
 * amount F, by the mean of the two polar forms, which is exact for two factors and takes zeros and negative amounts:
 *
 *     ΔE_i = ΔA_i (F_i⁰ + F_i¹) / 2 + ΔF_i (A_i⁰ + A_i¹) / 2
 *
 * A line of one year only is boundary as a whole. Dietzenbacher & Los (1998), doi:10.1080/09535319800000023; Sun (1998), Energy
 * Econ. 20: 85–100. Throws a Fault for accounts that cannot be compared.
 */
export function compareAccounts(earlier: Account, later: Account, options: CompareOptions = {}): AccountComparison {
  const { by = "location", policy = standing } = options;
  const unit = commonUnit(earlier, later, by);
  const units = new GroupUnits();
  const before = lineGroups(earlier, unit, by, units);
  const after = lineGroups(later, unit, by, units);
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const lines = keys.map((key) => comparedLine(before.get(key), after.get(key)));
  const sumOf = (groups: Map<string, LineGroup>) => [...groups.values()].reduce((sum, of) => sum + of.emissions, 0);
  const [old, now] = [sumOf(before), sumOf(after)];
  const total = partsOf(lines);
  const scopes = [...new Set(lines.flatMap(({ scope }) => (scope === null ? [] : [scope])))].sort();
  return {
    kind: later.kind,
    metric: later.metric,
    unit,
    by,
    earlier: { year: earlier.year, value: old },
    later: { year: later.year, value: now },
    ...total,
    scopes: scopes.map((scope) => ({ scope, ...partsOf(lines.filter((line) => line.scope === scope)) })),
    lines: lines.sort((a, b) => Math.abs(b.change) - Math.abs(a.change)),
    baseYear: later.kind === "company" ? recalculation([...before], after, unit, by, policy) : null,
    headline: headlineOf(earlier.year, later.year, old, total, unit),
    notes: [earlier, later].flatMap((account, i) => notesOn(account, [old, now][i]!, unit, by)),
  };
}

/** The unit of both figures. Throws a Fault if they cannot be compared. */
function commonUnit(earlier: Account, later: Account, by: "location" | "market"): string {
  const fail = (said: Message, field: string): never => {
    throw new Fault(said, { field });
  };
  if (earlier.kind !== later.kind)
    fail(texts.otherKind({ earlier: texts[earlier.kind](), later: texts[later.kind]() }), "earlier.kind");
  if (earlier.metric !== later.metric)
    fail(texts.otherMetric({ earlier: earlier.metric, later: later.metric }), "earlier.metric");
  if (earlier.year >= later.year) fail(texts.notLater({ earlier: earlier.year, later: later.year }), "earlier.year");
  const [old, now] = [earlier, later].map((account) => mainTotal(account, by)?.unit);
  if (old !== undefined && now !== undefined && old !== now && !converts(old, now))
    fail(texts.otherUnit({ earlier: old, later: now }), "earlier.totals");
  return now ?? old ?? "";
}

function mainTotal({ kind, totals }: Account, by: "location" | "market") {
  const wanted = kind === "company" ? totals.find(({ key }) => key === `all.${by}`) : undefined;
  return wanted ?? totals[0];
}

function comparedLine(before: LineGroup | undefined, after: LineGroup | undefined): ComparedLine {
  const { name, site, scope, unit } = (after ?? before)!;
  const stateOf = (group: LineGroup | undefined) =>
    group ? { amount: group.amount, emissions: group.emissions } : null;
  const change = (after?.emissions ?? 0) - (before?.emissions ?? 0);
  const split = before && after ? splitOf(before, after) : { activity: 0, factor: 0, boundary: change };
  return {
    name,
    site,
    scope,
    amountUnit: unit,
    kind: before ? (after ? "both" : "went") : "came",
    before: stateOf(before),
    after: stateOf(after),
    change,
    ...split,
    isOtherMethod: before !== undefined && after !== undefined && !isSame(before.methods, after.methods),
  };
}

/** The effects of amount and factor. Without an amount in a year, there is no factor to tell from it. */
function splitOf(before: LineGroup, after: LineGroup) {
  const change = after.emissions - before.emissions;
  const [a0, a1] = [before.amount, after.amount];
  if (a0 === null || a1 === null || (a0 === 0 && before.emissions !== 0) || (a1 === 0 && after.emissions !== 0))
    return { activity: 0, factor: change, boundary: 0 };
  // Where nothing was used in a year, its factor is unknown and taken as that of the other.
  if (a0 === 0 || a1 === 0) return { activity: change, factor: 0, boundary: 0 };
  const [f0, f1] = [before.emissions / a0, after.emissions / a1];
  return { activity: ((a1 - a0) * (f0 + f1)) / 2, factor: ((f1 - f0) * (a0 + a1)) / 2, boundary: 0 };
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}

type Parts = Pick<ComparedLine, "change" | "activity" | "factor" | "boundary">;

function partsOf(lines: readonly ComparedLine[]): Parts {
  const sum = (part: keyof Parts) => lines.reduce((total, line) => total + line[part], 0);
  return { change: sum("change"), activity: sum("activity"), factor: sum("factor"), boundary: sum("boundary") };
}

function headlineOf(earlier: number, later: number, old: number, parts: Parts, unit: string): Message {
  const write = (value: number) => writeQuantity(writeChange(value), unit);
  const change = write(parts.change);
  return texts.headline({
    earlier,
    later,
    change: old > 0 ? texts.changed({ change, percent: writePercentChange((100 * parts.change) / old) }) : change,
    activity: write(parts.activity),
    factor: write(parts.factor),
    boundary: write(parts.boundary),
  });
}

function notesOn(account: Account, sum: number, unit: string, by: "location" | "market"): Message[] {
  const notes: Message[] = [];
  const main = mainTotal(account, by);
  const { year, lines } = account;
  if (main && main.value !== null && main.unit === unit) {
    const isClose = Math.abs(main.value - sum) <= ROUNDING * Math.max(Math.abs(main.value), Math.abs(sum));
    const write = (value: number) => writeQuantity(writeNumber(value), unit);
    if (!isClose) notes.push(texts.notSum({ year, figure: write(main.value), sum: write(sum) }));
  }
  const count = lines.filter(({ emissions }) => emissions === null).length;
  if (count > 0) notes.push(texts.withoutFigure({ year, count }));
  return notes;
}
