import type { Sentence, Text } from "../../lib/message/message.ts";
import type { LanguageWords } from "../../lib/message/words.ts";
import { type Language, textIn, writeMessage } from "../../lib/message/write.ts";
import { Translation } from "./translation.ts";

const noWords: LanguageWords = {};

/** The language the page speaks now. Dispatches `change` when it takes another, so that all elements render anew. */
class Speech extends EventTarget {
  #tag = "en";
  #words = noWords;
  #external: Translation | undefined;

  /** Its tag, as `zh-CN`. */
  get language(): string {
    return this.#tag;
  }

  /** The language as messages are written in it. */
  get writing(): Language {
    const { translations } = this.#words;
    return {
      tag: this.#tag,
      ...(translations && { translations }),
      ...(this.#external && { translateExternal: sayPhrase }),
    };
  }

  /** The words of others in the language; undefined where they stay as they are. */
  get external(): Translation | undefined {
    return this.#external;
  }

  /** Takes another language, with the words that it brings. */
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
 * A sentence in the language of the page. What the author of a notebook wrote is no message and is in no table: it stays as
 * it is.
 */
export function say(sentence: Sentence): string {
  if (typeof sentence !== "string") return writeMessage(sentence, speech.writing);
  return speech.external?.translate(sentence) ?? sentence;
}

/** The step that a run is at, a service, a size: what is a part of a sentence, in the language of the page. */
export function sayPart(part: Sentence): string {
  if (typeof part !== "string") return say(part);
  return speech.external?.translatePart(part) ?? part;
}

/** A text that data carry, in the language of the page. */
export function sayText(text: Text): string {
  return textIn(text, speech.language);
}

/** Words that came into a hole of a message. One word alone is a name; several may be a phrase that is known. */
function sayPhrase(words: string): string {
  return words.includes(" ") ? sayPart(words) : words;
}
