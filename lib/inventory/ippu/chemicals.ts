import { equation } from "../equation.ts";

/** Equations of the chemical industry: IPCC 2006 Guidelines, Vol 3 Ch 3. */

/** The CO2 that goes into urea is recovered here and comes out where the urea is used (3.C.3, 1.A.3.b.vi). */
export const ammoniaTier1 = equation(
  "V3 Eq 3.1",
  "CO2 of ammonia",
  "E",
  "t CO2",
  {
    AP: "t | ammonia produced",
    FR: "GJ NCV/t | fuel a tonne, as feed and fuel",
    CCF: "kg C/GJ NCV | carbon content of the fuel",
    COF: "1 | fraction of carbon oxidised | fraction",
    R: "t CO2 | CO2 recovered, for urea or storage",
  },
  ({ AP, FR, CCF, COF, R }) => (AP * FR * CCF * COF * 44) / 12 / 1000 - R,
);

export const nitricAcidTier1 = equation(
  "V3 Eq 3.5",
  "N2O of nitric acid, Tier 1",
  "E",
  "kg N2O",
  { EF: "kg N2O/t HNO3 | factor of the plant type", NAP: "t HNO3 | nitric acid produced" },
  ({ EF, NAP }) => EF * NAP,
);

const abated = {
  AAP: "t | product",
  EF: "kg {gas}/t | factor without abatement",
  DF: "1 | destruction by the abatement | fraction",
  ASUF: "1 | share of time that it runs | fraction",
} as const;
const unabated = ({ AAP, EF, DF, ASUF }: Record<keyof typeof abated, number>) => AAP * EF * (1 - DF * ASUF);

export const nitricAcidTier2 = equation("V3 Eq 3.6", "N2O of nitric acid, Tier 2", "E", "kg {gas}", abated, unabated);

export const adipicAcidTier1 = equation(
  "V3 Eq 3.7",
  "N2O of adipic acid, Tier 1",
  "E",
  "kg N2O",
  { EF: "kg N2O/t | factor", AAP: "t | adipic acid produced" },
  ({ EF, AAP }) => EF * AAP,
);

export const adipicAcidTier2 = equation("V3 Eq 3.8", "N2O of adipic acid, Tier 2", "E", "kg {gas}", abated, unabated);

export const caprolactam = equation("V3 Eq 3.10", "N2O of caprolactam, Tier 2", "E", "kg {gas}", abated, unabated);

const product = { AD: "t | raw material or product", EF: "kg {gas}/t | factor" } as const;
const simple = ({ AD, EF }: Record<keyof typeof product, number>) => AD * EF;

export const carbide = equation("V3 Eq 3.11", "Emissions of carbide, Tier 1", "E", "kg {gas}", product, simple);
export const titaniumDioxide = equation("V3 Eq 3.12", "CO2 of titanium dioxide", "E", "kg {gas}", product, simple);
export const sodaAsh = equation("V3 Eq 3.14", "CO2 of natural soda ash", "E", "kg {gas}", product, simple);
export const petrochemicalCo2 = equation(
  "V3 Eq 3.15",
  "CO2 of petrochemicals, Tier 1",
  "E",
  "t CO2",
  {
    PP: "t | petrochemical produced",
    EF: "t CO2/t | factor of the process and feedstock",
    GAF: "% | geographic adjustment factor of ethylene, 100 for any other product",
  },
  ({ PP, EF, GAF }) => (PP * EF * GAF) / 100,
);
export const petrochemicalCh4 = equation(
  "V3 Eq 3.24",
  "CH4 of petrochemicals, Tier 1",
  "E",
  "kg {gas}",
  product,
  simple,
);

export const hfc23Tier1 = equation(
  "V3 Eq 3.30",
  "HFC-23 of HCFC-22 production, Tier 1",
  "E",
  "kg HFC23",
  { P: "t | HCFC-22 produced", EF: "kg HFC23/t | factor" },
  ({ P, EF }) => P * EF,
);
