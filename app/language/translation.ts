import type { Pairs } from "../../lib/message/words.ts";
import { fillPattern, matchPattern, type Pattern, readPattern } from "./pattern.ts";

/** Longer texts are only translated line by line. */
const MAX_LENGTH = 2000;
/** The deepest nesting of sentences in holes of sentences. */
const MAX_DEPTH = 6;

interface Entry {
  readonly pattern: Pattern;
  readonly translated: string;
  /** Whether the pattern contains words. One of mere punctuation (`{field}: {problem}`) only counts if a hole is translated. */
  readonly hasWords: boolean;
  readonly isPart: boolean;
}

interface Match {
  readonly entry: Entry;
  readonly found: string[];
  /** Whether the pattern begins with a hole. */
  readonly isOpen: boolean;
  /** Whether that hole matched a place before the sentence, such as `factors: …`. */
  readonly hasPlace: boolean;
}

/**
 * Translates sentences by pairs of patterns with the same holes. The value of a hole is itself translated if it is a known
 * sentence or a list of such; code, names and unknown texts are not translated.
 */
export class Translation {
  /** Separators of the items of a list: `, `, ` and ` and ` or `; and `: ` between a place and the sentence about it. */
  readonly #between: Readonly<Record<string, string>>;
  /** Entries by the rarest whole word of their pattern; under "" those without one. */
  readonly #byWord = new Map<string, Entry[]>();
  readonly #known = new Map<string, string>();

