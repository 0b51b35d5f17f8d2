import { industryAllocation } from "./tools/allocation.ts";
import { cbamEmbedded } from "./tools/embedded.ts";
import { avoidedExports } from "./tools/exports.ts";
import { cbamObligation } from "./tools/obligation.ts";
import { avoidedSurface } from "./tools/surface.ts";
import { cbamYears } from "./tools/years.ts";

/** What goods carry over the border of the European Union: the carbon border adjustment mechanism. */
export const cbam = {
  embedded: cbamEmbedded,
  obligation: cbamObligation,
  years: cbamYears,
};

/** What exported goods avoid abroad, without their making. */
export const avoided = {
  exports: avoidedExports,
  surface: avoidedSurface,
};

/** The national carbon market, of plants. */
export const carbonMarket = {
  allocation: industryAllocation,
};
