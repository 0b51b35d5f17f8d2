/** The number of significant digits that are compared: engines differ in the last of their sixteen digits. */
export const DIGITS = 6;

/** Numbers with a smaller magnitude count as 0: the residual of a balance that closes is noise. */
const NOISE = 1e-9;

/** The canonical text of a number. */
export function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) < NOISE) return "0";
  return String(Number(value.toPrecision(DIGITS)));
}

/** A text in which numbers are canonical, because a title may contain all sixteen digits of a number. */
export function canonicalText(text: string): string {
  return text.replace(/-?\d+\.\d+(?:e[+-]?\d+)?|-?\d+e[+-]?\d+/gi, (number) => canonicalNumber(Number(number)));
}
