import { type Message, messages, type Sentence } from "./message.ts";

const said = messages("list", {
  sentences: { en: "{first} {next}", zh: "{first}{next}" },
});

/** Sentences that are said one after the other, as one. */
export function inTurn(first: Message, ...others: readonly (Sentence | null)[]): Message {
  return others.reduce<Message>(
    (before, next) => (next === null ? before : said.sentences({ first: before, next })),
    first,
  );
}
