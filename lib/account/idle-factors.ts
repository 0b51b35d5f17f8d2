import { type Message, messages } from "../message/message.ts";
import { someOf } from "../message/some-of.ts";
import type { Mapping } from "./mapping-shape.ts";

const texts = messages("account.mapping", {
  factorUnused: {
    en: "The own {count:factor|factors} of {names:and} {count:is|are} not used: the mapping splits {count:this line|these lines} or leaves {count:it|them} out.",
    zh: "未采用 {names:and} 的自有因子：对应表已拆分或排除相应的行。",
  },
});

/** Own factors of a mapping that no line can have, since it splits the line or leaves it out. */
export function idleFactors({ entries = [] }: Mapping): Message[] {
  const names = entries
    .filter(({ factor, split, skip }) => factor !== undefined && (split !== undefined || skip !== undefined))
    .map(({ name }) => name);
  return names.length > 0 ? [texts.factorUnused({ count: names.length, names: someOf(names) })] : [];
}
