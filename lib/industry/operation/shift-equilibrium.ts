import type { Chemistry } from "../stream/chemistry.ts";

/**
 * Water–gas shift equilibrium, CO + H2O ⇌ CO2 + H2, of gas with kmol/h of carbon, hydrogen and oxygen atoms at a temperature in K, all in
 * these four gases: kmol/h of each. With y of CO2, CO = C − y, H2O = O − C − y, H2 = H/2 − H2O and y (H2) = K (CO) (H2O), a quadratic
 * whose root is taken in the form that stays exact for K = 1. Pressure does not matter, as no moles are made.
 */
export function shifted<N>(
  chemistry: Chemistry<N>,
  { C, H, O }: Readonly<Record<"C" | "H" | "O", N>>,
  temperature: N,
): Readonly<Record<"CO" | "CO2" | "H2" | "H2O", N>> {
  const a = chemistry.arithmetic;
  const K = chemistry.equilibriumConstant({ CO: -1, H2O: -1, CO2: 1, H2: 1 }, temperature);
  const water = a.sub(O, C);
  const b = a.add(a.sub(a.scale(H, 0.5), water), a.mul(K, O));
  const c = a.mul(K, a.mul(C, water));
  const root = a.sqrt(a.add(a.mul(b, b), a.scale(a.mul(a.sub(a.of(1), K), c), 4)));
  const CO2 = a.div(a.scale(c, 2), a.add(b, root));
  const H2O = a.sub(water, CO2);
  return { CO2, CO: a.sub(C, CO2), H2O, H2: a.sub(a.scale(H, 0.5), H2O) };
}
