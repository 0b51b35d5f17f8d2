/** The known name at an edit distance of at most 2 (1 for short names), or undefined: for "did you mean". */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const limit = name.length < 4 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/**
 * The fewest insertions, deletions, replacements and exchanges of neighbouring characters from one text to the other, each place
 * edited once (optimal string alignment).
 */
export function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    for (let j = 1; j <= b.length; ++j) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isExchange = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const exchanged = isExchange ? before[j - 2]! + 1 : replaced;
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, replaced, exchanged);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
