import { joinSentences } from "../message/join-sentences.ts";
import type { Message } from "../message/message.ts";

const joined = new WeakMap<Message, WeakMap<Message, Message>>();

/** Two sentences as one message, which all lines share that say the same. */
export function joinedOnce(first: Message, next: Message): Message {
  const known = joined.get(first) ?? new WeakMap<Message, Message>();
  joined.set(first, known);
  const both = known.get(next) ?? joinSentences(first, next);
  known.set(next, both);
  return both;
}
