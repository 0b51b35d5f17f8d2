import {
  domesticCh4,
  domesticOrganics,
  effluentN2o,
  effluentNitrogen,
  industrialCh4,
  industrialOrganics,
  pathwaysTotal,
  sectorsTotal,
  wastewaterFactor,
} from "../equations/wastewater.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";

/** Wastewater: IPCC 2006 Guidelines, Vol 5 Ch 6. */

/** Domestic wastewater of a country or a city. */
export interface DomesticWastewater {
  readonly population: Given;
  readonly BOD: Given;
  readonly industry?: number;
  readonly Bo: Given;
  /** Shares of treatment pathways; they should sum to 1. */
  readonly pathways: readonly {
    readonly pathway: string;
    readonly U?: Given;
    readonly T: Given;
    readonly MCF: Given;
    readonly recovered?: Given;
  }[];
  readonly sludge?: Given;
  readonly nitrogen?: {
    readonly protein: Given;
    readonly FracNPR: Given;
    readonly FnonCon: number;
    readonly FindCom: number;
    readonly Nsludge?: Given;
    readonly EF: Given;
  };
}

/** CH4 by pathway, and N2O of effluent. Vol 5 Eq 6.1 to 6.3, 6.7, 6.8. */
export function domesticWastewater(water: DomesticWastewater): TierResult {
  const steps = new Steps();
  const { population: P, Bo, sludge: S = 0 } = water;
  const TOW = steps.take(domesticOrganics, { P, BOD: water.BOD, I: water.industry ?? 1.25 });
  const parts = water.pathways.map(({ pathway: label, U = 1, T, MCF, recovered: R = 0 }) => {
    const EF = steps.take(wastewaterFactor, { Bo, MCF }, { label });
    return steps.take(domesticCh4, { U, T, EF, TOW, S, R }, { label });
  });
  const emissions = [steps.sum(parts, "kg CH4", pathwaysTotal)];
  if (water.nitrogen) {
    const { protein: Protein, Nsludge = 0, EF, ...fractions } = water.nitrogen;
    const N = steps.take(effluentNitrogen, { P, Protein, Nsludge, ...fractions });
    emissions.push(steps.take(effluentN2o, { N, EF }));
  }
  return { emissions, steps: steps.list };
}

/** CH4 of industrial wastewater by sector. Vol 5 Eq 6.4 to 6.6. */
export function industrialWastewater(
  sectors: readonly {
    readonly sector: string;
    readonly product: Given;
    readonly water: Given;
    readonly COD: Given;
    readonly Bo: Given;
    readonly MCF: Given;
    readonly sludge?: Given;
    readonly recovered?: Given;
  }[],
): TierResult {
  const steps = new Steps();
  const parts = sectors.map(
    ({ sector: label, product: P, water: W, COD, Bo, MCF, sludge: S = 0, recovered: R = 0 }) => {
      const TOW = steps.take(industrialOrganics, { P, W, COD }, { label });
      const EF = steps.take(wastewaterFactor, { Bo, MCF }, { label });
      return steps.take(industrialCh4, { TOW, S, EF, R }, { label });
    },
  );
  const total = steps.sum(parts, "kg CH4", sectorsTotal);
  return { emissions: [total], steps: steps.list };
}
