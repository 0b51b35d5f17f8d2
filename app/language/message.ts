import type { Hole } from "../../lib/message/message.ts";
import { countOf } from "../../lib/message/write.ts";
import type { en } from "./en.ts";

export type Language = "en" | "zh-CN";

/** The messages of the page by key; what a message asks for stands in its English text. */
export type MessageKey = keyof typeof en;

/** Keys of messages that ask for no value, such as the labels of buttons. */
export type PlainKey = {
  [Key in MessageKey]: [Hole<(typeof en)[Key]>] extends [never] ? Key : never;
}[MessageKey];

/** The values a message asks for: none, or one record. */
export type Values<Key extends MessageKey> = [Hole<(typeof en)[Key]>] extends [never]
  ? []
  : [values: Record<Hole<(typeof en)[Key]>, string | number>];

/** Puts values into a message. `{count:cell|cells}` takes the first form for one, the second otherwise. */
export function fillMessage(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (all, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return all;
    if (one === undefined || many === undefined) return String(value);
    return countOf(value) === 1 ? one : many;
  });
}
