/** Colours whose meaning is the same in every chart; the design tokens have them in the light and the dark theme. */
const meanings = new Set([
  "production",
  "consumption",
  "trade-in",
  "trade-out",
  "natural",
  "sink",
  "avoided",
  "neutral",
]);

/** A colour of CSS from a meaning, or from a colour itself. */
export function paint(colour: string): string {
  return meanings.has(colour) ? `var(--chart-${colour})` : colour;
}

export const INK = "var(--ink)";
export const MUTED = "var(--ink-muted)";
export const PAPER = "var(--paper)";
export const NEUTRAL = "var(--chart-neutral)";
export const ZERO = "var(--chart-zero)";

/** A tint: a colour with so many per cent of itself on the paper. */
export function tint(colour: string, percent: number): string {
  return percent >= 100 ? colour : `color-mix(${["in", "oklab,", colour, `${percent}%,`, PAPER].join(" ")})`;
}

/** Shares of the neutral colour, so that neighbours differ. */
const shades = [100, 42, 72, 26, 86, 56, 14];

/** Colours of categories without a meaning: shades of the neutral colour. */
export function neutralShade(index: number): string {
  return tint(NEUTRAL, shades[index % shades.length]!);
}

/** Strokes of lines without a meaning: shades that stay visible on the paper. */
export function neutralStroke(index: number): string {
  return tint(NEUTRAL, [100, 62, 82, 54][index % 4]!);
}
