import { codeIn, sentenceIn } from "../../../kernel/services/compute/sentences.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { say, speech } from "../../language/speech.ts";

/** The code of a sentence of a tool's result; empty for a text that is none. */
export function codeOf(sentence: Sentence): string {
  return typeof sentence === "string" ? codeIn(sentence) : sentence.code;
}

/** A sentence of a tool's result in the reader's language: results have the English text, whose message the page remembers. */
export function tell(sentence: Sentence): string {
  return typeof sentence === "string" ? sentenceIn(sentence, speech.language) : say(sentence);
}
