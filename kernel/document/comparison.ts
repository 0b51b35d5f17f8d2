import { isSameCell, isSameRecord, matchCells } from "./matching.ts";
import type { Cell, Notebook } from "./notebook.ts";

/** Which version goes into the merged result. */
export type Choice = "mine" | "theirs" | "both";

/** Which side changed something since the common base. In a conflict both did, differently. */
export type Change = "none" | "mine" | "theirs" | "conflict";

/** An item in the three versions; undefined if a version does not have it. */
export interface Row<T> {
  /** The key by which choices refer to it. */
  readonly key: string;
  readonly base: T | undefined;
  readonly mine: T | undefined;
  readonly theirs: T | undefined;
  readonly change: Change;
}

/** A three-way comparison: two versions of a notebook and their common base. */
export interface Comparison {
  readonly title: Row<string>;
  /** The titles in other languages, by their tags. */
  readonly titles: Row<Readonly<Record<string, string>>>;
  /** The attributes of the notebook itself. */
  readonly settings: Row<Readonly<Record<string, string>>>;
  /** The order of the cells that all three versions have, as the keys of their rows. */
  readonly order: Row<readonly string[]>;
  /** The cells, in the order of the result unless another order is chosen. */
  readonly cells: readonly Row<Cell>[];
  /** Whether the other version's file also differs outside its cells, where nothing can be chosen. */
  readonly outside: boolean;
  /** The version to which the choices are applied. */
  readonly notebook: Notebook;
}

/** Compares two versions of a notebook cell by cell. */
export function compareVersions(base: Notebook, mine: Notebook, theirs: Notebook): Comparison {
  const rows = findRows(base, mine, theirs);
  const order = compareOrder(rows, base, mine, theirs);
  return {
    title: createRow("title", base.title, mine.title, theirs.title, Object.is),
    titles: createRow("titles", base.titles, mine.titles, theirs.titles, isSameOrNone),
    settings: createRow("settings", base.attributes, mine.attributes, theirs.attributes, isSameOrNone),
    order,
    cells: arrangeRows(rows, mine, theirs, order.change === "theirs" ? "theirs" : "mine"),
    outside: outsideOf(theirs) !== outsideOf(base) && outsideOf(theirs) !== outsideOf(mine),
    notebook: mine,
  };
}

/** The default choice: the side that made the only change; null in a conflict, which the person decides. */
export function preselect({ change }: Pick<Row<unknown>, "change">): Choice | null {
  if (change === "conflict") return null;
  return change === "theirs" ? "theirs" : "mine";
}

/** All rows in which the two versions differ. */
export function findDifferences({ title, titles, settings, order, cells }: Comparison): readonly Row<unknown>[] {
  return [title, titles, settings, order, ...cells].filter(({ change }) => change !== "none");
}

/** The rows in the order of one version; cells that only the other has follow their predecessor there. */
export function arrangeRows(
  rows: readonly Row<Cell>[],
  mine: Notebook,
  theirs: Notebook,
  first: "mine" | "theirs",
): readonly Row<Cell>[] {
  const second = first === "mine" ? "theirs" : "mine";
  const inOrder = ({ cells }: Notebook, side: "mine" | "theirs") => {
    const places = new Map(cells.map(({ id }, i) => [id, i]));
    const placeOf = (row: Row<Cell>) => places.get(row[side]?.id ?? -1) ?? -1;
    return rows.filter((row) => row[side]).sort((a, b) => placeOf(a) - placeOf(b));
  };
  const [leading, following] = first === "mine" ? [mine, theirs] : [theirs, mine];
  const arranged = inOrder(leading, first);
  let previous: Row<Cell> | undefined;
  for (const row of inOrder(following, second)) {
    if (!row[first]) arranged.splice(previous ? arranged.indexOf(previous) + 1 : 0, 0, row);
    previous = row;
  }
  return arranged;
}

function isSameOrNone(a: Readonly<Record<string, string>> | undefined, b: typeof a): boolean {
  return a && b ? isSameRecord(a, b) : a === b;
}

function createRow<T>(
  key: string,
  base: T | undefined,
  mine: T | undefined,
  theirs: T | undefined,
  isSame: (a: T | undefined, b: T | undefined) => boolean,
): Row<T> {
  const change = isSame(mine, theirs)
    ? "none"
    : isSame(base, mine)
      ? "theirs"
      : isSame(base, theirs)
        ? "mine"
        : "conflict";
  return { key, base, mine, theirs, change };
}

function findRows(base: Notebook, mine: Notebook, theirs: Notebook): Row<Cell>[] {
  const toMine = matchCells(base, mine);
  const toTheirs = matchCells(base, theirs);
  const mineById = new Map(mine.cells.map((cell) => [cell.id, cell]));
  const theirsById = new Map(theirs.cells.map((cell) => [cell.id, cell]));
  const take = (cells: Map<number, Cell>, id: number | undefined) => {
    const cell = id === undefined ? undefined : cells.get(id);
    if (cell) cells.delete(cell.id);
    return cell;
  };
  const rows: Row<Cell>[] = [];
  for (const cell of base.cells) {
    const [own, other] = [take(mineById, toMine.get(cell.id)), take(theirsById, toTheirs.get(cell.id))];
    // A cell that both sides deleted has no row.
    if (own || other) rows.push(createRow(`cell ${cell.id}`, cell, own, other, isSameCell));
  }
  // Equal new cells of both sides are one cell: it was saved in one place and already loaded in the other.
  for (const cell of mineById.values()) {
    const twin = [...theirsById.values()].find((other) => isSameCell(cell, other));
    rows.push(createRow(`mine ${cell.id}`, undefined, cell, take(theirsById, twin?.id), isSameCell));
  }
  for (const cell of theirsById.values()) {
    rows.push(createRow<Cell>(`theirs ${cell.id}`, undefined, undefined, cell, isSameCell));
  }
  return rows;
}

function compareOrder(rows: readonly Row<Cell>[], base: Notebook, mine: Notebook, theirs: Notebook) {
  const shared = rows.filter((row) => row.base && row.mine && row.theirs);
  const orderIn = ({ cells }: Notebook, side: "base" | "mine" | "theirs") => {
    const places = new Map(cells.map(({ id }, i) => [id, i]));
    const placeOf = (row: Row<Cell>) => places.get(row[side]?.id ?? -1) ?? -1;
    return shared.toSorted((a, b) => placeOf(a) - placeOf(b)).map(({ key }) => key);
  };
  return createRow<readonly string[]>(
    "order",
    orderIn(base, "base"),
    orderIn(mine, "mine"),
    orderIn(theirs, "theirs"),
    (a, b) => String(a) === String(b),
  );
}

/** The text of a file that is neither cell, title nor start tag, with white space normalised. */
function outsideOf({ parts }: Notebook): string {
  return parts.map((part) => (part.type === "text" ? part.text.replace(/\s+/g, " ").trim() : "")).join("");
}
