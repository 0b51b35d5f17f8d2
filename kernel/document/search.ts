/** What is looked for in the sources of cells. */
export interface Search {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly regexp: boolean;
}

/** A place in a cell's source, from the character `from` up to `to`. */
export interface Match {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
}

/** The pattern of a search, sticky to nothing and found again and again; null where it is empty or no expression. */
export function patternOf({ text, matchCase, wholeWord, regexp }: Search): RegExp | null {
  if (text === "") return null;
  const body = regexp ? text : text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  // \b knows no Chinese and no `$`; a word ends where no letter, digit, `_` or `$` goes on.
  const whole = wholeWord ? `(?<![\\p{L}\\p{N}_$])(?:${body})(?![\\p{L}\\p{N}_$])` : body;
  try {
    return new RegExp(whole, matchCase ? "gmu" : "gimu");
  } catch {
    return null;
  }
}

/** Where a search is found in one text; empty finds do not count. */
export function findIn(source: string, search: Search): { from: number; to: number }[] {
  const pattern = patternOf(search);
  if (!pattern) return [];
  return [...source.matchAll(pattern)]
    .filter(([found]) => found !== "")
    .map(({ index, 0: found }) => ({ from: index, to: index + found.length }));
}

/** All matches, in document order. */
export function findMatches(cells: readonly { id: number; source: string }[], search: Search): Match[] {
  return cells.flatMap(({ id, source }) => findIn(source, search).map((range) => ({ cell: id, ...range })));
}
