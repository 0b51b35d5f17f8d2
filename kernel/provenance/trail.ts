import type { Step } from "../services/step.ts";

/** A cell with the data needed for trails. */
export interface TrailCell {
  readonly id: number;
  /** Its position in the notebook, from 1. */
  readonly place: number;
  readonly source: string;
  /** Names it defines and reads. */
  readonly outputs: readonly string[];
  readonly inputs: readonly string[];
  readonly steps: readonly Step[];
}

/** A cell that contributes to a value, with its distance in cells: 0 for the cell of the value itself. */
export interface TrailPart extends TrailCell {
  readonly distance: number;
}

/**
 * The cells that contribute to a cell's value: the cell, the cells it reads, and so on, each once, the nearest first and
 * otherwise in document order. Empty if there is no such cell. Cycles are handled.
 */
export function trailOf(cells: readonly TrailCell[], id: number): TrailPart[] {
  const definers = new Map<string, TrailCell>();
  for (const cell of cells) for (const name of cell.outputs) if (!definers.has(name)) definers.set(name, cell);
  const distance = new Map<TrailCell, number>();
  let frontier = cells.filter((cell) => cell.id === id);
  for (let steps = 0; frontier.length > 0; ++steps) {
    for (const cell of frontier) distance.set(cell, steps);
    const next = frontier.flatMap(({ inputs }) => inputs.map((name) => definers.get(name)));
    frontier = [...new Set(next)].filter((cell) => cell !== undefined && !distance.has(cell)) as TrailCell[];
  }
  return [...distance]
    .map(([cell, steps]) => ({ ...cell, distance: steps }))
    .sort((a, b) => a.distance - b.distance || a.place - b.place);
}
