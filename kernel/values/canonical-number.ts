/** Significant digits to which numbers are held equal: engines differ in the last of their sixteen. */
export const DIGITS = 6;

/** Numbers nearer to 0 than this are held to be 0: what is left of a balance that closes is noise. */
const NOISE = 1e-9;

/** A number in the form in which it is compared. */
export function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) < NOISE) return "0";
  return String(Number(value.toPrecision(DIGITS)));
}

/** A text with the numbers in it as they are compared: a title may carry all sixteen digits of one. */
export function canonicalText(text: string): string {
  return text.replace(/-?\d+\.\d+(?:e[+-]?\d+)?|-?\d+e[+-]?\d+/gi, (number) => canonicalNumber(Number(number)));
}
