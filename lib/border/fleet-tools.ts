import { avoidedSolar } from "./tools/solar.ts";
import { avoidedWind } from "./tools/wind.ts";

/** What exported fleets avoid abroad beside their making. Apart from `tools.ts`, because making needs the code of life cycles. */
export const exportedFleets = {
  solar: avoidedSolar,
  wind: avoidedWind,
};
