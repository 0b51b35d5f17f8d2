import { equation, type Given, Steps, type TierResult } from "../equation.ts";

/** Wastewater: IPCC 2006 Guidelines, Vol 5 Ch 6. */

export const wastewaterFactor = equation(
  "V5 Eq 6.2",
  "CH4 factor of a treatment",
  "EF",
  "kg CH4/kg",
  { Bo: "kg CH4/kg | methane that organics can give, by BOD or COD", MCF: "1 | methane correction | fraction" },
  ({ Bo, MCF }) => Bo * MCF,
);

export const domesticOrganics = equation(
  "V5 Eq 6.3",
  "Organics in domestic wastewater in a year",
  "TOW",
  "kg",
  {
    P: "person | population",
    BOD: "g/person/d | BOD of a person",
    I: "1 | correction for industry, 1.25 or 1",
  },
  ({ P, BOD, I }) => P * BOD * 0.001 * I * 365,
);

export const domesticCh4 = equation(
  "V5 Eq 6.1",
  "CH4 of domestic wastewater by pathway",
  "E",
  "kg CH4",
  {
    U: "1 | share of the income group | fraction",
    T: "1 | use of the treatment | fraction",
    EF: "kg CH4/kg | factor of the treatment",
    TOW: "kg | organics",
    S: "kg | organics removed as sludge",
    R: "kg CH4 | recovered",
  },
  ({ U, T, EF, TOW, S, R }) => U * T * EF * (TOW - S) - R,
);

export const industrialOrganics = equation(
  "V5 Eq 6.6",
  "Organics in industrial wastewater",
  "TOW",
  "kg",
  { P: "t | product", W: "m3/t | wastewater", COD: "kg/m3 | COD" },
  ({ P, W, COD }) => P * W * COD,
);

export const industrialCh4 = equation(
  "V5 Eq 6.4",
  "CH4 of industrial wastewater",
  "E",
  "kg CH4",
  {
    TOW: "kg | organics",
    S: "kg | organics removed as sludge",
    EF: "kg CH4/kg | factor of the treatment",
    R: "kg CH4 | recovered",
  },
  ({ TOW, S, EF, R }) => (TOW - S) * EF - R,
);

export const effluentNitrogen = equation(
  "V5 Eq 6.8",
  "Nitrogen in effluent in a year",
  "N_effluent",
  "kg N",
  {
    P: "person | population",
    Protein: "kg/person/yr | protein eaten",
    FracNPR: "kg N/kg | nitrogen of protein",
    FnonCon: "1 | factor for protein not eaten, 1.1 to 1.4",
    FindCom: "1 | factor for industry, 1.25",
    Nsludge: "kg N | nitrogen removed with sludge",
  },
  ({ P, Protein, FracNPR, FnonCon, FindCom, Nsludge }) => P * Protein * FracNPR * FnonCon * FindCom - Nsludge,
);

export const effluentN2o = equation(
  "V5 Eq 6.7",
  "N2O of effluent",
  "E",
  "kg N2O",
  { N: "kg N | nitrogen in effluent", EF: "kg N2O-N/kg N | factor" },
  ({ N, EF }) => (N * EF * 44) / 28,
);

export const plantN2o = equation(
  "V5 Eq 6.9",
  "N2O of advanced treatment plants",
  "E",
  "kg N2O",
  {
    P: "person | population",
    Tplant: "1 | share served by such plants | fraction",
    FindCom: "1 | factor for industry, 1.25",
    EF: "g N2O/person/yr | factor, 3.2",
  },
  ({ P, Tplant, FindCom, EF }) => P * Tplant * FindCom * EF * 1e-3,
);

/** Domestic wastewater of a country or a city. */
export interface DomesticWastewater {
  readonly population: Given;
  readonly BOD: Given;
  readonly industry?: number;
  readonly Bo: Given;
  /** Who uses which treatment; shares of all pathways should sum to 1. */
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
  const emissions = [steps.sum(parts, "kg CH4", { symbol: "E", equation: "V5 Eq 6.1", title: "CH4 of all pathways" })];
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
  const total = steps.sum(parts, "kg CH4", { symbol: "E", equation: "V5 Eq 6.4", title: "CH4 of all sectors" });
  return { emissions: [total], steps: steps.list };
}
