import type { Total } from "../equation.ts";
import {
  adipicAcidTier2,
  adipicAcidTotal,
  ammoniaTier1,
  ammoniaTotal,
  caprolactam,
  caprolactamTotal,
  nitricAcidTier2,
  nitricAcidTotal,
} from "../equations/chemicals.ts";
import {
  carbonFlow,
  ferroalloyCarbonIn,
  ferroalloyCarbonOut,
  ferroalloyTier2,
  reducingAgent,
  reducingAgents,
} from "../equations/metals.ts";
import { glassTier1, glassTotal } from "../equations/minerals.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";
import type { CarbonMaterial } from "./metals.ts";

/** CO2 of glass by type, Tier 1. Vol 3 Eq 2.10. */
export function glass(
  types: readonly { readonly type: string; readonly mass: Given; readonly factor: Given; readonly cullet: Given }[],
): TierResult {
  const steps = new Steps();
  const parts = types.map(({ type: label, mass: Mg, factor: EF, cullet: CR }) =>
    steps.take(glassTier1, { Mg, EF, CR }, { label }),
  );
  const total = steps.sum(parts, "t CO2", glassTotal);
  return { emissions: [total], steps: steps.list };
}

/** CO2 of ammonia by fuel, with the CO2 recovered for urea deducted once. Vol 3 Eq 3.1. */
export function ammonia(
  plants: readonly {
    readonly plant: string;
    readonly produced: Given;
    readonly fuel: Given;
    readonly carbon: Given;
    readonly oxidised?: Given;
    readonly recovered?: Given;
  }[],
): TierResult {
  const steps = new Steps();
  const parts = plants.map(
    ({ plant: label, produced: AP, fuel: FR, carbon: CCF, oxidised: COF = 1, recovered: R = 0 }) =>
      steps.take(ammoniaTier1, { AP, FR, CCF, COF, R }, { label }),
  );
  const total = steps.sum(parts, "t CO2", ammoniaTotal);
  return { emissions: [total], steps: steps.list };
}

/** A plant with abatement of N2O. */
export interface AbatedPlant {
  readonly plant: string;
  readonly produced: Given;
  readonly factor: Given;
  /** Share destroyed while the abatement runs; 0 without one. */
  readonly destroyed?: Given;
  readonly running?: Given;
}

const acids = {
  "nitric acid": { of: nitricAcidTier2, all: nitricAcidTotal },
  "adipic acid": { of: adipicAcidTier2, all: adipicAcidTotal },
  caprolactam: { of: caprolactam, all: caprolactamTotal },
} as const;

export type Acid = keyof typeof acids;

/** N2O of nitric acid, adipic acid or caprolactam by plant, Tier 2; without abatement it is Tier 1. Vol 3 Eq 3.6, 3.8, 3.10. */
export function acidN2o(product: Acid, plants: readonly AbatedPlant[]): TierResult {
  const steps = new Steps();
  const { of, all } = acids[product];
  const parts = plants.map(({ plant: label, produced: AAP, factor: EF, destroyed: DF = 0, running: ASUF = 1 }) =>
    steps.take(of, { AAP, EF, DF, ASUF }, { gas: "N2O", label }),
  );
  const total = steps.sum(parts, "kg N2O", all);
  return { emissions: [total], steps: steps.list };
}

/** CO2 of a ferroalloy works by reducing agents and the carbon of other materials, Tier 2. Vol 3 Eq 4.16. */
export function ferroalloys(works: {
  readonly agents: readonly { readonly agent: string; readonly mass: Given; readonly factor: Given }[];
  readonly goesIn?: readonly CarbonMaterial[];
  readonly goesOut?: readonly CarbonMaterial[];
}): TierResult {
  const steps = new Steps();
  const flow = (materials: readonly CarbonMaterial[], all: Total) => {
    const parts = materials.map(({ material: label, mass, carbon }) =>
      steps.take(carbonFlow, { M: mass, C: carbon }, { label }),
    );
    return steps.sum(parts, "t C", all);
  };
  const agents = works.agents.map(({ agent: label, mass, factor }) =>
    steps.take(reducingAgent, { M: mass, EF: factor }, { label }),
  );
  const Agents = steps.sum(agents, "t CO2", reducingAgents);
  const Cin = flow(works.goesIn ?? [], ferroalloyCarbonIn);
  const Cout = flow(works.goesOut ?? [], ferroalloyCarbonOut);
  return { emissions: [steps.take(ferroalloyTier2, { Agents, Cin, Cout })], steps: steps.list };
}
