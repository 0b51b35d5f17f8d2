import { messages, type Sentence } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";

/** The most of one text of a notebook that a report repeats, in characters: an error, a title, a line of the console. */
export const MAX_TEXT = 3000;

const texts = messages("values", {
  cut: {
    en: "{beginning}… ({count} more characters are left out)",
    zh: "{beginning}……（其余 {count} 个字符已省略）",
  },
});

/** A text as it is, or its beginning with how much was left out. */
export function boundedSentence(text: string, most = MAX_TEXT): Sentence {
  if (text.length <= most) return text;
  // No half of a surrogate pair.
  const beginning = text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  return texts.cut({ beginning, count: text.length - beginning.length });
}

/** The texts of one report: each is bounded, and so is their sum. */
export class TextBound {
  #room: number;

  /** @param room the most characters of all texts */
  constructor(room = 1_000_000) {
    this.#room = room;
  }

  /** A text as it is, or its beginning with how much was left out. */
  text(text: string, most = MAX_TEXT): string {
    const bounded = boundedSentence(text, Math.min(most, this.#room));
    this.#room -= Math.min(text.length, most, this.#room);
    return writeMessage(bounded);
  }

  /** The same of every text in lists and records; keys of records stay. */
  data<T>(value: T): T {
    if (typeof value === "string") return this.text(value) as T;
    if (Array.isArray(value)) return value.map((item) => this.data(item)) as T;
    if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.data(item)])) as T;
  }
}
