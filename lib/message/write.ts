import { isMessage, type Message, type MessageValue, messages, type Sentence, type Text } from "./message.ts";
import type { Translations } from "./words.ts";

/** A language in which messages are written. */
export interface Language {
  /** BCP 47, as `zh-CN`. */
  readonly tag: string;
  /** Texts by the code of their message; what is not there is taken from the declaration. */
  readonly translations?: Translations;
  /** Puts words of others, which stand in a hole, into the language. */
  readonly stranger?: (words: string) => string;
}

const english: Language = { tag: "en" };

/** What stands between the items of a list. */
const joints = messages("list", {
  comma: { en: ", ", zh: "、" },
  and: { en: " and ", zh: "和" },
  or: { en: " or ", zh: "或" },
  lines: { en: "\n", zh: "\n" },
});

type Joint = keyof typeof joints;

const holes = /\{(\w+)(?::([^|{}]*)(?:\|([^{}]*))?)?\}/g;

/** The words of a message in a language, English when none is named. */
export function writeMessage(sentence: Sentence, language: Language = english): string {
  return typeof sentence === "string" ? sentence : fill(textOf(sentence, language), sentence.values, language);
}

/** A text that data carry, in the language of a tag: English where they have no other. */
export function textIn({ en, zh }: Text, tag: string): string {
  return /^zh\b/i.test(tag) ? zh : en;
}

/** Items in a row, joined as a list in a message is. */
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
    // What stands between backticks is code, in every language.
    else if (typeof value === "string" && written.endsWith("`")) written += value;
    else written = join(written, writeValue(value, language, form));
  }
  return join(written, text.slice(from));
}

/** Two texts, one after the other. A space that a Chinese text has around a hole for names goes between Han characters. */
function join(before: string, after: string): string {
  if (before.endsWith(" ") && isHan(before.at(-2)) && isHan(after[0])) return before.slice(0, -1) + after;
  return isHan(before.at(-1)) && after.startsWith(" ") && isHan(after[1]) ? before + after.slice(1) : before + after;
}

/** The number that chooses between the form for one and that for many: its digits, whatever groups them. */
export function countOf(value: MessageValue): number {
  return Number(String(value).replaceAll(/\D/g, ""));
}

function writeValue(value: MessageValue, language: Language, joint?: string): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return language.stranger?.(value) ?? value;
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

/** A joint between two items. Between a Han character and a name in Latin letters or code stands a space. */
function spaced(joint: string, before: string, after: string): string {
  if (!isHan(joint)) return joint;
  return (isHan(before.at(-1)) ? "" : " ") + joint + (isHan(after[0]) ? "" : " ");
}

function isHan(character: string | undefined): boolean {
  return character !== undefined && /^\p{Script=Han}/u.test(character);
}
