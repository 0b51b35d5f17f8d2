import { isSameCell, isSameRecord, matchCells } from "./matching.ts";
import type { Cell, Notebook } from "./notebook.ts";

/** Which version of something goes into the result. */
export type Choice = "mine" | "theirs" | "both";

/** Who changed something since the version both began with. A conflict: both did, and not alike. */
export type Change = "none" | "mine" | "theirs" | "conflict";

/** One thing in the three versions; undefined where a version does not have it. */
export interface Row<T> {
  /** By what a choice names it. */
  readonly key: string;
  readonly base: T | undefined;
  readonly mine: T | undefined;
  readonly theirs: T | undefined;
  readonly change: Change;
}

/** Two versions of a notebook beside the one that both began with. */
export interface Comparison {
  readonly title: Row<string>;
  /** The attributes of the notebook itself. */
  readonly settings: Row<Readonly<Record<string, string>>>;
  /** The order of the cells that all three have, as the keys of their rows. */
  readonly order: Row<readonly string[]>;
  /** The cells, in the order in which the result has them if the order is not chosen otherwise. */
  readonly cells: readonly Row<Cell>[];
  /** Whether their file also differs outside of its cells, in what cannot be chosen here. */
  readonly outside: boolean;
  /** The version that the choices change. */
  readonly notebook: Notebook;
}

/** Lays two versions of a notebook beside each other, cell by cell. */
export function compareVersions(base: Notebook, mine: Notebook, theirs: Notebook): Comparison {
  const rows = findRows(base, mine, theirs);
  const order = compareOrder(rows, base, mine, theirs);
  return {
    title: createRow("title", base.title, mine.title, theirs.title, Object.is),
    settings: createRow("settings", base.attributes, mine.attributes, theirs.attributes, (a, b) =>
      a && b ? isSameRecord(a, b) : a === b,
    ),
    order,
    cells: arrangeRows(rows, mine, theirs, order.change === "theirs" ? "theirs" : "mine"),
    outside: outsideOf(theirs) !== outsideOf(base) && outsideOf(theirs) !== outsideOf(mine),
    notebook: mine,
  };
}

/** What is chosen before anybody chooses: what only one side changed is that side's; null is for the person to say. */
export function preselect({ change }: Pick<Row<unknown>, "change">): Choice | null {
  if (change === "conflict") return null;
  return change === "theirs" ? "theirs" : "mine";
}

/** Every row in which the two versions differ. */
export function findDifferences({ title, settings, order, cells }: Comparison): readonly Row<unknown>[] {
  return [title, settings, order, ...cells].filter(({ change }) => change !== "none");
}

/** The rows in the order of one version; what only the other has follows what it follows there. */
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
    // What both deleted is gone.
    if (own || other) rows.push(createRow(`cell ${cell.id}`, cell, own, other, isSameCell));
  }
  // New cells of both that say the same are one: a save in one place that the other has seen already.
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

/** What of a file is neither cell, title nor start tag, without white space. */
function outsideOf({ parts }: Notebook): string {
  return parts.map((part) => (part.type === "text" ? part.text.replace(/\s+/g, " ").trim() : "")).join("");
}
