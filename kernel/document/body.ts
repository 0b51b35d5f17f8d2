import { findScriptEnd, findScriptState } from "./script.ts";

/** The text between the tags of a cell. */
export interface Body {
  readonly text: string;
  /** Whether it is escaped by our own rule, which Notebook Kit does not undo; an attribute of the cell marks it. */
  readonly escaped: boolean;
}

/** The attribute of a cell whose body is escaped by our own rule. */
export const escapedAttribute = "data-escaped";

const lineEnd = /\r\n?|\n/;
const indent = "    ";

/** Decodes a source from its body as Notebook Kit does: unescaped, without first and last blank line, dedented. */
export function decodeBody({ text, escaped }: Body): string {
  return findLines(unescapeBody(text, escaped)).lines.map(dedentLine).join("\n");
}

/** Encodes a source; parts that are the same in the previous body keep their spelling. */
export function encodeBody(source: string, before: Body | undefined, end: string): Body {
  const close = `${end}  `;
  const frame = (text: string) => end + text.split("\n").map(indentLine).join(end) + close;
  const candidates: (() => Body | undefined)[] = [
    () => before && { text: patchLines(source, before, end), escaped: before.escaped },
    () => ({ text: frame(escapeEndTags(source)), escaped: false }),
    () => ({ text: frame(escapeUnlessDoubly(source)), escaped: false }),
  ];
  for (const candidate of candidates) {
    const body = candidate();
    if (body && isReadBack(body, source)) return body;
  }
  return { text: frame(escapeMarks(source)), escaped: true };
}

/** Lines of a source end in `\n`, whatever the file's line ends are. */
export function normalizeSource(source: string): string {
  return source.replace(/\r\n?/g, "\n");
}

/** Whether a script with this body ends at the right place, for HTML parsers and for ours, and decodes to the source. */
function isReadBack(body: Body, source: string): boolean {
  const { end, rescued } = findScriptEnd(`${body.text}</script>.`, 0);
  return end === body.text.length && !rescued && decodeBody(body) === source;
}

/** Notebook Kit's escape of end tags that would close the script, also at the end of the source. */
function escapeEndTags(source: string): string {
  return source.replace(/<(?=\\*\/script(?:\s|>|$))/gi, "<\\");
}

/** The same, except for end tags that HTML treats as text because they close the doubly escaped state. */
function escapeUnlessDoubly(source: string): string {
  let text = "";
  let from = 0;
  for (const { index, 0: tag } of source.matchAll(/<\/script(?=[\t\n\f />])/gi)) {
    text += escapeEndTags(`${source.slice(from, index)}\0`).slice(0, -1);
    text += findScriptState(text) === "doubly escaped" ? tag : `<\\${tag.slice(1)}`;
    from = index + tag.length;
  }
  return text + escapeEndTags(source.slice(from));
}

/** Our own escape, of everything that has a meaning in a script's text. */
function escapeMarks(source: string): string {
  return source.replace(/<(?=\\*(?:\/?script|!--))/gi, "<\\");
}

function unescapeBody(text: string, escaped: boolean): string {
  return escaped
    ? text.replace(/<\\(?=\\*(?:\/?script|!--))/gi, "<")
    : text.replace(/<\\(?=\\*\/script(?:\s|>))/gi, "<");
}

/** The lines of a body, without the blank ones next to the tags. */
interface Lines {
  /** The text before the first line, and after the last. */
  readonly head: string;
  readonly tail: string;
  readonly lines: readonly string[];
  /** The line end of each line except the last. */
  readonly ends: readonly string[];
}

function findLines(text: string): Lines {
  const lines = text.split(lineEnd);
  const ends = text.match(/\r\n?|\n/g) ?? [];
  let head = "";
  let tail = "";
  if (isBlank(lines.at(-1))) tail = (ends.pop() ?? "") + lines.pop();
  if (lines.length > 0 && isBlank(lines[0])) head = lines.shift() + (ends.shift() ?? "");
  return { head, tail, lines, ends };
}

/** Rewrites only the lines of a body that the new source changes. */
function patchLines(source: string, before: Body, end: string): string {
  const { head, tail, lines, ends } = findLines(before.text);
  const old = lines.map((line) => dedentLine(unescapeBody(`${line}\n`, before.escaped).slice(0, -1)));
  const next = source.split("\n");
  if (head === "" && next.length > 1 && lines.length <= 1) return "";
  let start = 0;
  while (start < Math.min(old.length, next.length) && old[start] === next[start]) ++start;
  let same = 0;
  while (same < Math.min(old.length, next.length) - start && old.at(-same - 1) === next.at(-same - 1)) ++same;
  const plain = lines.some((line) => line.trim() !== "") && !lines.some((line) => line.startsWith(indent));
  const escapeLine = before.escaped ? escapeMarks : escapeEndTags;
  const written = next.map((line, i) => {
    if (i < start) return lines[i]!;
    const fromEnd = next.length - i;
    if (fromEnd <= same) return lines[lines.length - fromEnd]!;
    return plain && !line.startsWith(indent) ? escapeLine(line) : indentLine(escapeLine(line));
  });
  const endOf = (i: number) => {
    const fromEnd = next.length - 1 - i;
    return (i < start ? ends[i] : fromEnd < same ? ends[ends.length - fromEnd] : undefined) ?? end;
  };
  return head + written.map((line, i) => (i < next.length - 1 ? line + endOf(i) : line)).join("") + tail;
}

function indentLine(line: string): string {
  return line === "" ? "" : indent + line;
}

function dedentLine(line: string): string {
  return line.startsWith(indent) ? line.slice(indent.length) : line;
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || /^\s*$/.test(line);
}
