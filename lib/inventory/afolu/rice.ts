import { equation, type Given, Steps, type TierResult } from "../equation.ts";

/** CH4 of rice: IPCC 2006 Guidelines, Vol 4 Ch 5.5. */

export const riceAmendment = equation(
  "V4 Eq 5.3 (term)",
  "An organic amendment and its conversion",
  "term",
  "1",
  { ROA: "t/ha | amendment", CFOA: "1 | conversion factor" },
  ({ ROA, CFOA }) => ROA * CFOA,
);

export const riceAmendments = equation(
  "V4 Eq 5.3",
  "Scaling for organic amendments",
  "SFo",
  "1",
  { S: "1 | Σ amendment × conversion" },
  ({ S }) => (1 + S) ** 0.59,
);

export const riceFactor = equation(
  "V4 Eq 5.2",
  "Daily factor of a rice field",
  "EF",
  "kg CH4/ha/d",
  {
    EFc: "kg CH4/ha/d | baseline factor",
    SFw: "1 | water during cultivation",
    SFp: "1 | water before cultivation",
    SFo: "1 | amendments",
    SFs: "1 | soil and cultivar",
  },
  ({ EFc, SFw, SFp, SFo, SFs }) => EFc * SFw * SFp * SFo * SFs,
);

export const riceCh4 = equation(
  "V4 Eq 5.1",
  "CH4 of rice",
  "E",
  "Gg CH4",
  { EF: "kg CH4/ha/d | daily factor", t: "d | days of cultivation", A: "ha | area harvested" },
  ({ EF, t, A }) => EF * t * A * 1e-6,
);

/** CH4 of a rice field of one water regime. Vol 4 Eq 5.1 to 5.3. */
export function rice(field: {
  readonly area: Given;
  readonly days: Given;
  readonly baseline: Given;
  readonly water: Given;
  readonly before: Given;
  readonly soil?: Given;
  readonly amendments?: readonly { readonly name: string; readonly rate: Given; readonly conversion: Given }[];
}): TierResult {
  const steps = new Steps();
  const terms = (field.amendments ?? []).map(({ name: label, rate, conversion }) =>
    steps.take(riceAmendment, { ROA: rate, CFOA: conversion }, { label }),
  );
  const S = steps.sum(terms, "1", { symbol: "S", equation: "V4 Eq 5.3", title: "Σ amendment × conversion" });
  const SFo = steps.take(riceAmendments, { S });
  const EF = steps.take(riceFactor, {
    EFc: field.baseline,
    SFw: field.water,
    SFp: field.before,
    SFo,
    SFs: field.soil ?? 1,
  });
  return { emissions: [steps.take(riceCh4, { EF, t: field.days, A: field.area })], steps: steps.list };
}
