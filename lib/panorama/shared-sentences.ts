import type { Message } from "../message/message.ts";

/**
 * Sentences about names, each made once: thousands of rows say the same of the same sources, gases or levels, and share one
 * message, which is written and copied once. The names are few: editions and series of the datasets, gases, levels.
 */
export class SharedSentences {
  readonly #made = new Map<string, Map<string, Message>>();

  /** The sentence that `make` gives for these names, under a key that stands for what else is in it. */
  of(key: string, names: readonly string[], make: (names: readonly string[]) => Message): Message {
    let sentences = this.#made.get(key);
    if (!sentences) {
      sentences = new Map();
      this.#made.set(key, sentences);
    }
    const all = names.length === 1 ? names[0]! : names.join("\n");
    const known = sentences.get(all);
    if (known) return known;
    const made = make(names);
    sentences.set(all, made);
    return made;
  }
}
