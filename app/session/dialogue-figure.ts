import type { Value } from "../../kernel/agent/reply.ts";
import { formatNumber } from "../../kernel/stdlib/format-number.ts";

/** The unit that stands behind a figure; years, names and ratios have none. */
export function shownUnit(unit: string): string {
  return ["year", "iso3", "text", "1"].includes(unit) ? "" : unit;
}

/**
 * A figure of a reply as text. Cells that are kept write it with the same function, so that both show the same digits.
 * @param decimals as many as figures of its size have, unless given
 */
export function figureText({ value, unit }: Pick<Value, "value" | "unit">, decimals?: number): string {
  if (typeof value !== "number" || unit === "year") return String(value);
  return formatNumber(value, { unit: shownUnit(unit), ...(decimals === undefined ? {} : { decimals }) });
}

/** The bounds of a figure as text; empty if it has none. */
export function boundsText({ lo, hi, unit }: Pick<Value, "lo" | "hi" | "unit">): string {
  if (lo === undefined || hi === undefined) return "";
  return `${figureText({ value: lo, unit })} – ${figureText({ value: hi, unit })}`;
}
