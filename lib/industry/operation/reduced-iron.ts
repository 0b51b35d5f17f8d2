import type { Chemistry } from "../stream/chemistry.ts";
import type { MaterialStream } from "../stream/stream.ts";
import { WUSTITE_IRON } from "./slag.ts";

/** Iron oxides of pellets, and kmol of iron in a kmol of each. */
const oxides = { Fe2O3: 2, Fe3O4: 3, Fe0_947O: WUSTITE_IRON, Fe: 1 } as const;

/**
 * Pellets reduced to a degree of metallisation: iron and wustite in kmol/h, what does not react in kg/h, and kmol/h of oxygen atoms that
 * the reducing gas takes.
 */
export function reduced<N>(
  chemistry: Chemistry<N>,
  pellets: MaterialStream<N>,
  metallisation: N,
): { readonly iron: Readonly<Record<"Fe" | "Fe0_947O", N>>; readonly rest: Record<string, N>; readonly oxygen: N } {
  const a = chemistry.arithmetic;
  const present = Object.keys(oxides).filter((name) => name in pellets.flows) as (keyof typeof oxides)[];
  const ore = chemistry.part(pellets, ({ name }) => name in oxides);
  const total = a.sum(present.map((name) => a.scale(chemistry.kmol(ore, name), oxides[name])));
  const Fe = a.mul(total, metallisation);
  const Fe0_947O = a.scale(a.sub(total, Fe), 1 / WUSTITE_IRON);
  const oxygen = a.sub(chemistry.atoms(ore).O ?? chemistry.zero, Fe0_947O);
  const rest = Object.fromEntries(Object.entries(pellets.flows).filter(([name]) => !(name in oxides)));
  return { iron: { Fe, Fe0_947O }, rest, oxygen };
}
