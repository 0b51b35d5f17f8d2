/** Colour as the tests measure it: WCAG contrast, and distance in OKLab as different eyes see it. */

export type Colour = readonly [number, number, number];

/** Linear light from `#rrggbb`. */
export function parseColour(hex: string): Colour {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Contrast of WCAG 2.2, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = ([r, g, b]: Colour) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const [x, y] = [luminance(parseColour(a)), luminance(parseColour(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** How eyes see it that lack one kind of cone; Machado, Oliveira and Fernandes 2009, severity 1. */
export const eyes = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

/** Distance in OKLab; 0.02 is just noticeable side by side. */
export function distance(a: string, b: string, eye: keyof typeof eyes): number {
  const [x, y] = [toOklab(see(parseColour(a), eye)), toOklab(see(parseColour(b), eye))];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function see(colour: Colour, eye: keyof typeof eyes): Colour {
  const m = eyes[eye];
  const row = (i: 0 | 3 | 6) => m[i] * colour[0] + m[(i + 1) as 1] * colour[1] + m[(i + 2) as 2] * colour[2];
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return [clamp(row(0)), clamp(row(3)), clamp(row(6))];
}

function toOklab([r, g, b]: Colour): Colour {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
