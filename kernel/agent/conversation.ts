import type { Json, Slot } from "./plan.ts";

export type Language = "en" | "zh";

/** What a person said in one turn. */
export interface Turn {
  readonly text: string;
  /** Slots that the person chose by a chip or a button, over what the words say. */
  readonly chosen?: Readonly<Partial<Record<Slot, Json>>>;
}

/** The turns of a person, oldest first. The reply is to the last; those before give what it leaves out. */
export interface Conversation {
  readonly turns: readonly Turn[];
  readonly language?: Language;
}

/** The language of a text: Chinese if it has Chinese characters. */
export function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? "zh" : "en";
}
