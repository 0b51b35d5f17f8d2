import { type Evidence, weakest } from "../quantity/evidence.ts";
import { countriesOf } from "./national-series.ts";

/** A net flux of managed land as reported by an inventory. */
export interface ReportedFlux {
  /** ISO 3166 alpha-3, or a group with its own figure. */
  readonly region: string;
  readonly year: number;
  /** Mt CO2; negative for uptake. */
  readonly value: number;
  readonly source: string;
  /** Evidence for the value. */
  readonly status: Evidence;
}

/** The reported flux of a region with its number of inventories, or the members without a report. */
export type ReportedRegion =
  | { readonly flux: ReportedFlux; readonly inventories: number }
  | { readonly flux: null; readonly missing: readonly string[] };

/** Net fluxes of managed land by country and year. A missing year is not filled from another. */
export class ReportedLand {
  readonly #fluxes = new Map<string, Map<number, ReportedFlux>>();
  /** Years with any report, ascending. */
  readonly #years: readonly number[];

  /** For duplicate fluxes of one region and year the last is used. */
  constructor(fluxes: readonly ReportedFlux[]) {
    for (const flux of fluxes) {
      const years = this.#fluxes.get(flux.region) ?? new Map<number, ReportedFlux>();
      this.#fluxes.set(flux.region, years);
      years.set(flux.year, flux);
    }
    this.#years = [...new Set(fluxes.map(({ year }) => year))].sort((a, b) => a - b);
  }

  /** A group without its own figure is the sum of its members, if all of them report. Throws PanoramaError. */
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

  /** The years in which a region, or all of its members, report; ascending. */
  yearsOf(region: string): number[] {
    return this.#years.filter((year) => this.of(region, year).flux !== null);
  }
}
