import { equation, type Given, Steps, type TierResult } from "../equation.ts";

/** Equations of the metal industry: IPCC 2006 Guidelines, Vol 3 Ch 4. */

const product = { AD: "t | product", EF: "t CO2/t | factor" } as const;
const simple = ({ AD, EF }: Record<keyof typeof product, number>) => AD * EF;

export const coke = equation(
  "V3 Eq 4.1",
  "CO2 of coke ovens, Tier 1 (reported in energy)",
  "E",
  "t CO2",
  product,
  simple,
);
export const steelTier1 = equation("V3 Eq 4.4", "CO2 of steel by furnace, Tier 1", "E", "t CO2", product, simple);
export const pigIron = equation(
  "V3 Eq 4.5",
  "CO2 of pig iron that is not made into steel",
  "E",
  "t CO2",
  product,
  simple,
);
export const directReducedIron = equation(
  "V3 Eq 4.6",
  "CO2 of direct reduced iron, Tier 1",
  "E",
  "t CO2",
  product,
  simple,
);
export const sinter = equation("V3 Eq 4.7", "CO2 of sinter, Tier 1", "E", "t CO2", product, simple);
export const pellet = equation("V3 Eq 4.8", "CO2 of pellets, Tier 1", "E", "t CO2", product, simple);
export const ferroalloyTier1 = equation("V3 Eq 4.15", "CO2 of ferroalloys, Tier 1", "E", "t CO2", product, simple);
export const leadTier1 = equation("V3 Eq 4.32", "CO2 of lead, Tier 1", "E", "t CO2", product, simple);
export const zincTier1 = equation("V3 Eq 4.33", "CO2 of zinc, Tier 1", "E", "t CO2", product, simple);

export const carbonFlow = equation(
  "V3 Eq 4.9 (term)",
  "Carbon in a material",
  "C",
  "t C",
  { M: "t | material", C: "t C/t | carbon content" },
  ({ M, C }) => M * C,
);

export const steelTier2 = equation(
  "V3 Eq 4.9",
  "CO2 of iron and steel from the carbon balance, Tier 2",
  "E",
  "t CO2",
  { Cin: "t C | carbon that goes in", Cout: "t C | carbon in steel, iron and gas that goes out" },
  ({ Cin, Cout }) => ((Cin - Cout) * 44) / 12,
);

export const reducingAgent = equation(
  "V3 Eq 4.16 (agents)",
  "CO2 of a reducing agent",
  "E",
  "t CO2",
  { M: "t | reducing agent", EF: "t CO2/t | factor" },
  ({ M, EF }) => M * EF,
);

export const ferroalloyTier2 = equation(
  "V3 Eq 4.16",
  "CO2 of ferroalloys by reducing agents, Tier 2",
  "E",
  "t CO2",
  {
    Agents: "t CO2 | reducing agents times their factors",
    Cin: "t C | carbon of ore and slag formers",
    Cout: "t C | carbon in products and waste",
  },
  ({ Agents, Cin, Cout }) => Agents + ((Cin - Cout) * 44) / 12,
);

export const aluminiumCo2Tier1 = equation(
  "V3 Eq 4.20",
  "CO2 of anodes by technology, Tier 1",
  "E",
  "t CO2",
  product,
  simple,
);

export const prebakedAnodes = equation(
  "V3 Eq 4.21",
  "CO2 of prebaked anodes, Tier 2",
  "E",
  "t CO2",
  {
    NAC: "t/t | net anode consumption",
    MP: "t | aluminium produced",
    Sa: "1 | sulphur of the anodes | fraction",
    Asha: "1 | ash of the anodes | fraction",
  },
  ({ NAC, MP, Sa, Asha }) => (NAC * MP * (1 - Sa - Asha) * 44) / 12,
);

export const pfcTier1 = equation(
  "V3 Eq 4.25",
  "PFC of aluminium, Tier 1",
  "E",
  "kg {gas}",
  { EF: "kg {gas}/t Al | default factor", MP: "t Al | aluminium produced" },
  ({ EF, MP }) => EF * MP,
);

export const pfcSlope = equation(
  "V3 Eq 4.26",
  "CF4 of aluminium by the slope method",
  "E",
  "kg CF4",
  {
    S: "kg CF4·d/t Al/min | slope coefficient",
    AEM: "min/d | anode effect minutes a cell-day",
    MP: "t Al | aluminium produced",
  },
  ({ S, AEM, MP }) => S * AEM * MP,
);

export const pfcOvervoltage = equation(
  "V3 Eq 4.27",
  "CF4 of aluminium by the overvoltage method",
  "E",
  "kg CF4",
  {
    OVC: "kg CF4/t Al | overvoltage coefficient, for each millivolt",
    AEO: "1 | anode effect overvoltage in millivolt",
    CE: "1 | current efficiency | fraction",
    MP: "t Al | aluminium produced",
  },
  ({ OVC, AEO, CE, MP }) => (OVC * AEO * MP) / CE,
);

export const hexafluoroethane = equation(
  "V3 Eq 4.26 (C2F6)",
  "C2F6 beside CF4",
  "E",
  "kg C2F6",
  { E: "kg CF4 | CF4 emitted", F: "kg/kg | C2F6 over CF4" },
  ({ E, F }) => E * F,
);

export const magnesiumCo2 = equation("V3 Eq 4.28", "CO2 of raw magnesium, Tier 1", "E", "t CO2", product, simple);

export const magnesiumSf6 = equation(
  "V3 Eq 4.30",
  "SF6 of magnesium casting, Tier 1",
  "E",
  "kg SF6",
  { MG: "t | magnesium handled", EF: "kg SF6/t | factor" },
  ({ MG, EF }) => MG * EF,
);

/** A material of the carbon balance. */
export interface CarbonMaterial {
  readonly material: string;
  readonly mass: Given;
  readonly carbon: Given;
}

/** CO2 of an iron and steel works from what carbon goes in and out, Tier 2. Vol 3 Eq 4.9. */
export function steelBalance(goesIn: readonly CarbonMaterial[], goesOut: readonly CarbonMaterial[]): TierResult {
  const steps = new Steps();
  const flow = (materials: readonly CarbonMaterial[], symbol: string, title: string) => {
    const parts = materials.map(({ material: label, mass, carbon }) =>
      steps.take(carbonFlow, { M: mass, C: carbon }, { label }),
    );
    return steps.sum(parts, "t C", { symbol, equation: "V3 Eq 4.9", title });
  };
  const Cin = flow(goesIn, "Cin", "Carbon that goes in");
  const Cout = flow(goesOut, "Cout", "Carbon that goes out");
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
