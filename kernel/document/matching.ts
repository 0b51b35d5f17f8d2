import type { Cell, Notebook } from "./notebook.ts";

/** Whether two cells have the same content, regardless of their markup. */
export function isSameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  if (!a || !b) return a === b;
  return a.kind === b.kind && a.source === b.source && isSameRecord(a.attributes, b.attributes);
}

export function isSameRecord(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name]);
}

/**
 * Matches the cells of one version to those of another, by their ids. Another program may have renumbered the cells, so equal
 * content takes precedence over equal ids; an equal id alone indicates an edited cell.
 */
export function matchCells(from: Notebook, to: Notebook): ReadonlyMap<number, number> {
  const matches = new Map<number, number>();
  const left = new Map(to.cells.map((cell) => [cell.id, cell]));
  const pair = (is: (a: Cell, b: Cell) => boolean, find: (a: Cell) => Iterable<Cell>) => {
    for (const cell of from.cells) {
      if (matches.has(cell.id)) continue;
      for (const other of find(cell)) {
        if (!is(cell, other)) continue;
        matches.set(cell.id, other.id);
        left.delete(other.id);
        break;
      }
    }
  };
  const sameId = ({ id }: Cell) => [left.get(id)].filter((cell) => cell !== undefined);
  const isSameText = (a: Cell, b: Cell) => a.kind === b.kind && a.source === b.source && a.source.trim() !== "";
  pair((a, b) => isSameCell(a, b) || isSameText(a, b), sameId);
  const bySource = new Map<string, Cell[]>();
  for (const cell of left.values()) bySource.set(cell.source, [...(bySource.get(cell.source) ?? []), cell]);
  pair(
    (a, b) => left.has(b.id) && isSameText(a, b),
    ({ source }) => bySource.get(source) ?? [],
  );
  pair(() => true, sameId);
  return matches;
}
