import { type MessageValue, messages } from "./message.ts";

const texts = messages("list", {
  more: { en: "{names} and {count} more", zh: "{names} 等（另有 {count} 项）" },
});

/** The number of names that are written out. */
const NAMED = 8;

/** The names as the value of a hole: "a, b, c and 5 more". */
export function someOf(names: readonly MessageValue[]): MessageValue {
  return names.length <= NAMED ? names : texts.more({ names: names.slice(0, NAMED), count: names.length - NAMED });
}
