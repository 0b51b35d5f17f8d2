/** All words in cells, in lower case: what of the files beside a notebook its cells may name as a table. */
export function namedWords(cells: readonly { readonly source: string }[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { source } of cells) {
    for (const [word] of source.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)) words.add(word.toLowerCase());
  }
  return words;
}
