import { type Evidence, weakest } from "../quantity/evidence.ts";
import { countriesOf } from "./national-series.ts";

/** A net flux of managed land as an inventory reports it. */
export interface ReportedFlux {
  /** ISO 3166 alpha-3, or a group that has a figure of its own. */
  readonly region: string;
  readonly year: number;
  /** Mt CO2; negative where land takes up. */
  readonly value: number;
  readonly source: string;
  /** How the value came here. */
  readonly status: Evidence;
}

/** What is reported of a region: the flux with the number of inventories in it, or the members that report none. */
export type ReportedRegion =
  | { readonly flux: ReportedFlux; readonly inventories: number }
  | { readonly flux: null; readonly missing: readonly string[] };

/** Net fluxes of managed land by country and year. A year that is not reported is not filled from another. */
export class ReportedLand {
  readonly #fluxes = new Map<string, Map<number, ReportedFlux>>();
  /** In which anything is reported; rising. */
  readonly #years: readonly number[];

  /** The later of two fluxes of one region and year counts. */
  constructor(fluxes: readonly ReportedFlux[]) {
    for (const flux of fluxes) {
      const years = this.#fluxes.get(flux.region) ?? new Map<number, ReportedFlux>();
      this.#fluxes.set(flux.region, years);
      years.set(flux.year, flux);
    }
    this.#years = [...new Set(fluxes.map(({ year }) => year))].sort((a, b) => a - b);
  }

  /** A group without a figure of its own is the sum of its members, where every one of them reports. Throws PanoramaError. */
  of(region: string, year: number): ReportedRegion {
    const own = this.#fluxes.get(region)?.get(year);
    if (own) return { flux: own, inventories: 1 };
    const members = countriesOf(region, year);
    const parts = members.flatMap((member) => this.#fluxes.get(member)?.get(year) ?? []);
    if (parts.length < members.length || parts.length === 0) {
      const reported = new Set(parts.map((part) => part.region));
      return { flux: null, missing: members.filter((member) => !reported.has(member)) };
    }
    const flux: ReportedFlux = {
      region,
      year,
      value: parts.reduce((sum, { value }) => sum + value, 0),
      source: [...new Set(parts.map(({ source }) => source))].join("; "),
      status: weakest(parts.map(({ status }) => status)),
    };
    return { flux, inventories: parts.length };
  }

  /** The years in which a region, or every member of it, reports; rising. */
  yearsOf(region: string): number[] {
    return this.#years.filter((year) => this.of(region, year).flux !== null);
  }
}
