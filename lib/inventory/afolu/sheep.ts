import { enteric } from "../equations/livestock.ts";
import {
  entericFactor,
  grossEnergy,
  growthRatio,
  maintenance,
  maintenanceRatio,
  pregnancy,
  sheepActivity,
  sheepGrowth,
  sheepLactation,
  wool,
} from "../equations/livestock-energy.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";

/** Sheep by weight, feed and yield, Tier 2. Omitted values are 0. */
export interface SheepDiet {
  readonly animal: string;
  readonly head: Given;
  readonly weight: Given;
  /** MJ/d/kg^0.75: 0.217 over a year old, 0.236 lambs; 15 % more for intact males. */
  readonly Cfi: number;
  /** MJ/kg/d: 0.0090 housed, 0.0107 flat pasture, 0.0240 hills, 0.0067 housed for fattening. */
  readonly Ca: Given;
  readonly digestible: Given;
  /** Per cent of gross energy: 6.5, of lambs 4.5. */
  readonly Ym: Given;
  readonly gain?: {
    readonly inYear: Given;
    readonly a: number;
    readonly b: number;
    readonly from: Given;
    readonly to: Given;
  };
  readonly milk?: Given;
  /** 0.077 for one lamb, 0.126 for two, 0.150 for three, times the share that is pregnant. */
  readonly pregnant?: number;
  readonly wool?: Given;
}

/** CH4 of enteric fermentation of sheep from their energy, Tier 2. Vol 4 Eq 10.3, 10.5, 10.7, 10.9, 10.12 to 10.21. */
export function sheepTier2(sheep: SheepDiet): TierResult {
  const steps = new Steps();
  const options = { label: sheep.animal };
  const DE = sheep.digestible;
  const NEm = steps.take(maintenance, { Cfi: sheep.Cfi, Weight: sheep.weight }, options);
  const NEa = steps.take(sheepActivity, { Ca: sheep.Ca, Weight: sheep.weight }, options);
  const { gain } = sheep;
  const NEg = gain
    ? steps.take(sheepGrowth, { WG: gain.inYear, a: gain.a, b: gain.b, BWi: gain.from, BWf: gain.to }, options)
    : 0;
  const NEl = steps.take(sheepLactation, { Milk: sheep.milk ?? 0, EV: 4.6 }, options);
  const NEp = steps.take(pregnancy, { Cp: sheep.pregnant ?? 0, NEm }, options);
  const NEwool = steps.take(wool, { EV: 24, Production: sheep.wool ?? 0 }, options);
  const REM = steps.take(maintenanceRatio, { DE }, options);
  const REG = steps.take(growthRatio, { DE }, options);
  const GE = steps.take(grossEnergy, { NEm, NEa, NEl, NEwork: 0, NEp, NEg, NEwool, REM, REG, DE }, options);
  const EF = steps.take(entericFactor, { GE, Ym: sheep.Ym }, options);
  return { emissions: [steps.take(enteric, { EF, N: sheep.head }, options)], steps: steps.list };
}
