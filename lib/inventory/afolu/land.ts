import { z } from "zod";
import { type Quantity, quantity } from "../../quantity/quantity.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { ratio } from "../../tool/unit.ts";
import {
  biomassChange,
  biomassGain,
  biomassLoss,
  carbonGain,
  co2OfStockChange,
  conversionChange,
  disturbanceLoss,
  fireEmissions,
  fuelwoodRemovals,
  initialConversion,
  mineralSoilChange,
  organicSoilLoss,
  soilStock,
  soilTotal,
  stockDifference,
  totalGrowth,
  woodRemovals,
} from "../equations/carbon-stocks.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";

/** The six land uses of the guidelines. */
export const landUses = ["forest land", "cropland", "grassland", "wetlands", "settlements", "other land"] as const;
export type LandUse = (typeof landUses)[number];

/** The category of land remaining in or converted to a use: 3.B.1.a forest remaining forest, 3.B.2.b.i forest to cropland. */
export function landCategory(from: LandUse, to: LandUse): string {
  const use = landUses.indexOf(to) + 1;
  if (from === to) return `3.B.${use}.a`;
  // Wetlands, settlements and other land are not distinguished by former use.
  if (use > 3) return `3.B.${use}.b`;
  const others = landUses.filter((other) => other !== to);
  return `3.B.${use}.b.${["i", "ii", "iii", "iv", "v"][others.indexOf(from)]}`;
}

/** Land remaining in the same use, by gains and losses. Omitted values are 0. */
export interface GainsAndLosses {
  readonly area: Given;
  /** t d.m./ha/yr above ground. */
  readonly growth: Given;
  /** Root to shoot. */
  readonly R: number;
  /** Carbon fraction; default 0.47. */
  readonly CF?: Given;
  readonly harvest?: { readonly volume: Given; readonly BCEF_R: Given };
  readonly fuelwood?: { readonly trees: Given; readonly BCEF_R: Given; readonly parts: Given; readonly density: Given };
  readonly disturbance?: { readonly area: Given; readonly biomass: Given; readonly share: Given };
}

const FRACTION = { value: 0.47, unit: "t C/t d.m." };

/** CO2 of biomass by gains and losses. Vol 4 Eq 2.7, 2.9 to 2.14. */
export function gainLoss(land: GainsAndLosses): TierResult {
  const steps = new Steps();
  const change = changeByGrowth(land, steps);
  return { emissions: [steps.take(co2OfStockChange, { dC: change })], steps: steps.list };
}

function changeByGrowth(land: GainsAndLosses, steps: Steps): Quantity {
  const { gains, losses } = gainsAndLosses(land, steps);
  return steps.take(biomassChange, { dC_G: gains, dC_L: losses });
}

function gainsAndLosses(land: GainsAndLosses, steps: Steps): { gains: Quantity; losses: Quantity } {
  const { R, CF = FRACTION, harvest, fuelwood, disturbance } = land;
  const G_TOTAL = steps.take(totalGrowth, { G_W: land.growth, R });
  const gains = steps.take(biomassGain, { A: land.area, G_TOTAL, CF });
  const L_wood = harvest ? steps.take(woodRemovals, { H: harvest.volume, BCEF_R: harvest.BCEF_R, R, CF }) : 0;
  const L_fuel = fuelwood
    ? steps.take(fuelwoodRemovals, {
        FG_trees: fuelwood.trees,
        BCEF_R: fuelwood.BCEF_R,
        R,
        FG_part: fuelwood.parts,
        D: fuelwood.density,
        CF,
      })
    : 0;
  const L_dist = disturbance
    ? steps.take(disturbanceLoss, { A: disturbance.area, B_W: disturbance.biomass, R, CF, fd: disturbance.share })
    : 0;
  return { gains, losses: steps.take(biomassLoss, { L_wood, L_fuel, L_dist }) };
}

/** CO2 of a carbon stock that was measured twice. Vol 4 Eq 2.5. */
export function stockChange(stocks: {
  readonly C1: Given;
  readonly t1: number;
  readonly C2: Given;
  readonly t2: number;
}): TierResult {
  const steps = new Steps();
  const dC = steps.take(stockDifference, stocks);
  return { emissions: [steps.take(co2OfStockChange, { dC })], steps: steps.list };
}

/** CO2 of biomass of land in the year of its conversion. Vol 4 Eq 2.15, 2.16. */
export function landConversion(land: {
  readonly area: Given;
  /** t d.m./ha above ground; `R` adds the roots. */
  readonly before: Given;
  readonly R: number;
  readonly after: Given;
  /** Growth of the new use in the year, t C/ha/yr. */
  readonly growth: Given;
  readonly CF?: Given;
}): TierResult {
  const steps = new Steps();
  const { area: A, CF = FRACTION, R } = land;
  const above = typeof land.before === "number" ? quantity(land.before, "t d.m./ha") : land.before;
  const B_BEFORE = { value: above.value * (1 + R), unit: above.unit };
  const dC_CONV = steps.take(initialConversion, { B_AFTER: land.after, B_BEFORE, A, CF });
  const dC_G = steps.take(carbonGain, { A, G: land.growth });
  const dC = steps.take(conversionChange, { dC_G, dC_CONV, dC_L: 0 });
  return { emissions: [steps.take(co2OfStockChange, { dC })], steps: steps.list };
}

/** Stock factors of a mineral soil under one use. */
export const soilUseShape = z.object({
  FLU: ratio,
  FMG: ratio,
  FI: ratio,
});
export type SoilUse = ResultOf<typeof soilUseShape>;

/** CO2 of mineral soils under a change of use over D years, and of drained organic soils. Vol 4 Eq 2.24 to 2.26. */
export function soilCarbon(soil: {
  readonly area: Given;
  readonly SOCref: Given;
  readonly before: SoilUse;
  readonly now: SoilUse;
  /** Years of transition; default 20. */
  readonly years?: number;
  readonly organic?: readonly { readonly soil: string; readonly area: Given; readonly factor: Given }[];
}): TierResult {
  const steps = new Steps();
  const { area: A, SOCref } = soil;
  const SOC0 = steps.take(soilStock, { SOCref, ...soil.now, A }, { label: "now" });
  const SOCbefore = steps.take(soilStock, { SOCref, ...soil.before, A }, { label: "before" });
  const mineral = steps.take(mineralSoilChange, { SOC0, SOCbefore, D: soil.years ?? 20 });
  const lost = (soil.organic ?? []).map(({ soil: label, area, factor }) =>
    steps.take(organicSoilLoss, { A: area, EF: factor }, { label }),
  );
  const change = [mineral, ...lost.map(({ value, unit }) => quantity(-value, unit))];
  const dC = steps.sum(change, "t C", soilTotal);
  return { emissions: [steps.take(co2OfStockChange, { dC })], steps: steps.list };
}

/** Emissions of fire by gas. Vol 4 Eq 2.27. @param gases factors by gas, g/kg dry matter. */
export function fire(burnt: {
  readonly area: Given;
  readonly fuel: Given;
  /** Combustion factor; 1 if the fuel is already the amount that burns (Table 2.4). */
  readonly share: Given;
  readonly gases: Readonly<Record<string, Given>>;
}): TierResult {
  const steps = new Steps();
  const emissions = Object.entries(burnt.gases).map(([gas, Gef]) =>
    steps.take(fireEmissions, { A: burnt.area, MB: burnt.fuel, Cf: burnt.share, Gef }, { gas, label: gas }),
  );
  return { emissions, steps: steps.list };
}
