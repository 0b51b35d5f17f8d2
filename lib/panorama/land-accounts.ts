import { type Evidence, wasRead } from "../quantity/evidence.ts";
import { type AccountRow, rangeOf } from "./account.ts";
import type { Accounts } from "./fossil-accounts.ts";
import type { NationalSeries } from "./national-series.ts";

/** Where the account of land ends. */
export const boundaries = ["fossil", "land-use change", "managed land"] as const;
export type Boundary = (typeof boundaries)[number];

/** A net flux as an inventory reports it, Mt CO2. */
export interface ReportedLand {
  readonly region: string;
  readonly year: number;
  readonly value: number;
  readonly source: string;
  /** How the value came here. */
  readonly status: Evidence;
}

export interface LandSources {
  readonly edition: string;
  /** Net land-use change by bookkeeping models, Mt CO2; the mean counts. */
  readonly models: readonly NationalSeries[];
  readonly reported: readonly ReportedLand[];
}

/**
 * Land within the boundary. Land-use change is the mean of the bookkeeping models with their range. The managed-land proxy adds
 * what the inventory counts besides: reported less land-use change, the growth of managed forests by CO2, nitrogen and climate.
 * Both follow the territory: land embodied in trade is in no table at hand.
 *
 * Source: Grassi et al. (2021), doi:10.1038/s41558-021-01033-6.
 */
export function landAccounts(region: string, year: number, boundary: Boundary, sources: LandSources): Accounts {
  if (boundary === "fossil") return { rows: [], lacks: [] };
  const found = sources.models.flatMap((model) => {
    const { value, missing } = model.of(region, year);
    return value === null ? [] : [{ model, value, missing }];
  });
  if (found.length === 0)
    return { rows: [], lacks: [`${sources.edition} has no land-use change of ${region} in ${year}.`] };
  const common = { region, year, gas: "CO2", principle: "natural", unit: "Mt CO2", metric: "" } as const;
  const value = found.reduce((sum, each) => sum + each.value, 0) / found.length;
  const row: AccountRow = {
    ...common,
    category: "land-use change",
    value,
    ...rangeOf(value, found),
    source: sources.edition,
    method: `mean of ${found.map(({ model }) => model.name).join(", ")}, by territory; lo and hi are the lowest and highest of them`,
  };
  const lacks = found.flatMap(({ model, missing }) =>
    missing.length > 0 ? [`${model.name} has no land-use change of ${missing.join(", ")} in ${year}.`] : [],
  );
  if (boundary === "land-use change") return { rows: [row], lacks };
  const reported = sources.reported.find((each) => each.region === region && each.year === year);
  if (!reported) {
    const years = sources.reported.filter((each) => each.region === region).map((each) => each.year);
    const hint = years.length > 0 ? ` It has ${years.join(", ")}.` : "";
    return { rows: [row], lacks: [...lacks, `No reported land flux of ${region} in ${year} ships.${hint}`] };
  }
  const indirect = reported.value - value;
  const range = rangeOf(
    indirect,
    found.map((each) => ({ value: reported.value - each.value })),
  );
  const doubt = wasRead(reported.status) ? "" : "; unverified: recalled from the report";
  return {
    rows: [
      row,
      {
        ...common,
        category: "managed land, indirect",
        value: indirect,
        ...range,
        source: reported.source,
        method: `reported less land-use change (managed-land proxy)${doubt}`,
      },
    ],
    lacks,
  };
}
