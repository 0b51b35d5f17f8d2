import { co2OfStockChange } from "../equations/carbon-stocks.ts";
import { woodPool, woodPoolChange } from "../equations/harvested-wood.ts";
import { Steps, type TierResult } from "../steps.ts";

/** Harvested wood products: IPCC 2006 Guidelines, Vol 4 Ch 12. First-order decay of a pool in use. */

/** k of a half-life: ln 2 / t½. Defaults: 2 years for paper, 30 for solid wood (Table 12.2). */
export function decayOfHalfLife(years: number): number {
  return Math.LN2 / years;
}

/** The pool year by year from its inflow, and its CO2: a growing pool removes CO2. Vol 4 Eq 12.1. */
export function woodProducts(pool: {
  readonly firstYear: number;
  readonly initial: number;
  readonly halfLife: number;
  /** t C per year. */
  readonly inflow: readonly number[];
}): { year: number; pool: number; result: TierResult }[] {
  const k = decayOfHalfLife(pool.halfLife);
  let C = pool.initial;
  return pool.inflow.map((Inflow, i) => {
    const steps = new Steps();
    const label = String(pool.firstYear + i);
    const C_next = steps.take(woodPool, { C, k, Inflow }, { label }).value;
    const dC = steps.take(woodPoolChange, { C, C_next }, { label });
    C = C_next;
    return {
      year: pool.firstYear + i,
      pool: C_next,
      result: { emissions: [steps.take(co2OfStockChange, { dC }, { label })], steps: steps.list },
    };
  });
}
