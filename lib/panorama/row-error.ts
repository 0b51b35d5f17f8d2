import { type Message, messages, type Sentence } from "../message/message.ts";
import type { IntervalName } from "../uncertainty/coverage/coverage.ts";
import type { Distribution } from "../uncertainty/distributions/distribution.ts";
import { type DistributionSpec, distributionOf } from "../uncertainty/distributions/distribution-spec.ts";
import { lawName } from "../uncertainty/distributions/law-name.ts";
import { normalCdf, Z95 } from "../uncertainty/distributions/normal-law.ts";
import { normalStream } from "../uncertainty/sampling/normal-stream.ts";
import { UncertaintyError } from "../uncertainty/uncertainty-error.ts";
import type { AccountRow, Category, Principle } from "./account.ts";

const texts = messages("panorama", {
  lawOfKind: { en: "{kind} distribution", zh: "{kind}分布" },
  lawOfGroup: { en: "{kind} distribution, shared by {group}", zh: "{kind}分布，由 {group} 共享" },
  lawOfInterval: { en: "stated 95 % interval, each side separately", zh: "给出的 95 % 区间，两侧分别处理" },

  oneLawNeeded: {
    en: "{field} takes one distribution, as factor or as difference.",
    zh: "{field} 只取一个分布，作为 factor 或 difference。",
  },
  groupCorrelation: {
    en: "{field}.r is {r}; expected a correlation between 0 and 1.",
    zh: "{field}.r 为 {r}；组内相关系数应在 0 与 1 之间。",
  },
  lawOffCentre: {
    en: "{field}.{as} has {centre}, the neutral value, outside its 99 % range: a factor should be about 1, a difference about 0.",
    zh: "{field}.{as} 的 99 % 范围不含 {centre}（即数值不变）：factor 应在 1 附近，difference 应在 0 附近。",
  },
});

/** The uncertainty of matching rows; an omitted field matches all. The first matching error counts. */
export interface RowError {
  readonly region?: string | undefined;
  readonly year?: number | undefined;
  readonly principle?: Principle | undefined;
  readonly category?: Category | undefined;
  readonly gas?: string | undefined;
  /** The row's `source`, so that the error of one edition is not applied to another. */
  readonly source?: string | undefined;
  /** The distribution of a factor of the value, about 1; or of an addend, Mt, about 0. One of them. */
  readonly factor?: DistributionSpec | undefined;
  readonly difference?: DistributionSpec | undefined;
  /** Rows of one group share a source of error and vary together, in all regions and years. */
  readonly group?: string | undefined;
  /** Correlation of the underlying normals of any two rows of the group, 0 to 1; default 1. */
  readonly r?: number | undefined;
  /** One standard deviation of a normal addend that is the row's own, Mt, besides the law above. */
  readonly own?: number | undefined;
  /** The shipped interval that the law makes, by whose coverage its bounds are called; none for a law of the caller. */
  readonly interval?: IntervalName | undefined;
  /** The source of the law, shown instead of its kind. */
  readonly made?: Sentence | undefined;
}

/** The law of a row: its value as a function of a standard normal number, and its group. */
export interface RowLaw {
  valueAt(z: number, value: number): number;
  readonly group: string | null;
  readonly r: number;
  /** One standard deviation of a further normal addend of the row alone, Mt. */
  readonly own: number;
  readonly interval: IntervalName | null;
  /** The origin of the law. */
  readonly made: Sentence;
}

/**
 * Checks the errors and returns the law of any row: the first matching error, otherwise its own 95 % interval. Null for a row
 * without a stated error. A range of sources is not an error law: the value is one of two or three figures without
 * probabilities.
 * Throws UncertaintyError.
 */
export function rowLaws(errors: readonly RowError[]): (row: AccountRow) => RowLaw | null {
  const known = errors.map((error, at) => ({ error, law: lawOf(error, `errors[${at}]`) }));
  return (row) => {
    const found = known.find(({ error }) => fits(error, row));
    return found ? found.law : lawOfInterval(row);
  };
}

function fits(error: RowError, row: AccountRow): boolean {
  return (["region", "year", "principle", "category", "gas", "source"] as const).every(
    (key) => error[key] === undefined || error[key] === row[key],
  );
}

function lawOf({ factor, difference, group, r = 1, own = 0, interval, made }: RowError, field: string): RowLaw {
  const spec = factor ?? difference;
  if (spec === undefined || (factor !== undefined && difference !== undefined))
    throw new UncertaintyError(field, texts.oneLawNeeded({ field }));
  if (!(r >= 0 && r <= 1)) throw new UncertaintyError(`${field}.r`, texts.groupCorrelation({ field, r }));
  const as = factor === undefined ? "difference" : "factor";
  const law = distributionOf(spec, `${field}.${as}`);
  const centre = as === "factor" ? 1 : 0;
  if (law.quantile(0.005) > centre || law.quantile(0.995) < centre)
    throw new UncertaintyError(`${field}.${as}`, texts.lawOffCentre({ field, as, centre }));
  const drawn = ofNormal(law);
  return {
    valueAt: as === "factor" ? (z, value) => value * drawn(z) : (z, value) => value + drawn(z),
    group: group ?? null,
    r,
    own,
    interval: interval ?? null,
    made: made ?? madeBy(law.kind, group),
  };
}

function madeBy(law: string, group: string | undefined): Message {
  const kind = lawName(law);
  return group === undefined ? texts.lawOfKind({ kind }) : texts.lawOfGroup({ kind, group });
}

/** The value of the law at the probability of a standard normal number. */
function ofNormal({ normal, quantile }: Distribution): (z: number) => number {
  if (!normal) return (z) => quantile(normalCdf(z));
  const { location, scale, log } = normal;
  return log ? (z) => Math.exp(location + scale * z) : (z) => location + scale * z;
}

/** The stated 95 % interval of a row with its value as median: a two-piece normal law (`twoPieceNormal`). */
function lawOfInterval({ lo, hi, bounds }: AccountRow): RowLaw | null {
  if (bounds !== "95 % interval" || lo === null || hi === null || lo === hi) return null;
  return {
    valueAt: (z, value) => value + (z / Z95) * (z < 0 ? value - lo : hi - value),
    group: null,
    r: 1,
    own: 0,
    interval: null,
    made: texts.lawOfInterval(),
  };
}

/**
 * Values of a row in the draws from 0 on. The underlying normals are √r z of the group + √(1 − r) z of the row (one-factor
 * Gaussian copula), so that any two rows of a group have correlation r for any laws; a row without a group has only its own. An
 * addend of the row's own is drawn besides, independent of all.
 */
export function drawRow(
  row: AccountRow,
  { valueAt, group, r, own }: RowLaw,
  seed: number,
  draws: number,
): Float64Array {
  const name = [row.region, row.year, row.principle, row.category, row.gas].join(" ");
  const z = new Float64Array(draws);
  normalStream(seed, name).fill(0, z);
  if (group !== null) {
    const common = new Float64Array(draws);
    normalStream(seed, `group ${group}`).fill(0, common);
    const [shared, alone] = [Math.sqrt(r), Math.sqrt(1 - r)];
    for (let d = 0; d < draws; d++) z[d] = shared * common[d]! + alone * z[d]!;
  }
  const values = z.map((normal) => valueAt(normal, row.value));
  if (own === 0) return values;
  normalStream(seed, `${name} own`).fill(0, z);
  return values.map((value, d) => value + own * z[d]!);
}
