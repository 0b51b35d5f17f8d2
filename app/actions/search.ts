/**
 * How well a text answers what was typed; null where it does not. Every word typed must begin a word of the text or,
 * failing that, stand somewhere in it; Chinese has no spaces, so there the second rule does the work.
 */
export function rankText(text: string, typed: string): number | null {
  const target = text.toLowerCase();
  let rank = 0;
  for (const word of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = target.indexOf(word);
    if (at < 0) return null;
    const begins = at === 0 || new RegExp(`[\\s\\p{P}_]${asLiteral(word)}`, "u").test(target);
    rank += at === 0 ? 0 : begins ? 1 : 2;
  }
  return rank;
}

/** The items whose texts answer what was typed, the best first and otherwise in their own order. */
export function searchItems<Item>(items: readonly Item[], typed: string, textsOf: (item: Item) => string[]): Item[] {
  if (!typed.trim()) return [...items];
  return items
    .map((item) => {
      const ranks = textsOf(item)
        .map((text) => rankText(text, typed))
        .filter((rank) => rank !== null);
      return { item, rank: ranks.length ? Math.min(...ranks) : null };
    })
    .filter((found) => found.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ item }) => item);
}

function asLiteral(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
