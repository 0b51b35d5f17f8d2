import {
  manureDirectN2o,
  manureDirectTotal,
  manureIndirectN2o,
  manureVolatilised,
  nitrogenExcretion,
  volatilisedNitrogen,
} from "../equations/livestock.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";

/** Animals of one kind, their nitrogen, and their manure management systems. */
export interface ManureHerd {
  readonly animal: string;
  readonly head: Given;
  /** Either nitrogen per head and year, or by live weight. */
  readonly excretion: { readonly perHead: Given } | { readonly rate: Given; readonly mass: Given };
  readonly systems: readonly {
    readonly system: string;
    /** Share of the manure. */
    readonly MS: Given;
    /** kg N2O-N/kg N. */
    readonly EF3: Given;
    /** Share of its nitrogen that volatilises. */
    readonly FracGasMS: Given;
  }[];
}

/**
 * N2O of manure management, direct by system and indirect by volatilisation. Pasture belongs to soils (3.C.4). Emissions:
 * direct, then indirect. Vol 4 Eq 10.25 to 10.27, 10.30.
 */
export function manureN2o(herds: readonly ManureHerd[], EF4: Given): TierResult {
  const steps = new Steps();
  const direct = [];
  const volatilised = [];
  for (const { animal, head: N, excretion, systems } of herds) {
    const Nex =
      "perHead" in excretion
        ? excretion.perHead
        : steps.take(nitrogenExcretion, { Nrate: excretion.rate, TAM: excretion.mass }, { label: animal });
    for (const { system, MS, EF3, FracGasMS } of systems) {
      const label = `${animal}, ${system}`;
      direct.push(steps.take(manureDirectN2o, { N, Nex, MS, EF3 }, { label }));
      volatilised.push(steps.take(manureVolatilised, { N, Nex, MS, FracGasMS }, { label }));
    }
  }
  const N_vol = steps.sum(volatilised, "kg N", volatilisedNitrogen);
  const N2O_D = steps.sum(direct, "kg N2O", manureDirectTotal);
  return { emissions: [N2O_D, steps.take(manureIndirectN2o, { N_vol, EF4 })], steps: steps.list };
}
