import type { Arithmetic } from "../../numeric/automatic/arithmetic.ts";
import type { OdeSystem } from "../../numeric/ode/ode-system.ts";
import { solveStiff } from "../../numeric/ode/solve-stiff.ts";
import type { Work } from "../../numeric/work.ts";

/** A well-mixed store for heat. Temperatures in °C, heat in MWh, flows in MW. */
export interface ThermalStore {
  /** MWh/K */
  readonly heatCapacity: number;
  /** MW/K to the ambient. */
  readonly lossCoefficient: number;
  readonly ambient: number;
  /** Below `lowest` nothing is delivered, above `highest` nothing is taken; both fade within `band` kelvin. */
  readonly lowest: number;
  readonly highest: number;
  readonly band: number;
}

export interface StoreHour {
  readonly temperature: number;
  readonly delivered: number;
  readonly lost: number;
  /** Heat that was offered and not taken: it goes to a cooler. */
  readonly rejected: number;
  readonly steps: number;
  /** The step that the integration would take next, in hours. */
  readonly next: number;
}

/** Error of a temperature in K, and of heat relative to the band, in each step of the integration. */
const ERROR = 1e-6;

/**
 * One hour of C T′ = q a(T) − d s(T) − U (T − T₀) with constant offers q and demands d; a and s fade linearly from 1 to 0 within
 * the band at the highest and lowest temperature, which is stiff if the band is narrow. Solved by RODAS together with what is
 * delivered, lost and rejected, whose sum with the heat in the store is a linear invariant: the balance closes to rounding.
 */
export async function storeHour(
  store: ThermalStore,
  temperature: number,
  offered: number,
  demand: number,
  work: Work,
  first?: number,
): Promise<StoreHour> {
  const { heatCapacity, lossCoefficient, ambient, lowest, highest, band } = store;
  // Heat above the ambient is the state: its balance is linear in it.
  const system: OdeSystem = {
    size: 4,
    derivative<N>(a: Arithmetic<N>, _: N, [heat]: readonly N[]) {
      const t = a.add(a.scale(heat!, 1 / heatCapacity), a.of(ambient));
      const share = (over: N) => a.max(a.of(0), a.min(a.of(1), a.scale(over, 1 / band)));
      const taken = a.scale(share(a.sub(a.of(highest), t)), offered);
      const out = a.scale(share(a.sub(t, a.of(lowest))), demand);
      const loss = a.scale(a.sub(t, a.of(ambient)), lossCoefficient);
      return [a.sub(a.sub(taken, out), loss), out, loss, a.sub(a.of(offered), taken)];
    },
  };
  const start = [heatCapacity * (temperature - ambient), 0, 0, 0];
  const absolute = ERROR * heatCapacity * Math.max(1, band);
  const { states, steps, next } = await solveStiff(
    system,
    { from: 0, to: 1, start, relative: ERROR, absolute, ...(first !== undefined && { first }) },
    // An hour is too short to report its progress.
    { ...work, progress() {} },
  );
  const [heat, delivered, lost, rejected] = states[0]!;
  return {
    temperature: ambient + heat! / heatCapacity,
    delivered: delivered!,
    lost: lost!,
    rejected: rejected!,
    steps,
    next,
  };
}
