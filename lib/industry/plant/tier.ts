import { molarMassOf } from "../substance/atomic-weights.ts";
import { type Origin, origins } from "./origin.ts";
import type { PlantRun } from "./plant-run.ts";

const CARBON_DIOXIDE = molarMassOf({ C: 1, O: 2 });

/** kg of CO2 of a kg of carbon. */
export const CO2_OF_CARBON = CARBON_DIOXIDE / molarMassOf({ C: 1 });

/** What 44/12 of the guidelines makes of CO2 by today's atomic weights: 0.07 % more. */
export const ROUNDED_CARBON = 44 / 12 / CO2_OF_CARBON;

/** What 44.01/56.08 of the guidelines makes of CO2 that left with CaO. */
export const ROUNDED_LIME = 44.01 / 56.08 / (CARBON_DIOXIDE / molarMassOf({ Ca: 1, O: 1 }));

/** kg/h of carbon that comes in from outside, by feed or by what a unit takes besides its inlets. */
export function carbonIn(run: PlantRun): Map<string, number> {
  const units = new Set(run.units.map(({ name }) => name));
  return carbonBy(run, ({ from }) => (units.has(from) ? undefined : from));
}

/** kg/h of carbon that leaves as product, by-product or stored. */
export function carbonOut(run: PlantRun): Map<string, number> {
  return carbonBy(run, ({ to }) => (["product", "by-product", "storage"].includes(to) ? to : undefined));
}

function carbonBy(run: PlantRun, place: (link: PlantRun["links"][number]) => string | undefined): Map<string, number> {
  const sums = new Map<string, number>();
  for (const link of run.links) {
    const at = place(link);
    if (at !== undefined && link.carbon > 0) sums.set(at, (sums.get(at) ?? 0) + link.carbon);
  }
  return sums;
}

/** kg/h of CO2 that the stacks emit, of some origins. */
export function emitted(run: PlantRun, of: readonly Origin[] = origins): number {
  return run.stacks.reduce((sum, { byOrigin }) => of.reduce((all, origin) => all + byOrigin[origin], sum), 0);
}

/** kg/h of CO2 that is made, emitted or stored, of some origins. */
export function made(run: PlantRun, of: readonly Origin[] = origins): number {
  return of.reduce((all, origin) => all + run.stored[origin], emitted(run, of));
}
