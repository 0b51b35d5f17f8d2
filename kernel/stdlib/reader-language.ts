import { sentenceIn } from "../services/compute/sentences.ts";
import { observe } from "./generators.ts";

/** Whether two tags of BCP 47 are of the same language, in any variant: `zh` and `zh-CN`. */
export function isSameLanguage(tag: string, other: string): boolean {
  return primaryOf(tag) === primaryOf(other);
}

function primaryOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0]!;
}

/** The value for a language among values by tag: of the tag itself, of its language in any variant, in English, or the first. */
export function valueFor<Value>(values: Readonly<Record<string, Value>>, language: string): Value | undefined {
  const tags = Object.keys(values);
  const tag =
    tags.find((each) => each.toLowerCase() === language.toLowerCase()) ??
    tags.find((each) => isSameLanguage(each, language)) ??
    tags.find((each) => isSameLanguage(each, "en")) ??
    tags[0];
  return tag === undefined ? undefined : values[tag];
}

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
