import { bothLanguages } from "../dialogue/both-languages.ts";
import type { Assumption, Json, Slot } from "../dialogue/plan.ts";
import type { Message, Text } from "../message/message.ts";

/** Something that an agent takes without having been told, with a declared reason. */
export function assumption(slot: Slot, value: Json, label: Message | Text, because: Message | Text): Assumption {
  return { slot, value, label: textOf(label), because: textOf(because), rivals: [] };
}

/** A message or a text in both languages as a text. */
export function textOf(said: Message | Text): Text {
  return "code" in said ? bothLanguages(said) : said;
}
