import type { Message } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";

// A cell gets the sentences of results in English, so that it compares and filters the same texts in every language. The messages
// behind them come with the result, and `localize` finds them here when a sentence is shown.

/** The messages of opened results by their English texts. */
const messages = new Map<string, Message>();

/** Maximum number of remembered sentences. */
const KEPT = 20_000;

/** Remembers the messages that a result has in English. */
export function rememberSentences(sentences: readonly Message[]): void {
  if (messages.size > KEPT) messages.clear();
  for (const message of sentences) messages.set(writeMessage(message), message);
}

/** The code of a sentence of a result, by which sentences are told apart; empty for any other text. */
export function codeIn(text: string): string {
  return messages.get(text)?.code ?? "";
}

/** A sentence of a result in a language; any other text is returned unchanged. */
export function sentenceIn(text: string, language: string): string {
  const message = messages.get(text);
  return message === undefined ? text : writeMessage(message, { tag: language });
}
