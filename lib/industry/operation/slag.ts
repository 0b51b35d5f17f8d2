import type { Chemistry } from "../stream/chemistry.ts";
import { ASH } from "../substance/substance.ts";

/** kmol of Fe in a kmol of wustite. */
export const WUSTITE_IRON = 0.947;

/**
 * Slag of what a furnace is charged with, in kmol/h: all calcium, magnesium, silicon and aluminium as oxides, and the iron that is lost
 * as wustite. `ash` is in kg/h.
 */
export function slagOf<N>(
  { arithmetic: a, zero }: Chemistry<N>,
  atoms: Readonly<Record<string, N>>,
  lostIron: N,
): { readonly oxides: Readonly<Record<string, N>>; readonly ash: Readonly<Record<string, N>>; readonly oxygen: N } {
  const of = (element: string) => atoms[element] ?? zero;
  const oxides = {
    CaO: of("Ca"),
    MgO: of("Mg"),
    SiO2: of("Si"),
    Al2O3: a.scale(of("Al"), 0.5),
    Fe0_947O: a.scale(lostIron, 1 / WUSTITE_IRON),
  };
  return {
    oxides,
    ash: ashOf(atoms),
    oxygen: a.sum([oxides.CaO, oxides.MgO, a.scale(oxides.SiO2, 2), a.scale(oxides.Al2O3, 3), oxides.Fe0_947O]),
  };
}

/** The ash in atoms, in kg/h, as flows. */
export function ashOf<N>(atoms: Readonly<Record<string, N>>): Readonly<Record<string, N>> {
  const kg = atoms[ASH];
  return kg === undefined ? {} : { [ASH]: kg };
}

/** kmol/h of carbon in a metal of kmol/h of iron, of which carbon is a share by mass. */
export function dissolvedCarbon<N>(chemistry: Chemistry<N>, iron: N, share: N): N {
  const a = chemistry.arithmetic;
  const mass = a.div(a.mul(a.scale(iron, chemistry.molarMass("Fe")), share), a.sub(a.of(1), share));
  return a.scale(mass, 1 / chemistry.molarMass("C"));
}
