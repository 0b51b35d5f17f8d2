import type { Total } from "../equation.ts";
import {
  carbonFlow,
  hexafluoroethane,
  pfcSlope,
  steelCarbonIn,
  steelCarbonOut,
  steelTier2,
} from "../equations/metals.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";

/** Iron and steel, aluminium: IPCC 2006 Guidelines, Vol 3 Ch 4. */

/** A material of the carbon balance. */
export interface CarbonMaterial {
  readonly material: string;
  readonly mass: Given;
  readonly carbon: Given;
}

/** CO2 of an iron and steel works from its carbon inputs and outputs, Tier 2. Vol 3 Eq 4.9. */
export function steelBalance(goesIn: readonly CarbonMaterial[], goesOut: readonly CarbonMaterial[]): TierResult {
  const steps = new Steps();
  const flow = (materials: readonly CarbonMaterial[], all: Total) => {
    const parts = materials.map(({ material: label, mass, carbon }) =>
      steps.take(carbonFlow, { M: mass, C: carbon }, { label }),
    );
    return steps.sum(parts, "t C", all);
  };
  const Cin = flow(goesIn, steelCarbonIn);
  const Cout = flow(goesOut, steelCarbonOut);
  return { emissions: [steps.take(steelTier2, { Cin, Cout })], steps: steps.list };
}

/** CF4 and C2F6 of a smelter by anode effects, Tier 2. Vol 3 Eq 4.26. */
export function aluminiumPfc(smelter: {
  readonly aluminium: Given;
  readonly minutes: Given;
  readonly slope: Given;
  readonly ratio: Given;
}): TierResult {
  const steps = new Steps();
  const E = steps.take(pfcSlope, { S: smelter.slope, AEM: smelter.minutes, MP: smelter.aluminium });
  const c2f6 = steps.take(hexafluoroethane, { E, F: smelter.ratio });
  return { emissions: [E, c2f6], steps: steps.list };
}
