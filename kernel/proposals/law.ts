import type { ColumnLaw } from "../services/catalogue.ts";

/** How far a value is uncertain: as a dataset declares it, or as the user assumes: half of the 95 % interval in per cent. */
export type Law = ColumnLaw | { readonly kind: "percent"; readonly percent: number };

/** Above this percentage a symmetric normal law would often change the sign of the value (IPCC 2006, Vol 1, Ch 3, 3.2.2.4). */
const WIDE_PERCENT = 60;

/** The percentages that a user may assume. */
export const LEAST_PERCENT = 0.1;
export const MOST_PERCENT = 95;

export function isPercent(value: number): boolean {
  return value >= LEAST_PERCENT && value <= MOST_PERCENT;
}

/** The distribution of a number that is written in the code, as code. */
export function lawOfNumber(value: number, law: Law & { kind: "percent" | "relative" | "absolute" }): string {
  const written = String(value);
  if (law.kind === "relative") return callOf("normal", { mean: written, sd: digits(Math.abs(value) * law.sigma) });
  if (law.kind === "absolute") return callOf("normal", { mean: written, sd: digits(law.sigma) });
  if (law.percent <= WIDE_PERCENT || value < 0)
    return callOf("normal", { mean: written, halfWidthPercent: digits(law.percent) });
  const [lo, hi] = [value * (1 - law.percent / 100), value * (1 + law.percent / 100)];
  return callOf("factorBounds", { value: written, lo: digits(lo), hi: digits(hi) });
}

/** The code of a distribution: its constructor with the code of its fields. */
export function callOf(law: "normal" | "factorBounds", fields: Readonly<Record<string, string>>): string {
  const written = Object.entries(fields).map(([name, code]) => `${name}: ${code}`);
  return `${law}({${written.join(", ")}})`;
}

/** Twelve digits: enough for any uncertainty, and without the tail of binary fractions. */
function digits(value: number): string {
  return String(Number(value.toPrecision(12)));
}
