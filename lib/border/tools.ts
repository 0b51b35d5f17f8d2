import { industryAllocation } from "./tools/allocation.ts";
import { cbamEmbedded } from "./tools/embedded.ts";
import { avoidedExports } from "./tools/exports.ts";
import { cbamObligation } from "./tools/obligation.ts";
import { avoidedSolar } from "./tools/solar.ts";
import { avoidedSurface } from "./tools/surface.ts";
import { avoidedWind } from "./tools/wind.ts";
import { cbamYears } from "./tools/years.ts";

/** What goods carry over the border of the European Union: the carbon border adjustment mechanism. */
export const cbam = {
  embedded: cbamEmbedded,
  obligation: cbamObligation,
  years: cbamYears,
};

/** What exported goods avoid abroad. */
export const avoided = {
  exports: avoidedExports,
  solar: avoidedSolar,
  surface: avoidedSurface,
  wind: avoidedWind,
};

/** The national carbon market, of plants. */
export const carbonMarket = {
  allocation: industryAllocation,
};
