import type { FactorBook } from "./factor-book.ts";
import type { HeatContents } from "./heat-content.ts";
import type { NationalActivity } from "./national-activity.ts";
import type { OwnActivity } from "./own-activity.ts";

/** National statistics, the US Energy Information Administration, the World Factbook. */
export const energySources = ["national", "EIA", "Factbook"] as const;
export type EnergySource = (typeof energySources)[number];

/** What the lines of one country and year are made from. */
export interface NationalContext {
  /** ISO 3166 alpha-3. */
  readonly region: string;
  readonly year: number;
  /** UN M49 subregion, which decides factors by region. */
  readonly subregion: string;
  readonly activity: NationalActivity;
  readonly book: FactorBook;
  readonly heats: HeatContents;
  readonly own: OwnActivity;
  /** Where heat of fuels may come from, in this order. */
  readonly energySources: readonly EnergySource[];
  /** Clinker per tonne of cement. */
  readonly clinkerFraction: number;
  /** Share of rice fields that are irrigated. */
  readonly irrigatedRice: number;
}
