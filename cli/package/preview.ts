/** The width for which notebooks draw their previews, in pixels: little more than that of a card, so that labels stay legible. */
export const PREVIEW_WIDTH = 400;

/** Attributes of coordinates, whose digits beyond a tenth of a pixel cannot be seen. */
const coordinates = /\s(d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|points|transform|viewBox)="([^"]*)"/g;

/** A figure as the text of a preview: one that is small, and the same on every machine. */
export function writePreview(svg: string): string {
  const rounded = svg.replace(
    coordinates,
    (_all, name, value) =>
      ` ${name}="${value.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (digits: string) => roundTenth(digits))}"`,
  );
  return `${rounded.replace(/^<svg /, '<svg xmlns="http://www.w3.org/2000/svg" ')}\n`;
}

function roundTenth(digits: string): string {
  const rounded = Math.round(Number(digits) * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}
