import { amendmentSum, riceAmendment, riceAmendments, riceCh4, riceFactor } from "../equations/rice.ts";
import { type Given, Steps, type TierResult } from "../steps.ts";

/** CH4 of rice: IPCC 2006 Guidelines, Vol 4 Ch 5.5. */

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
  const S = steps.sum(terms, "1", amendmentSum);
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
