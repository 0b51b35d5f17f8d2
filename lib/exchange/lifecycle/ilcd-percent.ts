/**
 * A number as ILCD's type Perc: five digits, three of them decimals at most. Undefined if it would lose more than a thousandth of itself.
 */
export function percentText(value: number): string | undefined {
  const digits = Math.max(0, Math.min(3, 4 - Math.floor(Math.log10(Math.max(1, value)))));
  const text = value.toFixed(digits);
  if (value !== 0 && !(Math.abs(Number(text) - value) <= 1e-3 * Math.abs(value))) return undefined;
  return value < 99_999.5 ? String(Number(text)) : undefined;
}
