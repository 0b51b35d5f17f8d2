import { z } from "zod";
import { messages } from "../../message/message.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { studentQuantile } from "../distributions/student-law.ts";
import { finite, UncertaintyError } from "../uncertainty-error.ts";

const texts = messages("uncertainty", {
  negativeSd: {
    en: "{named}[{at}].sd of {member} is {sd}, but a standard deviation is not negative.",
    zh: "{named}[{at}].sd（{member}）为 {sd}，标准差不能为负。",
  },
  emptyEnsemble: {
    en: "{named} is empty; an ensemble needs at least one value.",
    zh: "{named} 为空；集合至少需要一个值。",
  },
  noCompleteMember: {
    en: "No member has a value at each of the {count} times; use times that the members share.",
    zh: "没有成员在全部 {count} 个时间都有值；请给出各成员共有的时间。",
  },
  twoValues: {
    en: "{member} has two values at {at}; each member needs one per time.",
    zh: "{member} 在 {at} 有两个值；每个成员每个时间只应有一个。",
  },
  noEdition: {
    en: "{member} is one of several editions of {source}; set the year or number of each as edition, so that the newest is known.",
    zh: "{member} 是 {source} 的多个版本之一；请用 edition 给出各版本的年份或编号，以便确定最新一版。",
  },
  sameEdition: {
    en: "{member} and {other} are both edition {edition} of {source}; each needs its own edition or its own source.",
    zh: "{member} 与 {other} 都是 {source} 的第 {edition} 版；请为各自给出不同的 edition 或 source。",
  },
});

/** The value of one member of an ensemble (a model, a database, an edition) at one time. */
export interface MemberValue {
  readonly member: string;
  /** A year, or any other key that the members have in common. */
  readonly at: number;
  readonly value: number;
  /** Its own standard deviation, if stated. */
  readonly sd?: number | undefined;
  /** The source of an edition, and the edition: only the newest edition of a source counts. If neither is given, members whose
   * names differ only in a year (`GCB 2024`, `GCB 2025`) are editions of one source. */
  readonly source?: string | undefined;
  readonly edition?: number | undefined;
}

/** A member that a newer edition of the same source replaces. */
export const olderEditionShape = z.object({
  member: z.string(),
  newest: z.string(),
});
export type OlderEdition = ResultOf<typeof olderEditionShape>;

/**
 * The minimum number of members for a standard deviation: that of M members has a relative error of 1/√(2(M − 1)),
 * which is 41 % for four and 35 % for five. For fewer members only the range is given.
 */
export const FEWEST = 5;

export const ensembleMemberShape = z.object({
  member: z.string(),
  /** Mean over the times, and standard deviation over the times. */
  mean: z.number(),
  sdInTime: z.number(),
});
export type EnsembleMember = ResultOf<typeof ensembleMemberShape>;

/**
 * An ensemble of M members at T times. Standard deviations and intervals are in the unit of the values; shares are of the sum
 * of squares about the mean and add to 1.
 */
export interface ModelEnsemble {
  readonly members: readonly EnsembleMember[];
  readonly times: number;
  readonly mean: number;
  readonly median: number;
  /** The kind of spread: none for one member, a range for fewer than five, an interval for five or more. */
  readonly says: "nothing" | "range" | "interval";
  /** Of the members' means; null with fewer than five members. */
  readonly sdBetween: number | null;
  /** Of the variation over time common to all members, and of each member's own remainder. */
  readonly sdCommon: number;
  readonly sdOwn: number;
  /** Root mean square of the members' stated standard deviations; null unless each value has one. */
  readonly sdStated: number | null;
  /**
   * √(sdBetween² + sdStated²): for one figure of an unknown member including its own error; sdStated for one member; null
   * for two to four.
   */
  readonly sdTotal: number | null;
  readonly shares: { readonly between: number; readonly common: number; readonly own: number };
  /** The lowest and highest mean of a member: a range, not an interval. */
  readonly least: number;
  readonly most: number;
  /** 95 % interval of a further member: mean ± t(M − 1) sdBetween √(1 + 1/M); null with fewer than five members. */
  readonly lo: number | null;
  readonly hi: number | null;
  /** Members without a value at a time of others; they are excluded from all figures. */
  readonly leftOut: readonly string[];
  /** Editions replaced by a newer one of the same source; they are excluded from all figures. */
  readonly olderEditions: readonly OlderEdition[];
}

/**
 * The spread of an ensemble by component: v_mt = mean + member_m + time_t + rest_mt (two-way analysis of variance
 * without replication). The component between members is the effect of choosing a model or database; the common one is
 * shared by all, e.g. a dry year, and is not uncertainty; the own one is specific to a member.
 *
 * Editions of one source are not independent: only the newest counts. Members are assumed exchangeable and independent,
 * which models that share data and code are not: the interval is too narrow if they have common errors. Throws
 * UncertaintyError.
 */
