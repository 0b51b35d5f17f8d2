import { type Cell, findCell, type Notebook } from "./notebook.ts";
import type { Operation } from "./operation.ts";

/** A deleted cell, and its former neighbours. */
export interface BinnedCell {
  readonly cell: Pick<Cell, "id" | "kind" | "source" | "attributes" | "markup">;
  readonly after: number | null;
  readonly before: number | null;
  /** When it was deleted, in milliseconds. */
  readonly time: number;
}

/** The bin after an operation: a deleted cell is added, a restored cell is removed, and the oldest are dropped. */
export function updateBin(
  bin: readonly BinnedCell[],
  before: Notebook,
  after: Notebook,
  operation: Operation,
  time: number,
  most: number,
): readonly BinnedCell[] {
  if (operation.type === "insert") {
    const kept = bin.filter(({ cell }) => !findCell(after, cell.id));
    return kept.length === bin.length ? bin : kept;
  }
  if (operation.type !== "delete") return bin;
  const index = before.cells.findIndex(({ id }) => id === operation.cell);
  const cell = before.cells[index];
  if (!cell) return bin;
  const { id, kind, source, attributes, markup } = cell;
  const binned: BinnedCell = {
    cell: { id, kind, source, attributes, markup },
    after: before.cells[index - 1]?.id ?? null,
    before: before.cells[index + 1]?.id ?? null,
    time,
  };
  return [...bin, binned].slice(-most);
}

/** The operation that puts a deleted cell back: after the cell it followed, or else before the one it preceded. */
export function findRestoring(notebook: Notebook, { cell, after, before }: BinnedCell): Operation {
  const { id, kind, source, attributes, markup } = cell;
  return {
    type: "insert",
    after: findNeighbour(notebook, after, before),
    cell: { id, kind, source, attributes },
    spelling: markup,
  };
}

function findNeighbour({ cells }: Notebook, after: number | null, before: number | null): number | null {
  if (after === null && before !== null) return null;
  if (cells.some(({ id }) => id === after)) return after;
  const next = cells.findIndex(({ id }) => id === before);
  return (next >= 0 ? cells[next - 1] : cells.at(-1))?.id ?? null;
}
