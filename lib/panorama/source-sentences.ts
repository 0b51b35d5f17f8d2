import type { Message } from "../message/message.ts";

/**
 * Sentences about sources, each made once: thousands of rows say the same of the same sources, and share one message. The
 * sources are the editions and series of the datasets, so there are few combinations.
 */
export class SourceSentences {
  readonly #made = new Map<string, Message>();

  /** The sentence that `make` gives for these names, under a key that stands for what else is in it. */
  of(key: string, names: readonly string[], make: (names: readonly string[]) => Message): Message {
    const full = [key, ...names].join("\n");
    const known = this.#made.get(full);
    if (known) return known;
    const made = make(names);
    this.#made.set(full, made);
    return made;
  }
}
