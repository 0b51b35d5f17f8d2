import { equation, type Given, Steps, type TierResult } from "../equation.ts";

/**
 * Wetlands: peat extraction and flooded land (IPCC 2006 Guidelines, Vol 4 Ch 7), drained and rewetted organic soils (2013 Wetlands
 * Supplement, Ch 2 and 3), reservoirs (2019 Refinement, Vol 4 Ch 7).
 */

export const peatOnSite = equation(
  "V4 Eq 7.6",
  "Carbon lost on site by peat extraction",
  "C_onsite",
  "t C",
  {
    Arich: "ha | nutrient-rich peatland drained for extraction",
    EFrich: "t CO2-C/ha/yr | factor",
    Apoor: "ha | nutrient-poor peatland drained for extraction",
    EFpoor: "t CO2-C/ha/yr | factor",
  },
  ({ Arich, EFrich, Apoor, EFpoor }) => Arich * EFrich + Apoor * EFpoor,
);

export const peatOffSite = equation(
  "V4 Eq 7.5",
  "Carbon of peat that is taken away",
  "C_offsite",
  "t C",
  { Wt: "t | air-dry peat extracted", Cfraction: "t C/t | carbon of air-dry peat" },
  ({ Wt, Cfraction }) => Wt * Cfraction,
);

export const peatCo2 = equation(
  "V4 Eq 7.3",
  "CO2 of peat extraction",
  "E",
  "t CO2",
  { C_onsite: "t C | lost on site", C_offsite: "t C | taken away" },
  ({ C_onsite, C_offsite }) => ((C_onsite + C_offsite) * 44) / 12,
);

export const rewettedCh4 = equation(
  "V4 2013 Eq 3.8",
  "CH4 of rewetted organic soils",
  "E",
  "t CH4",
  { A: "ha | area rewetted", EF: "kg CH4-C/ha/yr | factor" },
  ({ A, EF }) => (A * EF * 16) / 12 / 1000,
);

export const drainedCo2 = equation(
  "V4 2013 Eq 2.3",
  "CO2 on site of drained organic soils",
  "E",
  "t CO2",
  { A: "ha | area drained", EF: "t CO2-C/ha/yr | factor" },
  ({ A, EF }) => (A * EF * 44) / 12,
);

export const wetlandCh4 = equation(
  "V4 2013 Eq 5.1",
  "CH4 of inland wetlands on mineral soil",
  "E",
  "t CH4",
  { A: "ha | area", EF: "kg CH4/ha/yr | factor" },
  ({ A, EF }) => (A * EF) / 1000,
);

export const reservoirCh4 = equation(
  "V4 2019 Eq 7.10",
  "CH4 of a reservoir older than 20 years, its surface and what leaves below the dam",
  "E",
  "t CH4",
  {
    A: "ha | mean surface in the year",
    EF: "kg CH4/ha/yr | factor of the climate",
    alpha: "1 | trophic adjustment, 1 if it is not known",
    Rd: "1 | downstream over surface emissions, 0.09",
  },
  ({ A, EF, alpha, Rd }) => (A * EF * alpha * (1 + Rd)) / 1000,
);

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
      { symbol: "E", equation: "V4 Ch7", title: "Of all wetlands", label: gas },
    ),
  );
  return { emissions, steps: steps.list };
}
