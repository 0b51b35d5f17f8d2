import { textWidth } from "../../lib/charts/text-width.ts";
import { FONT_SIZE } from "./chart.ts";

/** A year, ungrouped, or a date. */
export function writeTime(time: unknown): string {
  if (!(time instanceof Date)) return String(time);
  const text = time.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16).replace("T", " ");
}

/** Options of an axis of years or dates, which needs no label: as many ticks as have room. */
export function timeAxis(times: readonly unknown[], width: number): Record<string, unknown> {
  const numbers = times.map(Number);
  const isDates = times.some((time) => time instanceof Date);
  if (isDates) {
    const days = (Math.max(...numbers) - Math.min(...numbers)) / 86_400_000;
    const tickFormat = (date: Date) => {
      const text = date.toISOString();
      if (days > 400) return text.slice(0, 7);
      return days > 6 || text.slice(11, 16) === "00:00" ? text.slice(5, 10) : text.slice(11, 16);
    };
    return { label: null, ticks: Math.max(2, Math.floor(width / 90)), tickFormat };
  }
  const whole = numbers.every(Number.isInteger);
  const room = Math.max(2, Math.floor(width / (textWidth("2000", FONT_SIZE) + 26)));
  const range = Math.max(...numbers) - Math.min(...numbers);
  return {
    label: null,
    ticks: whole ? Math.max(1, Math.min(room, range)) : room,
    tickFormat: (value: number) => (Number.isInteger(value) || !whole ? String(Math.round(value * 100) / 100) : ""),
  };
}
