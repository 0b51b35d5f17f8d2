import { decimalsOf, writeChange, writeNumber, writeQuantity } from "../../lib/charts/number-text.ts";

/** How `formatNumber` writes a number. */
export interface NumberFormat {
  /** The number of decimals; without it, as many as figures give a number of this size. */
  readonly decimals?: number;
  /** Half of the number's interval: no digits are written that it leaves unknown. */
  readonly halfWidth?: number;
  /** Whether a positive number has a plus. */
  readonly sign?: boolean;
  /** What stands behind the number: `%`, `Mt CO2`. */
  readonly unit?: string;
}

/**
 * A number as figures write it: thin spaces from 10 000 on, a true minus, three significant digits below 1, one decimal below 100,
 * none above. `–` for what is no finite number.
 */
export function formatNumber(
  value: number | bigint | null | undefined,
  { decimals, halfWidth, sign = false, unit = "" }: NumberFormat = {},
): string {
  const number = value === null || value === undefined ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return "–";
  const places = decimals ?? decimalsOf(number, halfWidth);
  return writeQuantity(sign ? writeChange(number, places) : writeNumber(number, places), unit);
}
