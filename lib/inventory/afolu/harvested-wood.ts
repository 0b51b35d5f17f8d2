import { equation, Steps, type TierResult } from "../equation.ts";
import { co2OfStockChange } from "./carbon-stocks.ts";

/** Harvested wood products: IPCC 2006 Guidelines, Vol 4 Ch 12. First-order decay of a pool in use. */

const inflowShare = (k: number) => (k === 0 ? 1 : -Math.expm1(-k) / k);

export const woodPool = equation(
  "V4 Eq 12.1",
  "Carbon of the pool at the beginning of the next year",
  "C_next",
  "t C",
  { C: "t C | pool at the beginning of the year", k: "1/yr | decay", Inflow: "t C | products that come in" },
  ({ C, k, Inflow }) => Math.exp(-k) * C + inflowShare(k) * Inflow,
);

export const woodPoolChange = equation(
  "V4 Eq 12.1 (ΔC)",
  "Change of the pool",
  "dC",
  "t C",
  { C: "t C | pool before", C_next: "t C | pool after" },
  ({ C, C_next }) => C_next - C,
);

export const initialPool = equation(
  "V4 Eq 12.6",
  "Inflow before the records",
  "Inflow",
  "t C",
  {
    V: "t C | inflow of the first recorded year",
    U: "1/yr | growth of the inflow before it",
    years: "1 | years before it",
  },
  ({ V, U, years }) => V * Math.exp(-U * years),
);

/** k of a half-life: ln 2 / t½. Defaults: 2 years for paper, 30 for solid wood (Table 12.2). */
export function decayOfHalfLife(years: number): number {
  return Math.LN2 / years;
}

/** The pool year by year from what comes in, and its CO2: a pool that grows takes CO2 away. Vol 4 Eq 12.1. */
export function woodProducts(pool: {
  readonly firstYear: number;
  readonly initial: number;
  readonly halfLife: number;
  /** t C a year. */
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
