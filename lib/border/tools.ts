import { cbamEmbedded } from "./tools/embedded.ts";
import { avoidedExports } from "./tools/exports.ts";
import { cbamObligation } from "./tools/obligation.ts";

/** What goods carry over the border of the European Union: the carbon border adjustment mechanism. */
export const cbam = {
  embedded: cbamEmbedded,
  obligation: cbamObligation,
};

/** What exported goods avoid abroad. */
export const avoided = {
  exports: avoidedExports,
};
