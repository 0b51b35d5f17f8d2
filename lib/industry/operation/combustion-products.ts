import type { Chemistry } from "../stream/chemistry.ts";
import type { MaterialStream } from "../stream/stream.ts";
import { ASH } from "../substance/substance.ts";
import { ashOf } from "./slag.ts";

/** What a stream of fuel becomes when it is burnt completely. */
export interface Burnt<N> {
  /** kmol/h of O2 that it takes, less the oxygen that it brings. */
  readonly oxygen: N;
  /** kmol/h of CO2, H2O, SO2 and N2. */
  readonly gas: Readonly<Record<string, N>>;
  /** kg/h of what does not burn: ash, and substances of other elements, unchanged. */
  readonly solids: Readonly<Record<string, N>>;
}

const burning = new Set(["C", "H", "O", "N", "S", ASH]);

/**
 * Complete combustion of fuel. Substances with other elements than C, H, O, N and S pass through. O2 in the stream counts as brought.
 * C + O2 → CO2, 2 H + ½ O2 → H2O, S + O2 → SO2, 2 N → N2.
 */
export function burnt<N>(chemistry: Chemistry<N>, fuel: MaterialStream<N>): Burnt<N> {
  const a = chemistry.arithmetic;
  const burns = chemistry.part(fuel, ({ elements }) => Object.keys(elements).every((element) => burning.has(element)));
  const rest = Object.fromEntries(Object.entries(fuel.flows).filter(([name]) => !(name in burns.flows)));
  const atoms = chemistry.atoms(burns);
  const of = (element: string) => atoms[element] ?? chemistry.zero;
  const oxygen = a.sum([of("C"), a.scale(of("H"), 0.25), of("S"), a.scale(of("O"), -0.5)]);
  const gas = { CO2: of("C"), H2O: a.scale(of("H"), 0.5), SO2: of("S"), N2: a.scale(of("N"), 0.5) };
  return { oxygen, gas, solids: { ...rest, ...ashOf(atoms) } };
}
