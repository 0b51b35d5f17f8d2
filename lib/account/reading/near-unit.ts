import type { WrittenUnit } from "./read-unit.ts";
import { unitWords } from "./unit-words.ts";

/** Shorter words are one letter away from others by chance: "pkg" and "mtr" are no kg and no mt. */
const SHORTEST = 3;
/** From this length on a letter may be another one: in short words it makes another unit of it. */
const SHORTEST_REPLACED = 5;
const LONGEST = 20;
/** Words that are one letter away from a unit and are none of it. */
const others: ReadonlySet<string> = new Set(["mille", "litter", "litters"]);

const words = Object.entries(unitWords).filter(
  ([word]) => word.length >= SHORTEST && /^\p{Script=Latin}+$/u.test(word),
);

/** The unit that a mistyped word is one letter away from: "kHw", "litrs", "tonnnes"; null if it is none or may be several. */
export function nearUnit(text: string): WrittenUnit | null {
  const plain = text.normalize("NFKC").trim().toLowerCase();
  if (plain.length < SHORTEST || plain.length > LONGEST || others.has(plain)) return null;
  if (!/^\p{Script=Latin}+$/u.test(plain)) return null;
  const found = new Set(words.filter(([word]) => isOneOff(plain, word)).map(([, unit]) => unit));
  const [unit] = found;
  if (unit === undefined || found.size > 1) return null;
  return { unit, power: 0, isKnown: true, mayBe: [], typed: text.trim() };
}

/** Whether two words differ by a letter too many or too few, by two that changed places, or, of long ones, by another letter. */
function isOneOff(one: string, other: string): boolean {
  const difference = one.length - other.length;
  if (Math.abs(difference) > 1) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  if (difference === 1) return one.slice(same + 1) === other.slice(same);
  if (difference === -1) return one.slice(same) === other.slice(same + 1);
  if (one[same] === other[same + 1] && one[same + 1] === other[same])
    return one.slice(same + 2) === other.slice(same + 2);
  return one.length >= SHORTEST_REPLACED && one.slice(same + 1) === other.slice(same + 1);
}
