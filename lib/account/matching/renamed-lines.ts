import { wordsOf } from "./fold-text.ts";

/** A name that is gone, and the new one that may stand for the same. */
export interface Renamed {
  readonly before: string;
  readonly now: string;
}

/** The least share of the words of two names that they have in common, where one may be the other's new name. */
const ALIKE = 0.5;
/** Names that are compared, each with each. */
const MOST_NAMES = 500;

/** Pairs of names that share most of their words, where no other shares as many; each name is in one pair at most. */
export function renamedOf(gone: readonly string[], fresh: readonly string[]): Renamed[] {
  const free = new Map(fresh.slice(0, MOST_NAMES).map((name) => [name, textsOf(name)]));
  return gone.slice(0, MOST_NAMES).flatMap((before) => {
    const now = likest(textsOf(before), free);
    if (now === null) return [];
    free.delete(now);
    return [{ before, now }];
  });
}

function textsOf(name: string): ReadonlySet<string> {
  return new Set(wordsOf(name).map(({ text }) => text));
}

function likest(own: ReadonlySet<string>, others: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  let best: { readonly name: string | null; readonly share: number } = { name: null, share: 0 };
  for (const [name, words] of others) {
    const share = sharedWords(own, words);
    if (share > best.share) best = { name, share };
    else if (share === best.share) best = { name: null, share };
  }
  return best.share >= ALIKE ? best.name : null;
}

/** The words that two names share, of all the words that they have. */
function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return both === 0 ? 0 : both / (one.size + other.size - both);
}
