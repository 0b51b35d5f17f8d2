/**
 * CH4 generated a year by waste that decays at one rate, as a series: the numbers of `firstOrderDecay` without its steps, for
 * inventories of many countries and years. Decay begins on 1 January after the year of deposit. Vol 5 Eq 3.2 to 3.6.
 *
 * @param deposited decomposable carbon deposited in each year, kt C/yr
 * @param k 1/yr
 * @param F share of CH4 in the gas, by volume
 * @returns kt CH4/yr, one a year
 */
export function decayedMethane(deposited: ArrayLike<number>, k: number, F: number): Float64Array {
  const methane = new Float64Array(deposited.length);
  const kept = Math.exp(-k);
  let accumulated = 0;
  for (let t = 0; t < deposited.length; t++) {
    methane[t] = (accumulated * (1 - kept) * F * 16) / 12;
    accumulated = deposited[t]! + accumulated * kept;
  }
  return methane;
}
