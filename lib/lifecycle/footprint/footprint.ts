import type { FootprintInput } from "./aggregate-footprints.ts";

/**
 * The climate kinds that a product footprint keeps apart; each kilogram is in one of them. Aircraft and packaging are parts of
 * these, not kinds of their own.
 * - `fossil`: fossil carbon and industrial gases, without land management.
 * - `landManagementFossil`: fuels, fertiliser and liming of the land that grows the product.
 * - `landUseChange`: carbon lost by a change of land use.
 * - `landManagementCO2`: biogenic CO2 from carbon stocks of land that keeps its use.
 * - `landManagementRemoval`: CO2 taken up by such stocks; not above zero.
 * - `biogenicNonCO2`: CH4 and N2O of biomass.
 */
export const footprintKinds = [
  "fossil",
  "landManagementFossil",
  "landUseChange",
  "landManagementCO2",
  "landManagementRemoval",
  "biogenicNonCO2",
] as const;
export type FootprintKind = (typeof footprintKinds)[number];

/** The place for which a footprint holds. */
export type FootprintPlace =
  | { readonly level: "global" }
  | { readonly level: "region" | "country" | "subdivision"; readonly code: string };

/** The computed footprint of a product, of the cradle-to-gate kind, per declared unit. */
export interface Footprint {
  /** The declared unit: an amount, such as 12 L. */
  readonly declared: { readonly amount: number; readonly unit: string };
  /** kg of product in the declared unit, without packaging; 0 for energy, transport and services. */
  readonly mass: number;
  /** kg CO2e per declared unit. A kind that is not known is absent, which is not the same as 0. */
  readonly emissions: Readonly<Partial<Record<FootprintKind, number>>> & { readonly fossil: number };
  /** kg C per declared unit, in the product as it leaves the gate. */
  readonly carbon: { readonly fossil: number; readonly biogenic: number; readonly recycled?: number | undefined };
  /** kg CO2e per declared unit: parts of `emissions`, and what is reported beside it. */
  readonly aircraft?: number | undefined;
  readonly outbound?: number | undefined;
  /** Whether packaging is within the boundary, with its part of `emissions` (kg CO2e) and its biogenic carbon (kg C) if known. */
  readonly packaging: {
    readonly included: boolean;
    readonly emissions?: number | undefined;
    readonly biogenicCarbon?: number | undefined;
  };
  /** What the footprint is the sum of, by which data quality is weighted. */
  readonly inputs: readonly FootprintInput[];
  /** The metric of the CO2 equivalents, e.g. `AR6.GWP100`. */
  readonly metric: string;
  /** First day, and the day after the last, of the activity data: ISO 8601 with a time zone. */
  readonly period: { readonly start: string; readonly end: string };
  readonly place: FootprintPlace;
  /** The processes within the boundary, in words. */
  readonly boundary: string;
  /** The part of the emissions that the cut-off rule left out (0 to 1), and why. */
  readonly exempted: { readonly share: number; readonly reason?: string | undefined };
  readonly allocation?: string | undefined;
}

/** kg CO2e per declared unit without the uptake of biogenic carbon: the sum of the kinds. */
export function totalOf(emissions: Footprint["emissions"]): number {
  return footprintKinds.reduce((sum, kind) => sum + (emissions[kind] ?? 0), 0);
}