export function modelEnsemble(values: readonly MemberValue[], named = "rows"): ModelEnsemble {
  for (const [at, row] of values.entries()) {
    finite(`${named}[${at}].value (${row.member})`, row.value);
    if (row.sd !== undefined && !(finite(`${named}[${at}].sd (${row.member})`, row.sd) >= 0))
      throw new UncertaintyError(`${named}[${at}].sd`, texts.negativeSd({ named, at, member: row.member, sd: row.sd }));
  }
  const { newest, olderEditions } = newestEditions(values, named);
  const times = [...new Set(newest.map(({ at }) => at))].sort((a, b) => a - b);
  const byMember = groupedBy(newest, ({ member }) => member);
  for (const [member, rows] of byMember) {
    const twice = rows.find(({ at }, place) => rows.findIndex((other) => other.at === at) !== place);
    if (twice) throw new UncertaintyError(named, texts.twoValues({ member, at: twice.at }));
  }
  const whole = [...byMember].filter(([, rows]) => rows.length === times.length);
  const leftOut = [...byMember].filter(([, rows]) => rows.length < times.length).map(([member]) => member);
  if (whole.length === 0)
    throw new UncertaintyError(
      named,
      values.length === 0 ? texts.emptyEnsemble({ named }) : texts.noCompleteMember({ count: times.length }),
    );
  return { ...spreadOf(whole, times), leftOut, olderEditions };
}

const YEAR = /\b(?:19|20)\d\d\b/;

/** The values of the newest edition of each source, and the editions that it replaces. */
function newestEditions(values: readonly MemberValue[], named: string) {
  const bySource = groupedBy(values, ({ member, source }) => source ?? (member.replace(YEAR, "").trim() || member));
  const newest: MemberValue[] = [];
  const olderEditions: OlderEdition[] = [];
  for (const [source, rows] of bySource) {
    const members = groupedBy(rows, ({ member }) => member);
    if (members.size === 1) {
      newest.push(...rows);
      continue;
    }
    const editions = [...members].map(([member, of]) => {
      const edition = of[0]!.edition ?? Number(YEAR.exec(member)?.[0] ?? Number.NaN);
      if (!Number.isFinite(edition)) throw new UncertaintyError(named, texts.noEdition({ member, source }));
      return { member, edition, of };
    });
    const last = editions.reduce((best, each) => (each.edition > best.edition ? each : best));
    const rival = editions.find((each) => each !== last && each.edition === last.edition);
    if (rival)
      throw new UncertaintyError(
        named,
        texts.sameEdition({ member: last.member, other: rival.member, edition: last.edition, source }),
      );
    newest.push(...last.of);
    for (const { member } of editions) if (member !== last.member) olderEditions.push({ member, newest: last.member });
  }
  return { newest, olderEditions };
}

function spreadOf(
  whole: readonly (readonly [string, readonly MemberValue[]])[],
  times: readonly number[],
): Omit<ModelEnsemble, "leftOut" | "olderEditions"> {
  const [M, T] = [whole.length, times.length];
  const table = whole.map(([, rows]) => times.map((time) => rows.find(({ at }) => at === time)!.value));
  const means = table.map(average);
  const mean = average(means);
  const common = times.map((_, t) => average(table.map((row) => row[t]!)) - mean);
  const squares = { between: 0, common: 0, own: 0 };
  for (const [m, row] of table.entries())
    for (const [t, value] of row.entries()) {
      const [member, time] = [means[m]! - mean, common[t]!];
      squares.between += member ** 2;
      squares.common += time ** 2;
      squares.own += (value - mean - member - time) ** 2;
    }
  const all = squares.between + squares.common + squares.own;
  const share = (part: number) => (all > 0 ? part / all : 0);
  const sdBetween = M >= FEWEST ? Math.sqrt(squares.between / T / (M - 1)) : null;
  const sdStated = stated(whole.flatMap(([, rows]) => rows));
  const reach = sdBetween === null ? null : studentQuantile(0.975, M - 1) * sdBetween * Math.sqrt(1 + 1 / M);
  const sorted = [...means].sort((a, b) => a - b);
  return {
    members: whole.map(([member], m) => ({
      member,
      mean: means[m]!,
      sdInTime: T > 1 ? Math.sqrt(table[m]!.reduce((sum, value) => sum + (value - means[m]!) ** 2, 0) / (T - 1)) : 0,
    })),
    times: T,
    mean,
    says: M === 1 ? "nothing" : M < FEWEST ? "range" : "interval",
    median: (sorted[Math.floor((M - 1) / 2)]! + sorted[Math.ceil((M - 1) / 2)]!) / 2,
    sdBetween,
    sdCommon: T > 1 ? Math.sqrt(squares.common / M / (T - 1)) : 0,
    sdOwn: M > 1 && T > 1 ? Math.sqrt(squares.own / ((M - 1) * (T - 1))) : 0,
    sdStated,
    sdTotal: sdBetween === null ? (M === 1 ? sdStated : null) : Math.hypot(sdBetween, sdStated ?? 0),
    shares: { between: share(squares.between), common: share(squares.common), own: share(squares.own) },
    least: sorted[0]!,
    most: sorted.at(-1)!,
    lo: reach === null ? null : mean - reach,
    hi: reach === null ? null : mean + reach,
  };
}

/** The rows of each name, in order of first appearance. */
export function groupedBy<T>(rows: readonly T[], nameOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(nameOf(row));
    if (group) group.push(row);
    else groups.set(nameOf(row), [row]);
  }
  return groups;
}

function stated(rows: readonly MemberValue[]): number | null {
  if (rows.some(({ sd }) => sd === undefined)) return null;
  return Math.sqrt(average(rows.map(({ sd }) => sd! ** 2)));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
