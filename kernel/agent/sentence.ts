import type { Text } from "../../lib/message/message.ts";
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

/** A name in both languages as a part of each. */
export function nameParts(label: Text): { en: Part; zh: Part } {
  return { en: { name: label.en }, zh: { name: label.zh } };
}

/** Names joined as a list: “China, India and Japan”. */
export function listParts(labels: readonly Text[]): { en: Part[]; zh: Part[] } {
  const en = labels.flatMap((label, i): Part[] => [
    ...(i === 0 ? [] : [i === labels.length - 1 ? " and " : ", "]),
    { name: label.en },
  ]);
  const zh = labels.flatMap((label, i): Part[] => [...(i === 0 ? [] : ["、"]), { name: label.zh }]);
  return { en, zh };
}
