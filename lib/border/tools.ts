import { cbamEmbedded } from "./tools/embedded.ts";
import { avoidedExports } from "./tools/exports.ts";
import { cbamObligation } from "./tools/obligation.ts";
import { avoidedSolar } from "./tools/solar.ts";
import { avoidedSurface } from "./tools/surface.ts";
import { avoidedWind } from "./tools/wind.ts";

/** What goods carry over the border of the European Union: the carbon border adjustment mechanism. */
export const cbam = {
  embedded: cbamEmbedded,
  obligation: cbamObligation,
};

/** What exported goods avoid abroad. */
export const avoided = {
  exports: avoidedExports,
  solar: avoidedSolar,
  surface: avoidedSurface,
  wind: avoidedWind,
};
