/** A value of a row; null where it is missing. */
export type Cell = string | number | boolean | null;

export type CellType = "text" | "number" | "boolean";

/** The type of a column by its first value that is not missing; undefined if all are missing. */
export function typeOfCells(cells: ArrayLike<Cell>): CellType | undefined {
  if (ArrayBuffer.isView(cells)) return "number";
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (cell !== null && cell !== undefined) return typeOfCell(cell);
  }
  return undefined;
}

export function typeOfCell(cell: string | number | boolean): CellType {
  return typeof cell === "string" ? "text" : (typeof cell as "number" | "boolean");
}

/** The order of two cells: by value, texts by their code units, missing ones last. */
export function compareCells(a: Cell, b: Cell): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
