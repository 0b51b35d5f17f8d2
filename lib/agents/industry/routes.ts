import type { z } from "zod";
import type { Json } from "../../dialogue/plan.ts";
import type { Text } from "../../message/message.ts";
import type { runShape } from "./shapes.ts";

export type Run = z.output<typeof runShape>;

/** A way to make a product: a plant of the library with some of its parameters changed. */
export interface Route {
  /** The id of its step, and its name in the programme. */
  readonly id: string;
  readonly label: Text;
  /** The name of the plant in `industry.plant`. */
  readonly plant: string;
  readonly parameters: { readonly [name: string]: Json };
  /** Whether it stores CO2, for which transport and storage are paid. */
  readonly stores: boolean;
  /** What must be built for it, as far as the costs of the other routes do not hold the same. */
  readonly equipment: readonly Equipment[];
}

/** Equipment of `technology_costs`. */
export interface Equipment {
  readonly technology: string;
  /** How much of it a plant needs that makes a tonne of product an hour, in the unit below the line of its investment. */
  readonly size: (run: Run) => number;
}

/** Energy of the links from some feeds, MWh per tonne of product. */
export function energyFrom({ links }: Run, feeds: readonly string[]): number {
  return links.filter(({ from }) => feeds.includes(from)).reduce((sum, { energy_MW }) => sum + energy_MW, 0);
}

/** Energy that a unit hands to another, MWh per tonne of product. */
export function energyBetween({ links }: Run, source: string, target: string): number {
  return links
    .filter(({ from, to }) => from === source && to === target)
    .reduce((sum, each) => sum + each.energy_MW, 0);
}

/** Mass of some feeds, kg per tonne of product. */
export function massOf({ feeds }: Run, names: readonly string[]): number {
  return feeds.filter(({ feed }) => names.includes(feed)).reduce((sum, { mass_kg_t }) => sum + mass_kg_t, 0);
}
