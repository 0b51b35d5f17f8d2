/**
 * Standard atomic weights, abridged, or conventional where the standard is a range. kg/kmol.
 *
 * Source: IUPAC, J. Meija and others, Atomic weights of the elements 2013, doi:10.1515/pac-2015-0305; unchanged for these elements in
 * T. Prohaska and others, Standard atomic weights of the elements 2021, doi:10.1515/pac-2019-0603.
 */
export const atomicWeights: Readonly<Record<string, number>> = {
  H: 1.008,
  C: 12.011,
  N: 14.007,
  O: 15.999,
  Na: 22.99,
  Mg: 24.305,
  Al: 26.982,
  Si: 28.085,
  S: 32.06,
  Ca: 40.078,
  Fe: 55.845,
};

/** kg/kmol of a formula. */
export function molarMassOf(formula: Readonly<Record<string, number>>): number {
  return Object.entries(formula).reduce((mass, [element, atoms]) => mass + atomicWeights[element]! * atoms, 0);
}