  constructor({ sentences, parts, between }: Pairs) {
    this.#between = between;
    const read = (pairs: Readonly<Record<string, string>>, isPart: boolean) =>
      Object.entries(pairs).map(([text, translated]) => {
        const pattern = readPattern(text);
        const hasWords = /\p{L}{2}/u.test(pattern.literals.join(" "));
        return { pattern, translated, words: wordsOf(pattern), hasWords, isPart };
      });
    const entries = [...read(sentences, false), ...read(parts, true)];
    const counts = new Map<string, number>();
    for (const { words } of entries) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const { words, ...entry } of entries.sort((a, b) => b.pattern.weight - a.pattern.weight)) {
      const rarest = [...words].sort((a, b) => counts.get(a)! - counts.get(b)!)[0] ?? "";
      const bucket = this.#byWord.get(rarest);
      if (bucket) bucket.push(entry);
      else this.#byWord.set(rarest, [entry]);
    }
  }

  /** The translated sentence, or the sentence itself if it is unknown. */
  translate(sentence: string): string {
    let known = this.#known.get(sentence);
    if (known === undefined) {
      known = this.#text(sentence, 0, false, []) ?? sentence;
      if (this.#known.size > 500) this.#known.clear();
      this.#known.set(sentence, known);
    }
    return known;
  }

  /** Translates a phrase that is not a sentence, such as the name of a step: `solving`. */
  translatePart(part: string): string {
    return this.#text(part, 0, true, []) ?? part;
  }

  /** The patterns by which a sentence, or a part of one, and the values in it are translated. */
  patternsOf(text: string): string[] {
    const used: string[] = [];
    if (this.#text(text, 0, false, used) === null) this.#text(text, 0, true, used);
    return used;
  }

  /** Translates one sentence, lines, several sentences or, as part of a sentence, a list; null if none is known. */
  #text(text: string, depth: number, isPart: boolean, used: string[]): string | null {
    if (depth > MAX_DEPTH) return null;
    return (
      this.#lines(text, depth, isPart, true, used) ??
      this.#phrase(text, depth, isPart, used) ??
      this.#lines(text, depth, isPart, false, used) ??
      this.#sentences(text, depth, isPart, used) ??
      (isPart ? this.#list(text, depth, used) : null)
    );
  }

  /**
   * Translates line by line, as far as lines are known: a message is often followed by an excerpt or by a list of names.
   * With `isHeaded`, the first line must be known.
   */
  #lines(text: string, depth: number, isPart: boolean, isHeaded: boolean, used: string[]): string | null {
    if (!text.includes("\n")) return null;
    const inner: string[] = [];
    const lines = text.split("\n");
    const said = lines.map((line) => {
      const indent = /^\s*/.exec(line)![0];
      const words = this.#text(line.slice(indent.length), depth + 1, isPart, inner);
      return words === null ? null : indent + words;
    });
    if (isHeaded ? said[0] === null : said.every((line) => line === null)) return null;
    used.push(...inner);
    return said.map((line, i) => line ?? lines[i]!).join("\n");
  }

  /** Several sentences: all of them or none, so that no line mixes two languages. */
  #sentences(text: string, depth: number, isPart: boolean, used: string[]): string | null {
    const sentences = text.split(/(?<=[.?!]) (?=[\p{Lu}“"`])/u);
    if (sentences.length < 2) return null;
    const said = sentences.map((sentence) => this.#phrase(sentence, depth, isPart, used));
    return said.includes(null) ? null : said.join("");
  }

  #phrase(text: string, depth: number, isPart: boolean, used: string[]): string | null {
    if (text.length > MAX_LENGTH) return null;
    const matches: Match[] = [];
    for (const entry of this.#candidates(text)) {
      const found = isPart || !entry.isPart ? matchPattern(entry.pattern, text) : null;
      if (!found) continue;
      const isOpen = entry.pattern.literals[0] === "";
      matches.push({ entry, found, isOpen, hasPlace: isOpen && entry.hasWords && found[0]!.includes(": ") });
    }
    // A pattern that begins with a hole also matches a place before the sentence (`factors: …`): patterns beginning with words go first.
    const ordered = matches.some(({ hasPlace }) => hasPlace)
      ? [...matches.filter(({ isOpen }) => !isOpen), ...matches.filter(({ isOpen }) => isOpen)]
      : matches;
    for (const { entry, found, hasPlace } of ordered) {
      const placed = hasPlace ? this.#placed(text, depth, isPart, used) : null;
      const said = placed ?? this.#filled(entry, found, depth, used);
      if (said !== null) return said;
    }
    return null;
  }

  /** Translates a sentence behind the place that it is about. */
  #placed(text: string, depth: number, isPart: boolean, used: string[]): string | null {
    const at = text.indexOf(": ");
    const said = depth > MAX_DEPTH ? null : this.#phrase(text.slice(at + 2), depth + 1, isPart, used);
    return said === null ? null : text.slice(0, at) + (this.#between[": "] ?? ": ") + said;
  }

  /** The translated pattern with the translated values of its holes; null if nothing in it was translated. */
  #filled({ pattern, translated, hasWords }: Entry, found: string[], depth: number, used: string[]): string | null {
    // Mere punctuation is matched within a line only, or it would match anywhere in a longer text.
    if (!hasWords && found.slice(0, -1).some((value) => value.includes("\n"))) return null;
    const inner: string[] = [];
    let isTranslated = hasWords;
    const values: Record<string, string> = {};
    pattern.holes.forEach(({ name, isNumber, isCode, isName }, i) => {
      // Mere punctuation makes no sentence of which a phrase could be a part.
      const said = isNumber || isCode || isName ? null : this.#text(found[i]!, depth + 1, hasWords, inner);
      isTranslated ||= said !== null;
      values[name] = said ?? found[i]!;
    });
    if (!isTranslated) return null;
    used.push(pattern.text, ...inner);
    return fillPattern(translated, values);
  }

  /** A list whose items are code or known phrases. */
  #list(text: string, depth: number, used: string[]): string | null {
    const parts = text.split(/(, | and | or )(?=(?:[^`]*`[^`]*`)*[^`]*$)/);
    if (parts.length < 3) return null;
    const said = parts.map((part, i) => {
      if (i % 2 === 1) return this.#between[part] ?? part;
      return /^`[^`]*`$/.test(part) ? part : this.#phrase(part, depth + 1, true, used);
    });
    if (said.includes(null)) return null;
    // A space is set between code and a word, but not between Chinese words.
    return said
      .map((part, i) =>
        i % 2 === 1 && /^\p{Script=Han}$/u.test(part!) ? spaced(part!, said[i - 1]!, said[i + 1]!) : part,
      )
      .join("");
  }

  #candidates(text: string): Entry[] {
    const words = new Set(text.match(/[\p{L}\d]+/gu) ?? []);
    const found = [...(this.#byWord.get("") ?? [])];
    for (const word of words) found.push(...(this.#byWord.get(word) ?? []));
    return found.sort((a, b) => b.pattern.weight - a.pattern.weight);
  }
}

/** The whole words of a pattern, which are not adjacent to a hole. */
function wordsOf({ literals }: Pattern): Set<string> {
  return new Set(
    literals.flatMap((literal, i) => {
      const isFirst = i === 0;
      const isLast = i === literals.length - 1;
      const from = isFirst ? literal : literal.replace(/^[\p{L}\d]+/u, "");
      return (isLast ? from : from.replace(/[\p{L}\d]+$/u, "")).match(/[\p{L}\d]+/gu) ?? [];
    }),
  );
}

function spaced(word: string, before: string, after: string): string {
  const isHan = (character: string | undefined) => /\p{Script=Han}/u.test(character ?? "");
  return `${isHan(before.at(-1)) ? "" : " "}${word}${isHan(after[0]) ? "" : " "}`;
}
