import type { FigureTable } from "./figure-column.ts";

const given = new WeakMap<Element, FigureTable>();

/** Puts a table behind a picture whose marks have no rows of their own, such as bands between places. */
export function giveTable(picture: Element, table: FigureTable): void {
  given.set(picture, table);
}

export function givenTable(picture: Element): FigureTable | undefined {
  return given.get(picture);
}
