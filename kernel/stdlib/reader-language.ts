import { valueFor } from "../document/language-tag.ts";
import { sentenceIn } from "../services/compute/sentences.ts";
import { observe } from "./generators.ts";

/** `localize` in one language. It carries its language, so that it can be sent to the workers that evaluate draws. */
export interface Localize {
  /** A sentence that the result of a tool has in English. */
  (sentence: string): string;
  <Value>(values: Readonly<Record<string, Value>>): Value;
  readonly language: string;
}

const known = new Map<string, Localize>();

/** The function `localize` of cells in a language: one function per language, so that it compares as equal. */
export function localizeIn(language: string): Localize {
  const localize =
    known.get(language) ??
    (Object.assign(
      (values: string | Readonly<Record<string, unknown>>) =>
        typeof values === "string" ? sentenceIn(values, language) : valueFor(values, language),
      { language },
    ) as Localize);
  known.set(language, localize);
  return localize;
}

/** Whether a value is a function `localize`. */
export function isLocalize(value: unknown): value is Localize {
  return typeof value === "function" && "language" in value && known.get(String(value.language)) === value;
}

/** The reader's language, for the names of cells that follow it. */
export class ReaderLanguage {
  #tag: string;
  readonly #followers = new Set<(tag: string) => void>();

  constructor(tag: string) {
    this.#tag = tag;
  }

  /** BCP 47, such as `zh-CN`. */
  get tag(): string {
    return this.#tag;
  }

  /** Changes it; the cells that read a name made by `each` run again. */
  switch(tag: string): void {
    if (tag === this.#tag) return;
    this.#tag = tag;
    for (const follow of this.#followers) follow(tag);
  }

  /** A library name whose value is made for the reader's language, and made again when that changes. */
  each<Value>(make: (tag: string) => Value): () => AsyncGenerator<Value> {
    return () =>
      observe<Value>((change) => {
        const follow = (tag: string) => change(make(tag));
        follow(this.#tag);
        this.#followers.add(follow);
        return () => this.#followers.delete(follow);
      });
  }
}
