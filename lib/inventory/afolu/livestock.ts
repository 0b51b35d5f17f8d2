import type { Quantity } from "../../quantity/quantity.ts";
import { equation, type Given, Steps, type TierResult } from "../equation.ts";
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
} from "./livestock-energy.ts";

/** Enteric fermentation and manure: IPCC 2006 Guidelines, Vol 4 Ch 10. A year's emissions, hence masses and no rates. */

export const enteric = equation(
  "V4 Eq 10.19",
  "CH4 of enteric fermentation in a year",
  "E",
  "Gg CH4",
  { EF: "kg CH4/head/yr | factor", N: "head | animals" },
  ({ EF, N }) => (EF * N) / 1e6,
);

export const manureCh4 = equation(
  "V4 Eq 10.22",
  "CH4 of manure in a year",
  "E",
  "Gg CH4",
  { EF: "kg CH4/head/yr | factor", N: "head | animals" },
  ({ EF, N }) => (EF * N) / 1e6,
);

export const manureFactor = equation(
  "V4 Eq 10.23",
  "CH4 factor of manure",
  "EF",
  "kg CH4/head/yr",
  {
    VS: "kg/head/d | volatile solids",
    Bo: "m3 CH4/kg | methane that they can give",
    MCFMS: "1 | Σ methane conversion × share of the systems | fraction",
  },
  ({ VS, Bo, MCFMS }) => VS * 365 * Bo * 0.67 * MCFMS,
);

export const volatileSolids = equation(
  "V4 Eq 10.24",
  "Volatile solids",
  "VS",
  "kg/head/d",
  {
    GE: "MJ/head/d | gross energy intake",
    DE: "% | digestible energy of gross energy",
    UE: "1 | urinary energy of gross energy | fraction",
    ASH: "1 | ash of manure | fraction",
  },
  ({ GE, DE, UE, ASH }) => (GE * (1 - DE / 100) + UE * GE) * ((1 - ASH) / 18.45),
);

export const nitrogenExcretion = equation(
  "V4 Eq 10.30",
  "Nitrogen excreted in a year",
  "Nex",
  "kg N/head/yr",
  { Nrate: "kg N/t/d | nitrogen by live weight", TAM: "kg/head | animal mass" },
  ({ Nrate, TAM }) => ((Nrate * TAM) / 1000) * 365,
);

export const manureDirectN2o = equation(
  "V4 Eq 10.25",
  "Direct N2O of manure in a system",
  "N2O_D",
  "kg N2O",
  {
    N: "head | animals",
    Nex: "kg N/head/yr | nitrogen excreted",
    MS: "1 | share of the system | fraction",
    EF3: "kg N2O-N/kg N | factor of the system",
  },
  ({ N, Nex, MS, EF3 }) => (N * Nex * MS * EF3 * 44) / 28,
);

export const manureVolatilised = equation(
  "V4 Eq 10.26",
  "Nitrogen of manure that volatilises",
  "N_vol",
  "kg N",
  {
    N: "head | animals",
    Nex: "kg N/head/yr | nitrogen excreted",
    MS: "1 | share of the system | fraction",
    FracGasMS: "1 | share that volatilises | fraction",
  },
  ({ N, Nex, MS, FracGasMS }) => N * Nex * MS * FracGasMS,
);

export const manureIndirectN2o = equation(
  "V4 Eq 10.27",
  "Indirect N2O of what volatilised of manure",
  "N2O_G",
  "kg N2O",
  { N_vol: "kg N | nitrogen volatilised", EF4: "kg N2O-N/kg N | factor of deposition" },
  ({ N_vol, EF4 }) => (N_vol * EF4 * 44) / 28,
);

/** Animals by their number and factor, Tier 1. */
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
  const equationOfSum = source === "enteric" ? "V4 Eq 10.20" : "V4 Eq 10.22";
  const total = steps.sum(parts, "Gg CH4", {
    symbol: "E",
    equation: equationOfSum,
    title: `CH4 of all ${source} sources`,
  });
  return { emissions: [total], steps: steps.list };
}

/** Cattle or buffalo by weight, feed and yield, Tier 2. */
export interface CattleDiet {
  readonly animal: string;
  readonly head: Given;
  readonly weight: Given;
  /** 0.386 for lactating cows, 0.322 for others, 0.370 for bulls. */
  readonly Cfi: number;
  /** 0 in a stall, 0.17 on pasture, 0.36 where large areas are grazed. */
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
