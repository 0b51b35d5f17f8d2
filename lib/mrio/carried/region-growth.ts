/** Gross domestic product by country and year, current US$; `iso3` null is the world. */
export interface GdpRow {
  readonly iso3: string | null;
  readonly year: number;
  readonly gdp: number;
}

/** The growth of a region's GDP between two years, later over earlier. */
export interface RegionGrowth {
  readonly factor: number;
  /** Whether the region has a value of its own; otherwise it grows with the world less those that have one. */
  readonly isOwn: boolean;
}

/**
 * The growth of GDP in current US$ of each region, in table order. Regions without a value in one of the two years (the rest of
 * the world, Taiwan) share the growth of the remainder: world less the regions that have values.
 */
export function regionGrowth(
  rows: readonly GdpRow[],
  regions: readonly string[],
  from: number,
  to: number,
): RegionGrowth[] {
  const of = (year: number) => new Map(rows.filter((row) => row.year === year).map(({ iso3, gdp }) => [iso3, gdp]));
  const [before, after] = [of(from), of(to)];
  const isOwn = (region: string) => before.has(region) && after.has(region);
  const rest = (values: ReadonlyMap<string | null, number>) =>
    regions.filter(isOwn).reduce((sum, region) => sum - values.get(region)!, values.get(null) ?? Number.NaN);
  const remainder = rest(after) / rest(before);
  return regions.map((region) =>
    isOwn(region)
      ? { factor: after.get(region)! / before.get(region)!, isOwn: true }
      : { factor: remainder, isOwn: false },
  );
}
