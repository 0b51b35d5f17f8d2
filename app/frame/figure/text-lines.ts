/** A line of text of an HTML element, where the browser laid it out. */
export interface TextLine {
  readonly text: string;
  readonly left: number;
  /** The baseline. */
  readonly base: number;
  readonly width: number;
  /** The element whose style it has. */
  readonly parent: Element;
}

/** The spaces that HTML draws as one; the narrow space of a number is not among them. */
const COLLAPSING = /[ \t\n\r\f]+/g;

let measuring: CanvasRenderingContext2D | null | undefined;

/** The visible lines of text below an element, except in the elements that `skips` names. */
export function textLines(root: Element, skips: string): TextLine[] {
  const lines: TextLine[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement!;
    if (parent.closest(skips) || !parent.checkVisibility({ visibilityProperty: true })) continue;
    lines.push(...linesOf(node as Text, parent));
  }
  return lines;
}

/** A text node may be broken into several lines: words at the same height are one. */
function linesOf(node: Text, parent: Element): TextLine[] {
  const lines: { text: string; left: number; right: number; top: number; bottom: number }[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+\s*|\s+/gu)) {
    // Chinese is broken between letters: a piece that spans two lines is taken letter by letter.
    range.setStart(node, index);
    range.setEnd(node, index + word.trimEnd().length);
    const pieces = range.getClientRects().length > 1 ? [...word] : [word];
    let at = index;
    for (const piece of pieces) {
      range.setStart(node, at);
      range.setEnd(node, at + piece.length);
      at += piece.length;
      const [box] = range.getClientRects();
      if (!box || box.width === 0) continue;
      const last = lines.at(-1);
      if (last && Math.abs(last.top - box.top) < box.height / 2) {
        last.text += piece;
        last.right = box.right;
      } else lines.push({ text: piece, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
    }
  }
  return lines.map(({ text, left, right, top, bottom }) => ({
    text: text.replaceAll(COLLAPSING, " ").trimEnd(),
    left,
    base: top + (bottom - top) * ascentShare(parent),
    width: right - left,
    parent,
  }));
}

/** The part of a line's box that is above the baseline. */
function ascentShare(element: Element): number {
  measuring ??= document.createElement("canvas").getContext("2d");
  if (!measuring) return 0.8;
  measuring.font = getComputedStyle(element).font;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = measuring.measureText("x");
  return up / (up + down);
}
