import { spans } from "../numeric/spans.ts";
import { wasRead } from "../quantity/evidence.ts";
import { type AccountRow, rangeOf } from "./account.ts";
import type { Accounts } from "./fossil-accounts.ts";
import type { NationalSeries } from "./national-series.ts";
import type { ReportedLand } from "./reported-land.ts";

/** Where the account of land ends. */
export const boundaries = ["fossil", "land-use change", "managed land"] as const;
export type Boundary = (typeof boundaries)[number];

export interface LandSources {
  readonly edition: string;
  /** Net land-use change by bookkeeping models, Mt CO2; the mean counts. */
  readonly models: readonly NationalSeries[];
  /** Net flux of managed land, as inventories report it. */
  readonly reported: ReportedLand;
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
  const reported = sources.reported.of(region, year);
  if (reported.flux === null)
    return { rows: [row], lacks: [...lacks, unreported(region, year, reported.missing, sources.reported)] };
  const { flux, inventories } = reported;
  const indirect = flux.value - value;
  const range = rangeOf(
    indirect,
    found.map((each) => ({ value: flux.value - each.value })),
  );
  const sum = inventories > 1 ? `; reported is the sum of ${inventories} national inventories` : "";
  const doubt = wasRead(flux.status) ? "" : "; unverified: recalled from the report";
  return {
    rows: [
      row,
      {
        ...common,
        category: "managed land, indirect",
        value: indirect,
        ...range,
        source: flux.source,
        method: `reported less land-use change (managed-land proxy)${sum}${doubt}`,
      },
    ],
    lacks,
  };
}

function unreported(region: string, year: number, missing: readonly string[], reported: ReportedLand): string {
  const years = reported.yearsOf(region);
  const who = missing.includes(region) ? "" : `: that of ${missing.join(", ")} is missing`;
  const hint = years.length > 0 ? ` It has ${spans(years)}.` : "";
  return `No reported land flux of ${region} in ${year} ships${who}.${hint}`;
}
