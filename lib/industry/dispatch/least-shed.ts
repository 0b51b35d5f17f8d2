import type { Work } from "../../numeric/work.ts";
import { solveProgramme } from "../../optimization/solve-programme.ts";
import { dispatchProgramme } from "./dispatch-programme.ts";
import type { DispatchSystem } from "./dispatch-system.ts";

/** A price in MWh that is shed per MWh of load, or a sum relative to the load, that is zero within the solver's tolerance. */
const NONE = 1e-7;

/** How much load a system cannot serve, whatever it costs and emits. */
export interface LeastShed {
  /** MWh over all hours. */
  readonly energy: number;
  /** Whether a little more load in an hour changes how much is shed, in whichever hour. */
  readonly isShort: readonly boolean[];
}

/** The least load that is shed, 0 if all can be served; null if other limits clash whatever is shed. */
export async function leastShed(system: DispatchSystem, work: Work): Promise<LeastShed | null> {
  const generators = system.generators.map((each) => ({ ...each, marginalCost: 0 }));
  const terms = { carbonPrice: 0, cap: Number.POSITIVE_INFINITY, valueOfLostLoad: 1, mostShed: null };
  const found = await solveProgramme(dispatchProgramme({ ...system, generators }, terms).programme, work);
  if (found.status !== "optimal") return null;
  const load = system.load.reduce((sum, power) => sum + power, 0);
  return {
    energy: found.objective > NONE * (1 + load) ? found.objective : 0,
    isShort: Array.from(system.load, (_, t) => Math.abs(found.duals![t]!) > NONE),
  };
}
