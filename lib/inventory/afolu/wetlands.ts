import {
  drainedCo2,
  peatCo2,
  peatOffSite,
  peatOnSite,
  reservoirCh4,
  rewettedCh4,
  wetlandCh4,
  wetlandTotal,
} from "../equations/wetlands.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";

/**
 * Peat extraction (IPCC 2006 Guidelines, Vol 4 Ch 7), drained and rewetted organic soils (2013 Wetlands Supplement),
 * reservoirs (2019 Refinement).
 */

/** CO2 of peat extraction, on site and off. Vol 4 Eq 7.3, 7.5, 7.6. */
export function peatExtraction(peat: {
  readonly rich?: { readonly area: Given; readonly factor: Given };
  readonly poor?: { readonly area: Given; readonly factor: Given };
  readonly extracted: Given;
  /** t C/t of air-dry peat: 0.45 nutrient-poor, 0.40 nutrient-rich, 0.34 tropical (Table 7.5). */
  readonly carbon: Given;
}): TierResult {
  const steps = new Steps();
  const none = { area: 0, factor: 0 };
  const { rich = none, poor = none } = peat;
  const C_onsite = steps.take(peatOnSite, {
    Arich: rich.area,
    EFrich: rich.factor,
    Apoor: poor.area,
    EFpoor: poor.factor,
  });
  const C_offsite = steps.take(peatOffSite, { Wt: peat.extracted, Cfraction: peat.carbon });
  return { emissions: [steps.take(peatCo2, { C_onsite, C_offsite })], steps: steps.list };
}

/** A part of the wetlands of a country. */
export interface WetlandArea {
  readonly place: string;
  readonly kind: "drained" | "rewetted" | "inland" | "reservoir";
  readonly area: Given;
  readonly factor: Given;
  /** Of reservoirs. */
  readonly alpha?: number;
  readonly downstream?: number;
}

/** CO2 of drained, CH4 of rewetted and other wetlands and of reservoirs. Emissions: CO2, then CH4. */
export function wetlands(areas: readonly WetlandArea[]): TierResult {
  const steps = new Steps();
  const parts = areas.map(({ place: label, kind, area: A, factor: EF, alpha = 1, downstream: Rd = 0.09 }) => {
    if (kind === "drained") return steps.take(drainedCo2, { A, EF }, { label });
    if (kind === "rewetted") return steps.take(rewettedCh4, { A, EF }, { label });
    if (kind === "inland") return steps.take(wetlandCh4, { A, EF }, { label });
    return steps.take(reservoirCh4, { A, EF, alpha, Rd }, { label });
  });
  const emissions = ["CO2", "CH4"].map((gas) =>
    steps.sum(
      parts.filter((part) => part.gas === gas),
      `t ${gas}`,
      wetlandTotal,
      { label: gas },
    ),
  );
  return { emissions, steps: steps.list };
}
