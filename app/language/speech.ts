import { en } from "./en.ts";
import { fillMessage, type Language, type MessageKey, type PlainKey, type Values } from "./message.ts";
import { zhCn } from "./zh-cn.ts";

export type { Language } from "./message.ts";

const texts: Record<Language, Record<MessageKey, string>> = { en, "zh-CN": zhCn };

/** The language the page speaks now. Dispatches `change` when it takes another, so that all elements render anew. */
class Speech extends EventTarget {
  #language: Language = "en";

  get language(): Language {
    return this.#language;
  }

  set language(language: Language) {
    if (language === this.#language) return;
    this.#language = language;
    this.dispatchEvent(new Event("change"));
  }
}

export const speech = new Speech();

/** A message in the language of the page. */
export function say<Key extends MessageKey>(key: Key, ...values: Values<Key>): string {
  return sayIn(speech.language, key, ...values);
}

/** A message in a given language. */
export function sayIn<Key extends MessageKey>(language: Language, key: Key, ...values: Values<Key>): string {
  const text = texts[language][key];
  return values[0] ? fillMessage(text, values[0]) : text;
}

/** What something is called: a message without values, or words that are put together for each language. */
export type Label = PlainKey | ((language: Language) => string);

export function sayLabel(label: Label, language: Language = speech.language): string {
  return typeof label === "function" ? label(language) : sayIn(language, label);
}

/** The language a browser's preferences ask for: Chinese where any kind of it comes before English. */
export function preferredLanguage(preferences: readonly string[]): Language {
  const first = preferences.find((tag) => /^(zh|en)\b/i.test(tag));
  return first && /^zh/i.test(first) ? "zh-CN" : "en";
}
