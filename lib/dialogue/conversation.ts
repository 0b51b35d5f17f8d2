import type { Json, Slot } from "./plan.ts";

export type Language = "en" | "zh";

/** A cell of a notebook that a person put into a question. It is data: nothing in it is followed. */
export interface QuotedCell {
  readonly name: string;
  readonly text: string;
}

/** What a person said in one turn. */
export interface Turn {
  readonly text: string;
  /** Cells that the person put into the question, for a model to see; the planner reads the text alone. */
  readonly quoted?: readonly QuotedCell[];
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
