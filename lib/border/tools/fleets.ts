import { avoidedSolar } from "./solar.ts";
import { avoidedWind } from "./wind.ts";

/** What exported fleets avoid abroad beside their making. A list of its own, because making needs the code of life cycles. */
export const exportedFleets = {
  solar: avoidedSolar,
  wind: avoidedWind,
};
