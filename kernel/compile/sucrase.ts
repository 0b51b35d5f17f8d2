import { transform } from "sucrase";
import { compose, type Mapping, Pieces, Rewriting } from "./rewriting.ts";

/** Positions at which a template has no text before or after a `${`. */
const emptyQuasi = /(?<=[`}])(?=\$\{|`)/g;

/**
 * Removes the types from TypeScript, keeping every line, and maps each remaining token to its origin.
 * Throws a SyntaxError with an offset (`pos`).
 *
 * Sucrase's source map loses columns after a template element without text, so a placeholder character is inserted into such
 * elements temporarily. If a placeholder turns out to be in code, the text is transformed without placeholders.
 */
export function removeTypes(source: string): { text: string; mapping: Mapping } {
  const places = [...source.matchAll(emptyQuasi)];
  const filler = findUnused(source);
  if (places.length === 0 || filler === undefined) return run(source);
  const filled = new Rewriting(source);
  for (const { index } of places) filled.insert(index, filler);
  const before = filled.render();
  try {
    const removed = run(before.text);
    const emptied = new Rewriting(removed.text);
    for (const { index } of removed.text.matchAll(new RegExp(filler, "g"))) emptied.replace(index, index + 1, "");
    const after = emptied.render();
    return { text: after.text, mapping: compose(compose(before.mapping, removed.mapping), after.mapping) };
  } catch {
    return run(source);
  }
}

/** A private-use character that does not occur in the source. */
function findUnused(source: string): string | undefined {
  for (let code = 0xe000; code < 0xf900; ++code) {
    const character = String.fromCharCode(code);
    if (!source.includes(character)) return character;
  }
  return undefined;
}

function run(source: string): { text: string; mapping: Mapping } {
  try {
    const { code, sourceMap } = transform(source, {
      transforms: ["typescript"],
      disableESTransforms: true,
      keepUnusedImports: true,
      sourceMapOptions: { compiledFilename: "cell.js" },
      filePath: "cell.ts",
    });
    return { text: code, mapping: alignTokens(source, code, decodeMappings(sourceMap?.mappings ?? "")) };
  } catch (error) {
    if (!(error instanceof Error) || !("pos" in error) || typeof error.pos !== "number") throw error;
    const message = error.message.replace(/^Error transforming cell\.ts: /, "");
    throw Object.assign(new SyntaxError(message), { pos: error.pos, raisedAt: error.pos + 1 });
  }
}

/** A token's column in a line of the result, and the source's column at or before it. */
type Segment = readonly [generated: number, source: number];

/**
 * The stripped code has the lines of the source, but other columns. The source map gives for each token the first source token
 * at its position, which may be a removed one; a kept token ends where the next token's source begins, so it is found by
 * searching backwards from there.
 */
function alignTokens(source: string, code: string, lines: readonly (readonly Segment[])[]): Pieces {
  const pieces = new Pieces();
  const sourceLines = source.split("\n");
  let sourceStart = 0;
  let codeStart = 0;
  for (const [index, line] of code.split("\n").entries()) {
    const original = sourceLines[index] ?? "";
    const segments = lines[index] ?? [];
    if (segments[0]?.[0] !== 0) pieces.add(codeStart, sourceStart, 0);
    for (const [i, [generated, from]] of segments.entries()) {
      const next = segments[i + 1];
      const kept = line.slice(generated, next?.[0]);
      const span = original.slice(from, next?.[1]);
      addKept(pieces, codeStart + generated, kept, sourceStart + from, span);
    }
    sourceStart += original.length + 1;
    codeStart += line.length + 1;
  }
  return pieces;
}

/** Adds the pieces of a token and the white space after it: `kept` in the source's `span`. */
function addKept(pieces: Pieces, start: number, kept: string, from: number, span: string): void {
  const token = kept.trimEnd();
  const at = span.endsWith(kept) ? span.length - kept.length : span.lastIndexOf(token);
  if (token !== "" && at >= 0 && isBlank(span.slice(at + token.length))) {
    pieces.add(start, from + at, kept.length);
    return;
  }
  // Sucrase generated code here: its beginning and end may still be the author's.
  let head = 0;
  while (head < kept.length && kept[head] === span[head]) ++head;
  let tail = 0;
  while (tail < Math.min(kept.length, span.length) - head && kept.at(-tail - 1) === span.at(-tail - 1)) ++tail;
  pieces.add(start, from, head);
  pieces.add(start + head, from + head, 0);
  pieces.add(start + kept.length - tail, from + span.length - tail, tail);
}

/** Whether a part of a line is only white space and comments. */
function isBlank(text: string): boolean {
  return /^(?:\s|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|\/\/[^\n]*$)*$/.test(text);
}

/** Decodes the mappings of a source map of one file that keeps the lines of the source. */
function decodeMappings(mappings: string): Segment[][] {
  let column = 0;
  return mappings.split(";").map((line) => {
    let generated = 0;
    if (line === "") return [];
    return line.split(",").map((segment): Segment => {
      const [step = 0, , , move = 0] = decodeVlq(segment);
      generated += step;
      column += move;
      return [generated, column];
    });
  });
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function decodeVlq(text: string): number[] {
  const values: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of text) {
    const digit = digits.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    values.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return values;
}
