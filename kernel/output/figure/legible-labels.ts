import { Text } from "@observablehq/plot";
import { textWidth } from "../../../lib/charts/text-width.ts";
import type { PlotMark } from "./drawn-marks.ts";

/** The size of a figure's text where its author chose none; `figure.css` sets it. */
export const FIGURE_FONT_PX = 11;

/** The least space between two labels on a line, in pixels. */
const GAP_PX = 4;
/** Space for a line of text, as a part of its size. */
const LINE_EM = 1.1;
/** Most labels of a mark that are parted: of more, no reader takes them one by one. */
const MAX_LABELS = 120;

interface PlotText extends PlotMark {
  /** Undefined if it varies, or if the author chose none. */
  readonly fontSize?: number;
  readonly textAnchor?: string;
  readonly rotate?: number;
}

type Render = (this: PlotText, ...drawn: unknown[]) => SVGGElement | null;

/** A label where it stands: from left to right, around a line. */
interface Label {
  readonly element: Element;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

let observing = false;

/**
 * Keeps the labels of plots apart: labels of an axis that would run into each other are broken into lines or left out, other
 * labels of one mark move by at most a line. Widths are estimated, so that a figure is the same in Node and in every browser.
 */
export function keepLabelsApart(): void {
  if (observing) return;
  observing = true;
  const prototype = Text.prototype as unknown as { render: Render };
  const { render } = prototype;
  prototype.render = function (...drawn) {
    const group = render.apply(this, drawn);
    if (group && !this.rotate) partLabels(group, this);
    return group;
  };
}

function partLabels(group: SVGGElement, mark: PlotText): void {
  const texts = [...group.children];
  if (texts.length < 2 || texts.length > MAX_LABELS || group.querySelector("text[transform*='rotate']")) return;
  const font = mark.fontSize ?? FIGURE_FONT_PX;
  const axis = /^(f?[xy])-axis tick label$/.exec(mark.ariaLabel ?? "")?.[1];
  if (axis === undefined) moveApart(texts, font, mark.textAnchor);
  else if (axis === "x" || axis === "fx") thinOut(texts, font, mark.textAnchor);
}

/** Labels along a horizontal axis: in several lines if they are words, else every second, third, … */
function thinOut(texts: readonly Element[], font: number, anchor: string | undefined): void {
  const fits = () => {
    const labels = labelsOf(texts, font, anchor).sort((a, b) => a.x - b.x);
    return labels.every((label, i) => i === 0 || apart(labels[i - 1]!, label));
  };
  if (fits()) return;
  const places = texts.map((text) => placeOf(text).x).sort((a, b) => a - b);
  const room = Math.min(...places.slice(1).map((x, i) => x - places[i]!)) - GAP_PX;
  for (const text of texts) breakLines(text, room, font);
  if (fits()) return;
  const ordered = texts.toSorted((a, b) => placeOf(a).x - placeOf(b).x);
  for (let step = 2; step < ordered.length; ++step) {
    const kept = labelsOf(
      ordered.filter((_, i) => i % step === 0),
      font,
      anchor,
    );
    if (!kept.every((label, i) => i === 0 || apart(kept[i - 1]!, label))) continue;
    for (const [i, text] of ordered.entries()) if (i % step !== 0) text.remove();
    return;
  }
}

function apart(left: Label, right: Label): boolean {
  return left.x + left.width + GAP_PX <= right.x;
}

/** Breaks a label of several words into lines that fit, if its own lines are not set yet. */
function breakLines(text: Element, room: number, font: number): void {
  const words = (text.textContent ?? "").split(" ");
  if (words.length < 2 || text.children.length > 0) return;
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, font) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length < 2 || lines.length > 3) return;
  const first = text.getAttribute("y") ?? "0em";
  text.textContent = "";
  for (const [i, line] of lines.entries()) {
    const span = text.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "tspan");
    span.setAttribute("x", "0");
    if (i > 0) span.setAttribute("dy", `${LINE_EM}em`);
    span.textContent = line;
    text.append(span);
  }
  text.setAttribute("y", first);
}

/** Labels of a mark that overlap are moved apart, each by at most a line. */
function moveApart(texts: readonly Element[], font: number, anchor: string | undefined): void {
  const placed: Label[] = [];
  for (const label of labelsOf(texts, font, anchor).sort((a, b) => a.y - b.y)) {
    const hit = placed.findLast((other) => overlap(other, label));
    const shift = hit ? hit.y + hit.height - label.y : 0;
    const moved = { ...label, y: label.y + shift };
    if (shift > 0 && shift <= label.height && !placed.some((other) => overlap(other, moved))) {
      const { x, y } = placeOf(label.element);
      label.element.setAttribute("transform", `translate(${x},${Math.round((y + shift) * 10) / 10})`);
      placed.push(moved);
    } else placed.push(label);
  }
}

function overlap(a: Label, b: Label): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function labelsOf(texts: readonly Element[], font: number, anchor = "middle"): Label[] {
  return texts.map((element) => {
    const { x, y } = placeOf(element);
    const lines = element.children.length > 0 ? [...element.children] : [element];
    const width = Math.max(...lines.map((line) => textWidth(line.textContent ?? "", font)));
    const before = anchor === "start" ? 0 : anchor === "end" ? width : width / 2;
    const height = lines.length * font * LINE_EM;
    return { element, x: x - before, width, y: y - height / 2, height };
  });
}

function placeOf(text: Element): { x: number; y: number } {
  const [, x, y] = /translate\(([-\d.e]+)[ ,]([-\d.e]+)\)/.exec(text.getAttribute("transform") ?? "") ?? [];
  return { x: Number(x ?? 0), y: Number(y ?? 0) };
}
