import type { Pairs } from "../../lib/message/words.ts";
import { fillPattern, matchPattern, type Pattern, readPattern } from "./pattern.ts";

/** Longer texts are not sentences: they are looked through line by line only. */
const LONGEST = 2000;
/** A sentence in a hole of a sentence, and so on: no deeper. */
const DEEPEST = 6;

interface Entry {
  readonly pattern: Pattern;
  readonly translated: string;
  /** Whether the pattern says anything by itself: one of mere marks (`{field}: {problem}`) stands for what it holds. */
  readonly speaks: boolean;
  readonly isPart: boolean;
}

interface Match {
  readonly entry: Entry;
  readonly found: string[];
  /** Whether the pattern begins with a hole. */
  readonly isOpen: boolean;
  readonly swallows: boolean;
}

/**
 * Sentences of one language in another, by pairs of patterns with the same holes. What stands in a hole is itself put
 * into words where it is a known sentence, or a list of such; code, names and whatever is unknown stay as they are.
 */
export class Translation {
  /** Texts between the items of a list: `, `, ` and ` and ` or `; and `: ` between a place and what is told of it. */
  readonly #between: Readonly<Record<string, string>>;
  /** By the rarest whole word of the pattern; patterns without one under "". */
  readonly #byWord = new Map<string, Entry[]>();
  readonly #known = new Map<string, string>();

  constructor({ sentences, parts, between }: Pairs) {
    this.#between = between;
    const read = (pairs: Readonly<Record<string, string>>, isPart: boolean) =>
      Object.entries(pairs).map(([text, translated]) => {
        const pattern = readPattern(text);
        const speaks = /\p{L}{2}/u.test(pattern.literals.join(" "));
        return { pattern, translated, words: wordsOf(pattern), speaks, isPart };
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

  /** The sentence in the other language, or as it is. */
  translate(sentence: string): string {
    let known = this.#known.get(sentence);
    if (known === undefined) {
      known = this.#text(sentence, 0, false, []) ?? sentence;
      if (this.#known.size > 500) this.#known.clear();
      this.#known.set(sentence, known);
    }
    return known;
  }

  /** What stands for a step or a thing and is no sentence by itself: `solving`. */
  translatePart(part: string): string {
    return this.#text(part, 0, true, []) ?? part;
  }

  /** The patterns that a sentence, or a part of one, and what stands in it are put into words by. */
  patternsOf(text: string): string[] {
    const used: string[] = [];
    if (this.#text(text, 0, false, used) === null) this.#text(text, 0, true, used);
    return used;
  }

  /** One sentence, lines, several sentences, or as a part of a sentence a list of such; null where none is known. */
  #text(text: string, depth: number, isPart: boolean, used: string[]): string | null {
    if (depth > DEEPEST) return null;
    return (
      this.#lines(text, depth, isPart, true, used) ??
      this.#phrase(text, depth, isPart, used) ??
      this.#lines(text, depth, isPart, false, used) ??
      this.#sentences(text, depth, isPart, used) ??
      (isPart ? this.#list(text, depth, used) : null)
    );
  }

  /**
   * Line by line, as far as each is known: what follows a message is often an excerpt, or the names to choose from.
   * `isHeaded` asks for the first line to be known by itself.
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

  /** Several sentences: all of them, or none, so that no line stands in two languages. */
  #sentences(text: string, depth: number, isPart: boolean, used: string[]): string | null {
    const sentences = text.split(/(?<=[.?!]) (?=[\p{Lu}“"`])/u);
    if (sentences.length < 2) return null;
    const said = sentences.map((sentence) => this.#phrase(sentence, depth, isPart, used));
    return said.includes(null) ? null : said.join("");
  }

  #phrase(text: string, depth: number, isPart: boolean, used: string[]): string | null {
    if (text.length > LONGEST) return null;
    const matches: Match[] = [];
    for (const entry of this.#candidates(text)) {
      const found = isPart || !entry.isPart ? matchPattern(entry.pattern, text) : null;
      if (!found) continue;
      const isOpen = entry.pattern.literals[0] === "";
      matches.push({ entry, found, isOpen, swallows: isOpen && entry.speaks && found[0]!.includes(": ") });
    }
    // A sentence that begins with a hole takes what stands before it (`factors: …`) for its own: what begins in words is surer.
    const ordered = matches.some(({ swallows }) => swallows)
      ? [...matches.filter(({ isOpen }) => !isOpen), ...matches.filter(({ isOpen }) => isOpen)]
      : matches;
    for (const { entry, found, swallows } of ordered) {
      const behind = swallows ? this.#behind(text, depth, isPart, used) : null;
      const said = behind ?? this.#filled(entry, found, depth, used);
      if (said !== null) return said;
    }
    return null;
  }

  /** The sentence that stands behind the place it is told of. */
  #behind(text: string, depth: number, isPart: boolean, used: string[]): string | null {
    const at = text.indexOf(": ");
    const said = depth > DEEPEST ? null : this.#phrase(text.slice(at + 2), depth + 1, isPart, used);
    return said === null ? null : text.slice(0, at) + (this.#between[": "] ?? ": ") + said;
  }

  /** The pattern's other side with what was found in its holes, put into words; null where it stands for nothing. */
  #filled({ pattern, translated, speaks }: Entry, found: string[], depth: number, used: string[]): string | null {
    // Mere marks are taken within a line only, or they would stand anywhere in a longer text.
    if (!speaks && found.slice(0, -1).some((value) => value.includes("\n"))) return null;
    const inner: string[] = [];
    let told = speaks;
    const values: Record<string, string> = {};
    pattern.holes.forEach(({ name, isNumber, isCode, isName }, i) => {
      // Mere marks between two texts make no sentence in which a part would stand.
      const said = isNumber || isCode || isName ? null : this.#text(found[i]!, depth + 1, speaks, inner);
      told ||= said !== null;
      values[name] = said ?? found[i]!;
    });
    if (!told) return null;
    used.push(pattern.text, ...inner);
    return fillPattern(translated, values);
  }

  /** A list whose items are code, or known each. */
  #list(text: string, depth: number, used: string[]): string | null {
    const parts = text.split(/(, | and | or )(?=(?:[^`]*`[^`]*`)*[^`]*$)/);
    if (parts.length < 3) return null;
    const said = parts.map((part, i) => {
      if (i % 2 === 1) return this.#between[part] ?? part;
      return /^`[^`]*`$/.test(part) ? part : this.#phrase(part, depth + 1, true, used);
    });
    if (said.includes(null)) return null;
    // Between code and a word there is a space; between Chinese words there is none.
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

/** The whole words of a pattern: those that no hole adds letters to. */
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
