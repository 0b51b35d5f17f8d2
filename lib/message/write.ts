import { isMessage, type Message, type MessageValue, messages, type Sentence, type Text } from "./message.ts";
import type { Translations } from "./words.ts";

/** A language in which messages are written. */
export interface Language {
  /** BCP 47, as `zh-CN`. */
  readonly tag: string;
  /** Texts by message code; missing ones are taken from the declaration. */
  readonly translations?: Translations;
  /** Translates external texts that are values of holes. */
  readonly translateExternal?: (words: string) => string;
}

const english: Language = { tag: "en" };

/** Separators between the items of a list. */
const joints = messages("list", {
  comma: { en: ", ", zh: "、" },
  and: { en: " and ", zh: "和" },
  or: { en: " or ", zh: "或" },
  lines: { en: "\n", zh: "\n" },
});

type Joint = keyof typeof joints;

const holes = /\{(\w+)(?::([^|{}]*)(?:\|([^{}]*))?)?\}/g;

/** The English texts of messages that were written before: rows of a result share theirs, and duplicates are found by them. */
const englishTexts = new WeakMap<Message, string>();

/** The text of a message in a language, by default English. */
export function writeMessage(sentence: Sentence, language: Language = english): string {
  if (typeof sentence === "string") return sentence;
  const known = language === english ? englishTexts.get(sentence) : undefined;
  if (known !== undefined) return known;
  const text = fill(textOf(sentence, language), sentence.values, language);
  if (language === english) englishTexts.set(sentence, text);
  return text;
}

/** A text of data in the language of a tag; English if there is no other. */
export function textIn({ en, zh }: Text, tag: string): string {
  return /^zh\b/i.test(tag) ? zh : en;
}

/** Items joined like a list in a message. */
export function writeList(items: readonly MessageValue[], joint: Joint, language: Language = english): string {
  return writeValue(items, language, joint);
}

function textOf({ code, texts }: Message, { tag, translations }: Language): string {
  return translations?.[code] ?? textIn(texts, tag);
}

/** A piece of a text: fixed words and the hole that follows them, if any. */
interface Piece {
  readonly words: string;
  readonly hole?: { readonly whole: string; readonly name: string; readonly form?: string; readonly many?: string };
}

/** Maximum number of cached texts. */
const CACHED = 10_000;

/** The pieces of texts that were written before: a result may contain the same sentence in thousands of rows. */
const parsed = new Map<string, readonly Piece[]>();

function piecesOf(text: string): readonly Piece[] {
  const known = parsed.get(text);
  if (known) return known;
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(holes)) {
    const [whole, name = "", form, many] = match;
    pieces.push({
      words: text.slice(from, match.index),
      hole: { whole, name, ...(form === undefined ? {} : { form }), ...(many === undefined ? {} : { many }) },
    });
    from = match.index + whole.length;
  }
  pieces.push({ words: text.slice(from) });
  // Declared texts number some thousands; a message from a cell may contain any text.
  if (parsed.size >= CACHED) parsed.clear();
  parsed.set(text, pieces);
  return pieces;
}

/** Puts values into the holes of a text. A hole without a value stays as it is written. */
export function fill(text: string, values: Message["values"], language: Language = english): string {
  const written = new Written();
  for (const { words, hole } of piecesOf(text)) {
    written.join(words);
    if (!hole) break;
    const value = Object.hasOwn(values, hole.name) ? values[hole.name] : undefined;
    if (value === undefined) written.add(hole.whole);
    else if (hole.many !== undefined) written.add((countOf(value) === 1 ? hole.form : hole.many) ?? "");
    // Text between backticks is code, in every language.
    else if (typeof value === "string" && written.endsInCode) written.add(value);
    else written.join(writeValue(value, language, hole.form));
  }
  return written.text;
}

/**
 * A text under construction. Its last characters are kept separately, because reading from a text that was just
 * concatenated copies it.
 */
class Written {
  text = "";
  #end = "";

  get endsInCode(): boolean {
    return this.#end.endsWith("`");
  }

  add(words: string): void {
    this.text += words;
    this.#end = words.length > 1 ? words.slice(-2) : (this.#end + words).slice(-2);
  }

  /** Adds words. The space that a Chinese text has around a hole is dropped between Han characters. */
  join(words: string): void {
    const end = this.#end;
    if (end.endsWith(" ") && isHan(end.at(-2)) && isHan(words[0])) {
      this.text = this.text.slice(0, -1) + words;
      this.#end = (end.slice(0, -1) + words).slice(-2);
    } else if (isHan(end.at(-1)) && words.startsWith(" ") && isHan(words[1])) this.add(words.slice(1));
    else this.add(words);
  }
}

/** The number that selects singular or plural: its digits, without group separators. */
export function countOf(value: MessageValue): number {
  return Number(String(value).replaceAll(/\D/g, ""));
}

function writeValue(value: MessageValue, language: Language, joint?: string): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return language.translateExternal?.(value) ?? value;
  if (isMessage(value)) return writeMessage(value, language);
  const items = value.map((each) => writeValue(each, language));
  const last = isJoint(joint) ? joint : "comma";
  const between = (i: number) => {
    const key = i === items.length - 1 || last === "lines" ? last : "comma";
    return spaced(textOf(joints[key](), language), items[i - 1]!, items[i]!);
  };
  return items.map((item, i) => (i === 0 ? item : between(i) + item)).join("");
}

function isJoint(name: string | undefined): name is Joint {
  return name !== undefined && Object.hasOwn(joints, name);
}

/** The separator between two items, with a space between a Han character and Latin letters or code. */
function spaced(joint: string, before: string, after: string): string {
  if (!isHan(joint)) return joint;
  return (isFull(before.at(-1)) ? "" : " ") + joint + (isFull(after[0]) ? "" : " ");
}

/** A Han character, or punctuation that is as wide and brings its own space: `）`, `、`. */
function isFull(character: string | undefined): boolean {
  return isHan(character) || (character !== undefined && /^[\u3001-\u303f\uff01-\uff60“”]/.test(character));
}

/** The first code unit of a Han character is not below this one (the radicals from U+2E80 on). */
const FIRST_HAN = 0x2e80;

function isHan(character: string | undefined): boolean {
  return character !== undefined && character.charCodeAt(0) >= FIRST_HAN && /^\p{Script=Han}/u.test(character);
}
