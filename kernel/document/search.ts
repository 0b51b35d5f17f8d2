/** A search in the sources of cells. */
export interface Search {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly regexp: boolean;
}

/** A range in a cell's source, from the character `from` up to `to`. */
export interface Match {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
}

/** The pattern of a search as a global regular expression; null if it is empty or invalid. */
export function patternOf({ text, matchCase, wholeWord, regexp }: Search): RegExp | null {
  if (text === "") return null;
  const body = regexp ? text : text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  // \b does not treat Chinese characters and `$` as parts of words, so word boundaries are defined explicitly.
  const whole = wholeWord ? `(?<![\\p{L}\\p{N}_$])(?:${body})(?![\\p{L}\\p{N}_$])` : body;
  try {
    return new RegExp(whole, matchCase ? "gmu" : "gimu");
  } catch {
    return null;
  }
}

/** The matches of a search in one text; empty matches are ignored. */
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
