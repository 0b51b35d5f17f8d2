import type { Canvas } from "./canvas.ts";

/** Sans faces of the systems, as in the design tokens. The first that is there is taken; for letters that it lacks, any other. */
const FAMILIES = [
  "Segoe UI",
  "Helvetica Neue",
  "Roboto",
  "Noto Sans",
  "Liberation Sans",
  "Arial",
  "DejaVu Sans",
  "PingFang SC",
  "Microsoft YaHei",
  "Noto Sans CJK SC",
  "WenQuanYi Micro Hei",
  "WenQuanYi Zen Hei",
];

/** The family in which cards are set; null if this machine has no font at all. */
export function familyOf({ GlobalFonts }: Pick<Canvas, "GlobalFonts">): string | null {
  const found = GlobalFonts.families.map(({ family }) => family);
  return FAMILIES.find((family) => found.includes(family)) ?? found[0] ?? null;
}

const SIZE = 24;

/** The letters of a text that no font of this machine has: they would be drawn as empty boxes. Signs that are no letters do not count. */
export function missingLetters({ createCanvas }: Pick<Canvas, "createCanvas">, family: string, text: string): string[] {
  const context = createCanvas(2 * SIZE, 2 * SIZE).getContext("2d");
  const drawingOf = (letter: string) => {
    context.clearRect(0, 0, 2 * SIZE, 2 * SIZE);
    context.font = `${SIZE}px "${family}"`;
    context.fillText(letter, 4, 1.5 * SIZE);
    return Buffer.from(context.getImageData(0, 0, 2 * SIZE, 2 * SIZE).data).toString("latin1");
  };
  // No font has a picture of a code point that is no character.
  const box = drawingOf("\u{10ffff}");
  const nothing = drawingOf(" ");
  const letters = new Set(text.match(/\p{L}/gu));
  return [...letters].filter((letter) => {
    const drawn = drawingOf(letter);
    return drawn === box || drawn === nothing;
  });
}
