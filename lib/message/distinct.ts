import type { Sentence } from "./message.ts";
import { writeMessage } from "./write.ts";

/** The sentences in order, without duplicates. */
export function distinct<S extends Sentence>(sentences: Iterable<S>): S[] {
  const first = new Map<string, S>();
  for (const sentence of new Set(sentences)) {
    const text = writeMessage(sentence);
    if (!first.has(text)) first.set(text, sentence);
  }
  return [...first.values()];
}
