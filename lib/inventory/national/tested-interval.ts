import { besideOthers } from "./beside.ts";
import type { EstimatedInterval } from "./estimated-interval.ts";
import { type GasCoverage, gasCoverage } from "./gas-coverage.ts";
import type { NationalInventories, NationalOptions } from "./national-inventory.ts";
import { nationalTotal } from "./national-inventory.ts";
import type { PublishedInventories } from "./published-inventories.ts";
import { type TotalInterval, totalInterval } from "./total-interval.ts";

/** A total of a country beside the totals that others publish, to count how often its interval holds them. kt CO2e, AR5, without land use. */
export interface TestedInterval {
  readonly region: string;
  readonly year: number;
  readonly total: number;
  /** The interval of the total; null where it is not claimed. */
  readonly interval: TotalInterval["interval"];
  /** That of what is estimated, which is no statement about the total. */
  readonly estimated: EstimatedInterval | null;
  readonly published: readonly { readonly source: string; readonly total: number; readonly isInside: boolean | null }[];
  readonly coverage: readonly GasCoverage[];
}

const METRIC = "AR5.GWP100";

/** One country and year for a test of coverage: null in `isInside` where there is no interval of the total. */
export function testedInterval(
  inventories: NationalInventories,
  published: PublishedInventories,
  region: string,
  year: number,
  options: NationalOptions = {},
): TestedInterval {
  const lines = inventories.lines(region, year, options);
  const { withoutLulucf: total, estimated } = nationalTotal(lines, METRIC);
  const { interval } = totalInterval(region, year, lines, estimated, published, METRIC);
  const totals = besideOthers(region, year, lines, published).filter(({ gas }) => gas === "all");
  return {
    region,
    year,
    total,
    interval,
    estimated,
    published: totals.map(({ source, theirs }) => ({
      source: typeof source === "string" ? source : "UNFCCC",
      total: theirs * 1000,
      isInside: interval && interval.lo <= theirs * 1000 && theirs * 1000 <= interval.hi,
    })),
    coverage: gasCoverage(region, year, lines, published),
  };
}
