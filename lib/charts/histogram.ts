import { quantileOf } from "../numeric/quantile.ts";

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Bins of equal width over all values, at most 40; by the rule of Freedman and Diaconis (1981). */
export function histogram(values: readonly number[]): Bin[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return [];
  if (least === most) return [{ from: least, to: most, count: sorted.length }];
  const spread = quantileOf(sorted, 0.75) - quantileOf(sorted, 0.25);
  const width = (2 * spread) / Math.cbrt(sorted.length);
  const bins = Math.min(40, Math.max(5, width > 0 ? Math.ceil((most - least) / width) : 10));
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) counts[Math.min(bins - 1, Math.floor(((value - least) / (most - least)) * bins))]! += 1;
  const edge = (i: number) => least + ((most - least) * i) / bins;
  return counts.map((count, i) => ({ from: edge(i), to: edge(i + 1), count }));
}
