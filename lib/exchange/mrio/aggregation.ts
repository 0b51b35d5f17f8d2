/**
 * Aggregation of labels while a table is read: each given label becomes the one it is mapped to. Labels that are
 * not named become `rest…`, or stay as they are if it is omitted.
 */
export interface Aggregation {
  readonly regions?: Readonly<Record<string, string>>;
  readonly sectors?: Readonly<Record<string, string>>;
  readonly restOfRegions?: string;
  readonly restOfSectors?: string;
}

export function regionOf({ regions, restOfRegions }: Aggregation, region: string): string {
  return own(regions, region) ?? restOfRegions ?? region;
}

export function sectorOf({ sectors, restOfSectors }: Aggregation, sector: string): string {
  return own(sectors, sector) ?? restOfSectors ?? sector;
}

/** The numbers of regions and sectors after aggregation. */
export function sizeAfter(
  aggregation: Aggregation | undefined,
  regions: readonly string[],
  sectors: readonly string[],
): { regions: number; sectors: number } {
  if (!aggregation) return { regions: regions.length, sectors: sectors.length };
  return {
    regions: new Set(regions.map((region) => regionOf(aggregation, region))).size,
    sectors: new Set(sectors.map((sector) => sectorOf(aggregation, sector))).size,
  };
}

/** Keeps the named labels and aggregates all others. */
export function aggregateOthers(regions: readonly string[] | undefined, sectors?: readonly string[]): Aggregation {
  const same = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
  return {
    ...(regions && { regions: same(regions), restOfRegions: "ROW" }),
    ...(sectors && { sectors: same(sectors), restOfSectors: "Other sectors" }),
  };
}

function own(names: Readonly<Record<string, string>> | undefined, name: string): string | undefined {
  return names && Object.hasOwn(names, name) ? names[name] : undefined;
}
