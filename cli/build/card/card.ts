import { parseHTML } from "linkedom";
import { figuresIn, isSvg, titleOfFigure } from "../../../kernel/output/figure/footer.ts";
import type { Theme } from "../../results/theme-colours.ts";
import { type WholeFigure, wholeFigure, writeFigure } from "../../results/whole-figure.ts";
import type { Canvas } from "./canvas.ts";
import { familyOf, missingLetters } from "./fonts.ts";
import { makePlain } from "./plain-svg.ts";

/** The size that networks show at its full width, in pixels. */
export const CARD = { width: 1200, height: 630 } as const;

const MARGIN = 48;
const FOOTER = 44;
const TITLE = 44;
const SUMMARY = 26;

/** What a card shows. */
export interface CardContent {
  readonly title: string;
  readonly summary: string;
  /** The name of the site, in the footer. */
  readonly site: string;
  /** Who wrote it and when, in the footer; empty if the notebook does not say. */
  readonly byline: string;
  /** The outputs of the cells as HTML, those for a narrow column first where there are two. */
  readonly outputs: readonly string[];
}

/** A picture of a notebook for where a link to it is shown. */
export interface Card {
  readonly png: Uint8Array;
  /** Its picture in words. */
  readonly alt: string;
}

/** Why there is no card: no font, or none with these letters. */
export interface NoCard {
  readonly lacks: "font" | readonly string[];
}

/** The leading figure of a notebook: its first picture in SVG. Null if it has none. */
export function leadingFigure(outputs: Iterable<string>, theme: Theme): (WholeFigure & { alt: string }) | null {
  for (const html of outputs) {
    if (!html.includes("<svg")) continue;
    const { document } = parseHTML(`<html><body>${html}</body></html>`);
    const figure = figuresIn(document.body).find(({ picture }) => isSvg(picture));
    if (!figure) continue;
    const title = titleOfFigure(figure);
    const words = figure.picture.getAttribute("aria-label") ?? "";
    return { ...wholeFigure(figure, theme), alt: words.startsWith(title) ? words : sentences(title, words) };
  }
  return null;
}

/** Two texts as sentences, one after the other; either may be empty. */
function sentences(first: string, second: string): string {
  if (first === "" || second === "") return first + second;
  return `${first}${/[.?!。？！]$/.test(first) ? " " : ". "}${second}`;
}

/** Draws the card of a notebook: its title, its leading figure, and a footer, in the light theme. */
export async function drawCard(
  canvas: Canvas,
  theme: Theme,
  mark: string,
  content: CardContent,
): Promise<Card | NoCard> {
  const family = familyOf(canvas);
  if (family === null) return { lacks: "font" };
  const figure = leadingFigure(content.outputs, theme);
  const letters = [content.title, content.summary, content.site, content.byline, figure?.svg.textContent ?? ""].join(
    "",
  );
  const missing = missingLetters(canvas, family, letters);
  if (missing.length > 0) return { lacks: missing };

  const image = canvas.createCanvas(CARD.width, CARD.height);
  const context = image.getContext("2d");
  const fill = (name: string) => {
    context.fillStyle = theme.get(name) ?? "#000000";
  };
  const font = (size: number, weight = 400) => {
    context.font = `${weight} ${size}px "${family}"`;
  };
  fill("--paper");
  context.fillRect(0, 0, CARD.width, CARD.height);

  const room = { width: CARD.width - 2 * MARGIN, bottom: CARD.height - MARGIN - FOOTER };
  // A figure that is no wider than high stands beside the title, any other below it.
  const isBeside = figure !== null && figure.width < 1.25 * figure.height;
  const inBeside = figure && isBeside ? fitted(figure, room.width * 0.55, room.bottom - MARGIN) : null;
  const textWidth = inBeside ? room.width - inBeside.width - MARGIN : room.width;
  let y = MARGIN;
  const write = (text: string, size: number, weight: number, most: number) => {
    font(size, weight);
    const lines = brokenInto(text, most, (piece) => context.measureText(piece).width <= textWidth);
    for (const line of lines) {
      context.fillText(line, MARGIN, y + size * 0.95);
      y += size * 1.2;
    }
  };
  fill("--ink");
  write(content.title, TITLE, 700, isBeside ? 6 : 2);
  if (isBeside || !figure) {
    y += 14;
    fill("--ink-muted");
    write(content.summary, SUMMARY, 400, Math.max(0, Math.floor((room.bottom - y) / (SUMMARY * 1.2))));
  } else y += 10;

  if (figure) {
    const box = inBeside ?? fitted(figure, room.width, room.bottom - y);
    const left = inBeside ? CARD.width - MARGIN - box.width : MARGIN + (room.width - box.width) / 2;
    const top = inBeside ? MARGIN + (room.bottom - MARGIN - box.height) / 2 : y;
    makePlain(figure.svg, { theme, family, colourOf: colourReader(canvas) });
    figure.svg.setAttribute("viewBox", figure.svg.getAttribute("viewBox") ?? `0 0 ${figure.width} ${figure.height}`);
    figure.svg.setAttribute("width", String(box.width));
    figure.svg.setAttribute("height", String(box.height));
    context.drawImage(await canvas.loadImage(Buffer.from(writeFigure(figure))), left, top, box.width, box.height);
  }

  const line = CARD.height - MARGIN - 6;
  fill("--rule");
  context.fillRect(MARGIN, line - FOOTER + 14, room.width, 2);
  context.drawImage(await canvas.loadImage(Buffer.from(mark)), MARGIN, line - 16, 32, 32);
  fill("--ink-muted");
  font(24);
  context.fillText(content.site, MARGIN + 46, line + 9);
  context.fillText(content.byline, CARD.width - MARGIN - context.measureText(content.byline).width, line + 9);
  const alt = figure && figure.alt !== "" ? figure.alt : sentences(content.title, content.summary);
  return { png: image.toBuffer("image/png"), alt };
}

function fitted({ width, height }: WholeFigure, most: number, high: number): { width: number; height: number } {
  const scale = Math.min(most / width, high / height, 2);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Lines that fit, at most so many; an ellipsis ends what is left out. */
function brokenInto(text: string, most: number, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [piece] of text.matchAll(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/gu)) {
    if (line === "" || fits((line + piece).trimEnd())) line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece;
    }
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  const shown = lines.slice(0, most);
  let last = shown.pop() ?? "";
  while (last !== "" && !fits(`${last}…`)) last = last.slice(0, -1);
  return most > 0 ? [...shown, `${last.trimEnd()}…`] : [];
}

/** Reads colours of CSS by the canvas itself. */
function colourReader({ createCanvas }: Canvas): (value: string) => string | null {
  const context = createCanvas(1, 1).getContext("2d");
  return (value) => {
    const found = ["#000001", "#000002"].map((other) => {
      context.fillStyle = other;
      context.fillStyle = value;
      return String(context.fillStyle);
    });
    // A text that is no colour leaves what was there.
    return found[0] === found[1] ? found[0]! : null;
  };
}
