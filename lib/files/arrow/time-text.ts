/** A time of day as text: `14:05:09.5`. @param units in a second */
export function timeText(value: number | bigint, units: number): string {
  const perSecond = BigInt(units);
  const all = BigInt(value);
  const seconds = all / perSecond;
  const two = (part: bigint) => String(part).padStart(2, "0");
  const fraction = String(all % perSecond)
    .padStart(String(units).length - 1, "0")
    .replace(/0+$/, "");
  const time = `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}`;
  return fraction === "" ? time : `${time}.${fraction}`;
}

/** An interval of the calendar in ISO 8601, as databases have them: `P14M3DT5.25S`. Its parts keep their signs. */
export function intervalText(months: number, days: number, nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? "-" : "";
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const fraction = String(size % NANO)
    .padStart(9, "0")
    .replace(/0+$/, "");
  const seconds = `${sign}${size / NANO}${fraction === "" ? "" : `.${fraction}`}`;
  const date = `${months === 0 ? "" : `${months}M`}${days === 0 ? "" : `${days}D`}`;
  if (size === 0n) return date === "" ? "PT0S" : `P${date}`;
  return `P${date}T${seconds}S`;
}

/**
 * An interval as the library of Arrow gives it: months as years and months, days with milliseconds, or months, days and the two halves
 * of nanoseconds. @param unit the name of its unit in Arrow
 */
export function arrowIntervalText(parts: Int32Array, unit: string): string {
  const [a = 0, b = 0, low = 0, high = 0] = parts;
  if (unit === "YEAR_MONTH") return intervalText(a * 12 + b, 0, 0n);
  if (unit === "DAY_TIME") return intervalText(0, a, BigInt(b) * 1_000_000n);
  return intervalText(a, b, (BigInt(high) << 32n) | BigInt(low >>> 0));
}

const NANO = 1_000_000_000n;
