import { equation, type Given, Steps, type TierResult } from "../equation.ts";

/** The reference approach: CO2 from the supply of fuels. IPCC 2006 Guidelines, Vol 2 Ch 6. */

export const apparentConsumptionPrimary = equation(
  "V2 Eq 6.2",
  "Apparent consumption of a primary fuel",
  "AC",
  "TJ NCV",
  {
    Production: "TJ NCV | production",
    Imports: "TJ NCV | imports",
    Exports: "TJ NCV | exports",
    Bunkers: "TJ NCV | international bunkers",
    StockChange: "TJ NCV | increase of stocks | signed",
  },
  ({ Production, Imports, Exports, Bunkers, StockChange }) => Production + Imports - Exports - Bunkers - StockChange,
);

/** A secondary fuel may come out negative: more left the country than came in; its carbon stands in the primary fuel. */
export const apparentConsumptionSecondary = equation(
  "V2 Eq 6.3",
  "Apparent consumption of a secondary fuel",
  "AC",
  "TJ NCV",
  {
    Imports: "TJ NCV | imports",
    Exports: "TJ NCV | exports",
    Bunkers: "TJ NCV | international bunkers",
    StockChange: "TJ NCV | increase of stocks | signed",
  },
  ({ Imports, Exports, Bunkers, StockChange }) => Imports - Exports - Bunkers - StockChange,
);

export const excludedCarbon = equation(
  "V2 Eq 6.4",
  "Carbon that is not burnt as fuel: feedstocks, reductants, non-energy products",
  "ExC",
  "Gg C",
  { NEU: "TJ NCV | use as feedstock, reductant or product", CC: "t C/TJ NCV | carbon content" },
  ({ NEU, CC }) => NEU * CC * 1e-3,
);

export const referenceEmissions = equation(
  "V2 Eq 6.1",
  "CO2 by the reference approach",
  "E",
  "Gg CO2",
  {
    AC: "TJ NCV | apparent consumption | signed",
    CC: "t C/TJ NCV | carbon content",
    ExC: "Gg C | excluded carbon",
    COF: "1 | fraction of carbon oxidised | fraction",
  },
  ({ AC, CC, ExC, COF }) => ((AC * CC * 1e-3 - ExC) * COF * 44) / 12,
);

/** One fuel of the energy balance. Masses are turned into energy by the net calorific value. */
export interface FuelSupply {
  readonly fuel: string;
  /** Primary fuels have a production; of secondary ones it is in the primary already. */
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
  const total = steps.sum(parts, "Gg CO2", {
    symbol: "E",
    equation: "V2 Eq 6.1",
    title: "CO2 of all fuels by the reference approach",
  });
  return { emissions: [total], steps: steps.list };
}

export const approachDifference = equation(
  "V2 Ch6 6.8",
  "Reference beside sectoral approach",
  "D",
  "%",
  { Reference: "Gg CO2 | reference approach | signed", Sectoral: "Gg CO2 | sectoral approach" },
  ({ Reference, Sectoral }) => (100 * (Reference - Sectoral)) / Sectoral,
);
