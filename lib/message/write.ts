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

/** The text of a message in a language, by default English. */
export function writeMessage(sentence: Sentence, language: Language = english): string {
  return typeof sentence === "string" ? sentence : fill(textOf(sentence, language), sentence.values, language);
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

/** Puts values into the holes of a text. A hole without a value stays as it is written. */
export function fill(text: string, values: Message["values"], language: Language = english): string {
  let written = "";
  let from = 0;
  for (const match of text.matchAll(holes)) {
    written = join(written, text.slice(from, match.index));
    from = match.index + match[0].length;
    const [hole, name = "", form, many] = match;
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) written += hole;
    else if (many !== undefined) written += countOf(value) === 1 ? form : many;
    // Text between backticks is code, in every language.
    else if (typeof value === "string" && written.endsWith("`")) written += value;
    else written = join(written, writeValue(value, language, form));
  }
  return join(written, text.slice(from));
}

/** Concatenates two texts. The space that a Chinese text has around a hole is dropped between Han characters. */
function join(before: string, after: string): string {
  if (before.endsWith(" ") && isHan(before.at(-2)) && isHan(after[0])) return before.slice(0, -1) + after;
  return isHan(before.at(-1)) && after.startsWith(" ") && isHan(after[1]) ? before + after.slice(1) : before + after;
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
  return (isHan(before.at(-1)) ? "" : " ") + joint + (isHan(after[0]) ? "" : " ");
}

function isHan(character: string | undefined): boolean {
  return character !== undefined && /^\p{Script=Han}/u.test(character);
}
