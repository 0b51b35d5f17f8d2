import { messages } from "../../lib/message/message.ts";
import type { Distribution } from "../../lib/uncertainty/distributions/distribution.ts";
import { type DistributionSpec, distributionOf } from "../../lib/uncertainty/distributions/distribution-spec.ts";
import { UncertaintyError } from "../../lib/uncertainty/uncertainty-error.ts";

const texts = messages("sampling", {
  noName: {
    en: "A sample needs a name first: {example}.",
    zh: "抽样量首先要有名称：{example}。",
  },
  noDistribution: {
    en: "{name}: sample takes a distribution after the name, such as {normal} or {lognormal}.",
    zh: "{name}：sample 的名称之后应为概率分布，例如 {normal} 或 {lognormal}。",
  },
  groupName: {
    en: "{name}: the group of a sample must be a name.",
    zh: "{name}：抽样量的组应为一个名称。",
  },
  labelText: {
    en: "{name}: the label of a sample must be a text.",
    zh: "{name}：抽样量的 label 应为一段文字。",
  },
  correlationWithoutGroup: {
    en: "{name}: r is the correlation within a group; name the group too.",
    zh: "{name}：r 是组内相关系数，请同时给出组名。",
  },
  correlationRange: {
    en: "{name}: the correlation r within a group is {r}; expected a number between 0 and 1.",
    zh: "{name}：组内相关系数 r 应在 0 与 1 之间，但给出的是 {r}。",
  },
});

/** Examples for messages. */
const normal = "normal({mean: 94.6, sd: 2})";
const lognormal = "lognormal({mean: 94.6, lo: 89.5, hi: 99.7})";

/** The correlation of a sample with others, and how it is shown. */
export interface SampleOptions {
  /** The name for readers, for example in their language; by default the sample's own name. It changes no draw. */
  readonly label?: string;
  /** Samples of one group are drawn together: the same factor in all years, or a bias that all sites share. */
  readonly group?: string;
  /** Rank correlation of two members of the group, from 0 to 1; by default 1, the same percentile in every draw. */
  readonly r?: number;
}

/** An uncertain number of a notebook, identified by its name. */
export interface Sample extends SampleOptions {
  readonly name: string;
  readonly spec: DistributionSpec;
}

/** A sample with its parsed distribution. */
export interface ReadSample extends Sample {
  readonly distribution: Distribution;
  /** The value shown on the page. */
  readonly central: number;
}

/** Validates a sample. Throws UncertaintyError with a sentence that names it if the arguments are invalid. */
export function readSample(name: unknown, spec: unknown, options: SampleOptions = {}): ReadSample {
  if (typeof name !== "string" || name.trim() === "")
    throw new UncertaintyError("name", texts.noName({ example: `sample("coal EF", ${normal})` }));
  if (typeof spec !== "object" || spec === null || !("type" in spec))
    throw new UncertaintyError(name, texts.noDistribution({ name, normal, lognormal }));
  const { label, group, r } = options ?? {};
  if (group !== undefined && (typeof group !== "string" || group.trim() === ""))
    throw new UncertaintyError(name, texts.groupName({ name }));
  if (label !== undefined && typeof label !== "string") throw new UncertaintyError(name, texts.labelText({ name }));
  if (r !== undefined && group === undefined) throw new UncertaintyError(name, texts.correlationWithoutGroup({ name }));
  if (r !== undefined && !(r >= 0 && r <= 1)) throw new UncertaintyError(name, texts.correlationRange({ name, r }));
  const distribution = distributionOf(spec as DistributionSpec, name);
  const sample = { name, spec: spec as DistributionSpec, ...(group === undefined ? {} : { group }) };
  return {
    ...sample,
    ...(label ? { label } : {}),
    ...(r === undefined ? {} : { r }),
    distribution,
    central: centreOf(sample.spec, distribution),
  };
}

/**
 * The central value of a distribution: the one its author gave (mean, median, mode or value), so that the account on the page
 * is the published one; the mean if none was given.
 */
export function centreOf(spec: DistributionSpec, distribution: Distribution): number {
  switch (spec.type) {
    case "normal":
    case "lognormal":
      return spec.mean ?? ("median" in spec ? spec.median : undefined) ?? distribution.mean;
    case "triangular":
    case "pert":
      return spec.mode;
    case "factor":
      return spec.value;
    case "pedigree":
      return spec.median;
    case "truncated": {
      const inner = centreGiven(spec.of);
      const [lo, hi] = distribution.support;
      return inner !== undefined && inner >= lo && inner <= hi ? inner : distribution.mean;
    }
    default:
      return distribution.mean;
  }
}

/** The centre that the author of a distribution gave, if any. */
function centreGiven(spec: DistributionSpec): number | undefined {
  if ("value" in spec) return spec.value;
  return "mean" in spec ? spec.mean : "mode" in spec ? spec.mode : undefined;
}

/** Whether two samples of one name are the same uncertain number. */
export function isSameSample(a: Sample, b: Sample): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ spec, group, r }: Sample): string {
  return JSON.stringify([Object.entries(spec).sort(([a], [b]) => (a < b ? -1 : 1)), group ?? null, r ?? 1]);
}
