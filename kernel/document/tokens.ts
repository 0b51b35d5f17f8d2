import { findScriptEnd } from "./script.ts";
import { type AttributeSpan, readTag } from "./tags.ts";

/** A start tag and, for elements whose content is text, that content. */
export interface StartToken {
  readonly type: "start";
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly attributes: readonly AttributeSpan[];
  /** The offset of the end tag, and the offset of its end. */
  readonly content?: {
    readonly end: number;
    readonly to: number;
    readonly closed: boolean;
    readonly rescued: boolean;
  };
}

/** A token of HTML that is relevant to a notebook. Everything between tokens is text. */
export type Token =
  | StartToken
  | { readonly type: "end"; readonly name: string; readonly from: number; readonly to: number }
  | { readonly type: "unclosed"; readonly from: number; readonly to: number };

const rawElements = new Set(["style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"]);

/** Finds the tags of an HTML text, skipping comments and elements whose content is text. */
export function* findTokens(text: string): Generator<Token, void> {
  let at = 0;
  while (at < text.length) {
    const from = text.indexOf("<", at);
    if (from < 0) return;
    const next = text[from + 1] ?? "";
    if (text.startsWith("<!--", from)) {
      const end = findCommentEnd(text, from);
      if (end < 0) {
        yield { type: "unclosed", from, to: text.length };
        return;
      }
      at = end;
    } else if (/[a-zA-Z]/.test(next)) {
      const name = readName(text, from + 1);
      const tag = readTag(text, from + 1 + name.length);
      if (!tag.closed) {
        yield { type: "unclosed", from, to: text.length };
        return;
      }
      const token = readStart(text, name, from, tag.end, tag.attributes);
      yield token;
      at = token.content?.to ?? tag.end;
      if (name === "plaintext") {
        yield { type: "unclosed", from, to: text.length };
        return;
      }
    } else if (next === "/" && /[a-zA-Z]/.test(text[from + 2] ?? "")) {
      const name = readName(text, from + 2);
      const tag = readTag(text, from + 2 + name.length);
      yield tag.closed ? { type: "end", name, from, to: tag.end } : { type: "unclosed", from, to: text.length };
      at = tag.end;
    } else if (next === "!" || next === "?" || next === "/") {
      const end = text.indexOf(">", from + 2);
      if (end < 0) {
        yield { type: "unclosed", from, to: text.length };
        return;
      }
      at = end + 1;
    } else {
      at = from + 1;
    }
  }
}

function readStart(
  text: string,
  name: string,
  from: number,
  to: number,
  attributes: readonly AttributeSpan[],
): StartToken {
  const start = { type: "start", name, from, to, attributes } as const;
  if (name === "script") {
    const { end, closed, rescued } = findScriptEnd(text, to);
    return { ...start, content: { end, rescued, ...findEndTag(text, end, name, closed) } };
  }
  if (!rawElements.has(name)) return start;
  const match = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "gi");
  match.lastIndex = to;
  const found = match.exec(text);
  const end = found?.index ?? text.length;
  return { ...start, content: { end, rescued: false, ...findEndTag(text, end, name, found !== null) } };
}

/** The end of an end tag at an offset, and whether it exists and is complete. */
function findEndTag(text: string, from: number, name: string, found: boolean): { to: number; closed: boolean } {
  if (!found) return { to: text.length, closed: false };
  const { end, closed } = readTag(text, from + 2 + name.length);
  return { to: end, closed };
}

function readName(text: string, from: number): string {
  let end = from;
  while (end < text.length && !/[\t\n\f\r />]/.test(text[end]!)) end += 1;
  return text.slice(from, end).toLowerCase();
}

function findCommentEnd(text: string, from: number): number {
  if (text.startsWith(">", from + 4)) return from + 5;
  if (text.startsWith("->", from + 4)) return from + 6;
  const end = /--!?>/g;
  end.lastIndex = from + 4;
  const found = end.exec(text);
  return found ? found.index + found[0].length : -1;
}
