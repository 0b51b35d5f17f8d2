// Uncertain numbers: `sample`, the distributions, `spread`. Global names, as `library.d.ts`.

/** A distribution as plain data, as `sample` and the tools of `uncertainty` take it. */
type Distribution = Readonly<Record<string, unknown>> & { readonly type: string };

interface SampleOptions {
  /** Samples of one group are drawn together: the same factor in all years, a bias that all sites share. */
  group?: string;
  /** Rank correlation of two members of the group, from 0 to 1; 1 if left out. */
  r?: number;
}

/**
 * An uncertain number: the central value, as the page shows it, which ± of any cell draws anew. The name is the number's own:
 * two samples of one name are the same number.
 * `const ef = sample("coal EF", lognormal({mean: 94.6, lo: 89.5, hi: 99.7}))`
 */
declare function sample(name: string, distribution: Distribution, options?: SampleOptions): number;

/** A normal distribution: a mean with sd, variance, halfWidth (half of the 95 % interval), halfWidthPercent, or lo and hi. */
declare function normal(given: {
  mean?: number;
  sd?: number;
  variance?: number;
  /** Half of the 95 % interval. */
  halfWidth?: number;
  /** The same in per cent of the mean: the ± U % of the IPCC Guidelines. */
  halfWidthPercent?: number;
  lo?: number;
  hi?: number;
}): Distribution;

/** A lognormal distribution: a mean or median with geometricSd, sd, or the 95 % bounds lo and hi; the bounds alone are enough. */
declare function lognormal(given: {
  mean?: number;
  median?: number;
  /** exp σ, above 1 */
  geometricSd?: number;
  sd?: number;
  /** 2.5 % quantile */
  lo?: number;
  /** 97.5 % quantile */
  hi?: number;
}): Distribution;

/** From lo over the mode to hi, which are its ends. */
declare function triangular(given: { lo: number; mode: number; hi: number }): Distribution;

/** Anywhere from lo to hi, equally likely. */
declare function uniform(given: { lo: number; hi: number }): Distribution;

/** The beta distribution of shapes α and β from lo to hi (0 to 1 if left out). */
declare function beta(given: { alpha: number; beta: number; lo?: number; hi?: number }): Distribution;

/** The PERT distribution: least, most likely, greatest. */
declare function pert(given: { lo: number; mode: number; hi: number; lambda?: number }): Distribution;

/** Single values, each with its probability. */
declare function discrete(given: { values: readonly number[]; probabilities: readonly number[] }): Distribution;

/** The values of a sample, all equally likely. */
declare function empirical(given: { values: readonly number[] } | Iterable<number>): Distribution;

/** The part of a distribution from lo to hi; of `factorBounds` the published bounds stay the 95 % bounds of the part. */
declare function truncated(of: Distribution, bounds: { lo?: number; hi?: number }): Distribution;

/**
 * The distribution of a factor from its value and 95 % bounds, as emission-factor tables give them: the bounds are kept exactly, the
 * value is the median, and the law leans as the bounds do.
 */
declare function factorBounds(factor: {
  value: number;
  lo: number;
  hi: number;
  law?: "normal" | "lognormal" | "triangular" | "uniform" | null;
}): Distribution;

/** A lognormal distribution by the scores of the pedigree matrix. */
declare function pedigree(given: {
  median: number;
  basic?: number;
  scores: Readonly<Record<string, number>>;
}): Distribution;

/** Bounds of the central 95 %, median, mean and standard deviation. */
interface SpreadFields {
  readonly lo: number;
  readonly p50: number;
  readonly hi: number;
  readonly mean: number;
  readonly sd: number;
}

interface SpreadOptions {
  /** The field whose spread is asked, where records have several uncertain ones. */
  of?: string;
  /** So many draws; 1,000 if left out. */
  draws?: number;
}

/**
 * How uncertain a value of another cell is: its records with `lo`, `p50`, `hi`, `mean` and `sd` beside their own fields.
 * `Plot.areaY(await spread(series), {x: "year", y1: "lo", y2: "hi"})` draws the band.
 */
declare function spread(value: number, options?: SpreadOptions): Promise<SpreadFields & { readonly value: number }>;
declare function spread<Row extends object>(
  rows: Iterable<Row>,
  options?: SpreadOptions,
): Promise<(Row & SpreadFields)[]>;
declare function spread(
  numbers: Iterable<number>,
  options?: SpreadOptions,
): Promise<(SpreadFields & { readonly index: number; readonly value: number })[]>;
