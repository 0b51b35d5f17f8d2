import type { Sentence } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";

let translate: ((sentence: Sentence) => string) | undefined;

/** A sentence of kernel, services or library in the reader's language, once its tables are there. */
export function translated(sentence: Sentence): string {
  return translate?.(sentence) ?? writeMessage(sentence);
}

/** Fetches the tables of sentences: only a reader of the other language needs them. */
export async function loadSentences(): Promise<void> {
  translate ??= (await import("../language/sentence.ts")).saySentence;
}
