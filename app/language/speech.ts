import type { Sentence, Text } from "../../lib/message/message.ts";
import type { LanguageWords } from "../../lib/message/words.ts";
import { type Language, textIn, writeMessage } from "../../lib/message/write.ts";
import { Translation } from "./translation.ts";

const noWords: LanguageWords = {};

/** The current language of the page. Dispatches `change` when it is switched, so that all elements render again. */
class Speech extends EventTarget {
  #tag = "en";
  #words = noWords;
  #external: Translation | undefined;

  /** Its tag, such as `zh-CN`. */
  get language(): string {
    return this.#tag;
  }

  /** The language, in the form that `writeMessage` takes. */
  get writing(): Language {
    const { translations } = this.#words;
    return {
      tag: this.#tag,
      ...(translations && { translations }),
      ...(this.#external && { translateExternal: sayPhrase }),
    };
  }

  /** The translation of messages of other programs; undefined if they are not translated. */
  get external(): Translation | undefined {
    return this.#external;
  }

  /** Switches to another language, with its words. */
  speak(tag: string, words = noWords): void {
    if (tag === this.#tag && words === this.#words) return;
    const isOther = words.externalPhrases !== this.#words.externalPhrases;
    this.#tag = tag;
    this.#words = words;
    if (isOther) this.#external = words.externalPhrases && new Translation(words.externalPhrases);
    this.dispatchEvent(new Event("change"));
  }
}

export const speech = new Speech();

/**
 * A sentence in the page's language. A string is a text of another program, which is translated if it is known; texts of a
 * notebook's author are not known and stay as they are.
 */
export function say(sentence: Sentence): string {
  if (typeof sentence !== "string") return writeMessage(sentence, speech.writing);
  return speech.external?.translate(sentence) ?? sentence;
}

/** A part of a sentence in the page's language: the step of a run, a service, a size. */
export function sayPart(part: Sentence): string {
  if (typeof part !== "string") return say(part);
  return speech.external?.translatePart(part) ?? part;
}

/** A text from data, in the page's language. */
export function sayText(text: Text): string {
  return textIn(text, speech.language);
}

/** A string in a hole of a message. A single word is a name; several may be a known phrase. */
function sayPhrase(words: string): string {
  return words.includes(" ") ? sayPart(words) : words;
}
