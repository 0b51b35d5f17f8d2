import type { Part, Template } from "./template.ts";

/** A sentence in both languages, put together part by part. */
export class Sentence {
  readonly #en: Part[] = [];
  readonly #zh: Part[] = [];

  /** Adds the same thought in both languages. */
  say(en: readonly Part[], zh: readonly Part[]): this {
    this.#en.push(...en);
    this.#zh.push(...zh);
    return this;
  }

  template(): Template {
    return { en: this.#en, zh: this.#zh };
  }
}
