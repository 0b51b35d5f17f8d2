import { type Message, messages, type Sentence } from "./message.ts";

const texts = messages("list", {
  sentences: { en: "{first} {next}", zh: "{first}{next}" },
});

/** Joins sentences into one message. */
export function joinSentences(first: Message, ...others: readonly (Sentence | null)[]): Message {
  return others.reduce<Message>(
    (before, next) => (next === null ? before : texts.sentences({ first: before, next })),
    first,
  );
}
