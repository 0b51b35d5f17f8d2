import { gridAverages } from "../../factors/shipped-grids.ts";
import type { Read } from "../../tool/read.ts";

/** The emission factor of a grid. */
export interface GridFactor {
  readonly place: string;
  readonly year: number;
  /** kg per kWh */
  readonly factor: number;
  /** `life-cycle`: CO2e over the life cycle of the plants; `plants`: CO2 of the plants alone. */
  readonly counts: "life-cycle" | "plants";
  readonly dataset: string;
}

/** Where lines come from: codes of places, and the grids there. */
export class AssessmentPlaces {
  readonly grids: ReadonlyMap<string, GridFactor>;
  private readonly short: ReadonlyMap<string, string>;

  constructor(grids: ReadonlyMap<string, GridFactor> = new Map(), short: ReadonlyMap<string, string> = new Map()) {
    this.grids = grids;
    this.short = short;
  }

  /** A place as inventories write it: CN for CHN and for CN-BJ. */
  codesOf(place: string | undefined): string[] {
    if (place === undefined) return [];
    return [place, this.short.get(place) ?? place.slice(0, Math.max(2, place.indexOf("-")))];
  }
}

/** The places of the shipped datasets. */
export async function assessmentPlaces(read: Read): Promise<AssessmentPlaces> {
  const countries = await read("countries");
  const [long, short] = [countries.texts("iso3"), countries.texts("iso2")];
  const codes = new Map<string, string>();
  for (let row = 0; row < countries.rows; row++) {
    const [from, to] = [long[row], short[row]];
    if (from != null && to != null) codes.set(from, to);
  }
  return new AssessmentPlaces(await gridFactors(read), codes);
}

/** The factors of countries (ISO 3166-1 alpha-3) and of Chinese provinces (ISO 3166-2), the newest of each. */
async function gridFactors(read: Read): Promise<ReadonlyMap<string, GridFactor>> {
  const found = new Map<string, GridFactor>();
  for (const { country, place, year, value, lifeCycle, dataset } of await gridAverages(read)) {
    const at = place ?? country;
    if (at === null || year === null) continue;
    const known = found.get(at);
    if (known && known.year >= year) continue;
    // Of countries in grams, of China in kilograms.
    const [factor, counts] = lifeCycle ? ([value / 1000, "life-cycle"] as const) : ([value, "plants"] as const);
    found.set(at, { place: at, year, factor, counts, dataset });
  }
  return found;
}
