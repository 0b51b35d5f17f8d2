import { kindOf } from "../cell/kinds.ts";
import type { Cell } from "./notebook.ts";
import type { Operation } from "./operation.ts";
import { findIn, type Match, patternOf, type Search } from "./search.ts";
import { isText, languageAttribute, languageOf } from "./translations.ts";
import { valueAttribute } from "./values.ts";

type SourceCell = { readonly id: number; readonly kind: string; readonly source: string };

/** Splits a cell in two of its kind and drops the line break between them. No operations for an unknown cell. */
export function splitCell(cells: readonly SourceCell[], id: number, at: number): Operation[] {
  const cell = cells.find((each) => each.id === id);
  if (!cell) return [];
  const { kind, source } = cell;
  const above = source.slice(0, at).trimEnd();
  const below = source.slice(at).replace(/^[ \t]*(\r?\n)+/, "");
  return [
    { type: "splice", cell: id, from: above.length, to: source.length, insert: "" },
    { type: "insert", after: id, cell: { kind, source: below, attributes: { pinned: "" } } },
  ];
}

/** Appends the source of the cell below to a cell; the first cell's kind is kept. */
export function joinCells(cells: readonly SourceCell[], id: number): Operation[] {
  const at = cells.findIndex((each) => each.id === id);
  const cell = cells[at];
  const next = cells[at + 1];
  if (!cell || !next) return [];
  const seam = cell.source === "" || next.source === "" ? "" : kindOf(cell.kind).paragraphs ? "\n\n" : "\n";
  const { length } = cell.source;
  return [
    { type: "splice", cell: id, from: length, to: length, insert: seam + next.source },
    { type: "delete", cell: next.id },
  ];
}

/**
 * Adds a translation of a text cell below it, which begins with the same text. A cell that was for all readers becomes one in its
 * own language.
 */
export function translateCell(
  cells: readonly (SourceCell & Pick<Cell, "attributes">)[],
  id: number,
  own: string,
  language: string,
): Operation[] {
  const cell = cells.find((each) => each.id === id);
  if (!cell || !isText(cell.kind)) return [];
  const { kind, source, attributes } = cell;
  const { [valueAttribute]: _, ...kept } = attributes;
  return [
    ...(languageOf(cell) === undefined
      ? [{ type: "attribute", cell: id, name: languageAttribute, value: own } as const]
      : []),
    {
      type: "insert",
      after: id,
      cell: { kind, source, attributes: { ...kept, [languageAttribute]: language, pinned: "" } },
    },
  ];
}

/**
 * Replaces matches by a text. In a search by regular expression, `$1` and `$<name>` are groups. A match that is no longer at its
 * position is skipped; `count` is the number of replacements.
 */
export function replaceMatches(
  cells: readonly SourceCell[],
  search: Search,
  replacement: string,
  matches: readonly Match[],
): { operations: Operation[]; count: number } {
  const pattern = patternOf(search);
  const operations: Operation[] = [];
  let count = 0;
  if (!pattern) return { operations, count };
  const insert = search.regexp ? replacement : replacement.replaceAll("$", "$$$$");
  for (const { id, source } of cells) {
    const wanted = new Set(matches.filter(({ cell }) => cell === id).map(({ from, to }) => `${from}-${to}`));
    if (wanted.size === 0) continue;
    const found = new Set(findIn(source, search).map(({ from, to }) => `${from}-${to}`));
    const pieces: string[] = [];
    let end = 0;
    for (const match of source.matchAll(pattern)) {
      const to = match.index + match[0].length;
      const place = `${match.index}-${to}`;
      if (!wanted.has(place) || !found.has(place)) continue;
      pieces.push(source.slice(end, match.index), expand(match, insert));
      end = to;
      ++count;
    }
    if (end > 0) operations.push({ type: "source", cell: id, source: pieces.join("") + source.slice(end) });
  }
  return { operations, count };
}

/** The replacement of one match, with the meaning of `$&`, `$1`, `$<name>` and `$$` in `String.replace`. */
function expand(match: RegExpExecArray, replacement: string): string {
  return replacement.replaceAll(/\$(?:\$|&|<([^>]+)>|(\d{1,2}))/g, (sign, name?: string, number?: string) => {
    if (sign === "$$") return "$";
    if (sign === "$&") return match[0];
    if (name !== undefined) return match.groups?.[name] ?? "";
    return match[Number(number)] ?? "";
  });
}
