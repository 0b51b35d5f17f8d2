import {
  co2OfStockChange,
  deadMatterConversion,
  deadMatterGainLoss,
  deadMatterTotal,
} from "../equations/carbon-stocks.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";

/** CO2 of dead wood and litter of land remaining in the same use, by gains and losses. Vol 4 Eq 2.17, 2.18. */
export function deadMatterChange(
  pools: readonly {
    readonly pool: "dead wood" | "litter";
    readonly area: Given;
    readonly comesIn: Given;
    readonly goesOut: Given;
    readonly CF: Given;
  }[],
): TierResult {
  const steps = new Steps();
  const parts = pools.map(({ pool: label, area: A, comesIn: DOM_in, goesOut: DOM_out, CF }) =>
    steps.take(deadMatterGainLoss, { A, DOM_in, DOM_out, CF }, { label }),
  );
  const dC = steps.sum(parts, "t C", deadMatterTotal);
  return { emissions: [steps.take(co2OfStockChange, { dC })], steps: steps.list };
}

/** CO2 of dead wood and litter of converted land over its years of transition. Vol 4 Eq 2.23. */
export function deadMatterOfConversion(land: {
  readonly area: Given;
  readonly before: Given;
  readonly after: Given;
  /** Years; 1 for a loss at once, 20 for accumulation. */
  readonly years: number;
}): TierResult {
  const steps = new Steps();
  const dC = steps.take(deadMatterConversion, {
    Cn: land.after,
    Co: land.before,
    A: land.area,
    T: { value: land.years, unit: "yr" },
  });
  return { emissions: [steps.take(co2OfStockChange, { dC })], steps: steps.list };
}
