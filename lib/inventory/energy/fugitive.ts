import { allSegments, oilAndGasSegment } from "../equations/fugitive.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";

/** Fugitive emissions of oil and gas: IPCC 2006 Guidelines, Vol 2 Ch 4. */

/** A segment of the oil and gas industry: exploration, production, processing, transmission, distribution. */
export interface Segment {
  readonly segment: string;
  /** m3 of oil or gas, or any activity that matches the factors. */
  readonly activity: Given;
  /** By gas: `CO2`, `CH4 fossil`, `N2O`. */
  readonly factors: Readonly<Record<string, Given>>;
}

/**
 * Emissions of oil and gas by segment and gas, Tier 1 with default factors, Tier 2 with national ones. Vol 2 Eq 4.2.1, 4.2.2.
 */
export function oilAndGas(segments: readonly Segment[]): TierResult {
  const steps = new Steps();
  const byGas = new Map<string, ReturnType<Steps["take"]>[]>();
  for (const { segment: label, activity: A, factors } of segments) {
    for (const [gas, EF] of Object.entries(factors)) {
      const E = steps.take(oilAndGasSegment, { A, EF }, { gas, label });
      byGas.set(gas, [...(byGas.get(gas) ?? []), E]);
    }
  }
  const emissions = [...byGas].map(([gas, parts]) => steps.sum(parts, `Gg ${gas}`, allSegments, { label: gas }));
  return { emissions, steps: steps.list };
}
