import type { Quantity } from "../../quantity/quantity.ts";
import { enteric, entericTotal, manureCh4, manureFactor, manureTotal, volatileSolids } from "../equations/livestock.ts";
import {
  activity,
  entericFactor,
  grossEnergy,
  growth,
  growthRatio,
  lactation,
  maintenance,
  maintenanceRatio,
  pregnancy,
  work,
} from "../equations/livestock-energy.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";

/** Enteric fermentation and manure: IPCC 2006 Guidelines, Vol 4 Ch 10. */

/** Animals by number and factor, Tier 1. */
export interface Herd {
  readonly animal: string;
  readonly head: Given;
  readonly factor: Given;
}

/** CH4 of enteric fermentation or of manure by head and factor, Tier 1. Vol 4 Eq 10.19, 10.20, 10.22. */
export function herdCh4(herds: readonly Herd[], source: "enteric" | "manure"): TierResult {
  const steps = new Steps();
  const of = source === "enteric" ? enteric : manureCh4;
  const parts = herds.map(({ animal: label, head, factor }) => steps.take(of, { EF: factor, N: head }, { label }));
  const total = steps.sum(parts, "Gg CH4", source === "enteric" ? entericTotal : manureTotal);
  return { emissions: [total], steps: steps.list };
}

/** Cattle or buffalo by weight, feed and yield, Tier 2. */
export interface CattleDiet {
  readonly animal: string;
  readonly head: Given;
  readonly weight: Given;
  /** 0.386 for lactating cows, 0.322 for others, 0.370 for bulls. */
  readonly Cfi: number;
  /** 0 in a stall, 0.17 on pasture, 0.36 for grazing large areas. */
  readonly Ca: number;
  readonly digestible: Given;
  /** Per cent of gross energy: 6.5 for most cattle, 3 in feedlots. */
  readonly Ym: Given;
  readonly milk?: Given;
  readonly fat?: Given;
  readonly hours?: Given;
  readonly pregnant?: number;
  readonly gain?: { readonly C: number; readonly matureWeight: Given; readonly perDay: Given };
  readonly manure?: { readonly Bo: Given; readonly MCFMS: Given; readonly UE?: number; readonly ASH?: number };
}

/** CH4 of enteric fermentation and manure of cattle from their energy, Tier 2. Vol 4 Eq 10.3 to 10.24. */
export function cattleTier2(cattle: CattleDiet): TierResult {
  const steps = new Steps();
  const options = { label: cattle.animal };
  const DE = cattle.digestible;
  const NEm = steps.take(maintenance, { Cfi: cattle.Cfi, Weight: cattle.weight }, options);
  const NEa = steps.take(activity, { Ca: cattle.Ca, NEm }, options);
  const NEl = steps.take(lactation, { Milk: cattle.milk ?? 0, Fat: cattle.fat ?? 0 }, options);
  const NEwork = steps.take(work, { NEm, Hours: cattle.hours ?? 0 }, options);
  const NEp = steps.take(pregnancy, { Cp: cattle.pregnant ?? 0, NEm }, options);
  const NEg: Quantity | number = cattle.gain
    ? steps.take(
        growth,
        { BW: cattle.weight, C: cattle.gain.C, MW: cattle.gain.matureWeight, WG: cattle.gain.perDay },
        options,
      )
    : 0;
  const REM = steps.take(maintenanceRatio, { DE }, options);
  const REG = steps.take(growthRatio, { DE }, options);
  const GE = steps.take(grossEnergy, { NEm, NEa, NEl, NEwork, NEp, NEg, NEwool: 0, REM, REG, DE }, options);
  const EF = steps.take(entericFactor, { GE, Ym: cattle.Ym }, options);
  const emissions = [steps.take(enteric, { EF, N: cattle.head }, options)];
  if (cattle.manure) {
    const { Bo, MCFMS, UE = 0.04, ASH = 0.08 } = cattle.manure;
    const VS = steps.take(volatileSolids, { GE, DE, UE, ASH }, options);
    const ofManure = steps.take(manureFactor, { VS, Bo, MCFMS }, options);
    emissions.push(steps.take(manureCh4, { EF: ofManure, N: cattle.head }, options));
  }
  return { emissions, steps: steps.list };
}
