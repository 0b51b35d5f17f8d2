/**
 * The rank of a text for a query, lower is better; null if it does not match. Each word of the query must be contained in the
 * text; it ranks better at the beginning of a word. Chinese has no spaces, so there containment decides.
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

/** The items whose texts match a query, the best first and otherwise in their own order. */
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
