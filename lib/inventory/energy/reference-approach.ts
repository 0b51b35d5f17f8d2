import {
  apparentConsumptionPrimary,
  apparentConsumptionSecondary,
  excludedCarbon,
  referenceEmissions,
  referenceTotal,
} from "../equations/reference-approach.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";

/** One fuel of the energy balance. Masses are converted to energy by the net calorific value. */
export interface FuelSupply {
  readonly fuel: string;
  /** For primary fuels only; production of secondary fuels is already counted in the primary ones. */
  readonly production?: Given;
  readonly imports?: Given;
  readonly exports?: Given;
  readonly bunkers?: Given;
  readonly stockChange?: Given;
  readonly nonEnergyUse?: Given;
  readonly carbonContent: Given;
  readonly oxidised?: Given;
}

/** CO2 of all fuels by the reference approach, each with its steps. Eq 6.1 to 6.4. */
export function referenceApproach(fuels: readonly FuelSupply[]): TierResult {
  const steps = new Steps();
  const parts = fuels.map((fuel) => {
    const label = fuel.fuel;
    const flows = {
      Imports: fuel.imports ?? 0,
      Exports: fuel.exports ?? 0,
      Bunkers: fuel.bunkers ?? 0,
      StockChange: fuel.stockChange ?? 0,
    };
    const AC =
      fuel.production === undefined
        ? steps.take(apparentConsumptionSecondary, flows, { label })
        : steps.take(apparentConsumptionPrimary, { Production: fuel.production, ...flows }, { label });
    const CC = fuel.carbonContent;
    const ExC = steps.take(excludedCarbon, { NEU: fuel.nonEnergyUse ?? 0, CC }, { label });
    return steps.take(referenceEmissions, { AC, CC, ExC, COF: fuel.oxidised ?? 1 }, { label });
  });
  const total = steps.sum(parts, "Gg CO2", referenceTotal);
  return { emissions: [total], steps: steps.list };
}
