import type { Step } from "./step.ts";

/** A cell as the trail sees it. */
export interface TrailCell {
  readonly id: number;
  /** Its place in the notebook, from 1. */
  readonly place: number;
  readonly source: string;
  /** Names it defines and reads. */
  readonly outputs: readonly string[];
  readonly inputs: readonly string[];
  readonly steps: readonly Step[];
}

/** A cell on the way to a value, and how many cells lie between: 0 for the one that was asked about. */
export interface TrailPart extends TrailCell {
  readonly distance: number;
}

/**
 * Everything that a cell's value went through: the cell, the cells it reads, those that they read, each once, the nearest
 * first and otherwise in document order. Empty where there is no such cell. A circle ends where it closes.
 */
export function trailOf(cells: readonly TrailCell[], id: number): TrailPart[] {
  const makers = new Map<string, TrailCell>();
  for (const cell of cells) for (const name of cell.outputs) if (!makers.has(name)) makers.set(name, cell);
  const distance = new Map<TrailCell, number>();
  let ring = cells.filter((cell) => cell.id === id);
  for (let steps = 0; ring.length > 0; ++steps) {
    for (const cell of ring) distance.set(cell, steps);
    const makersOfRing = ring.flatMap(({ inputs }) => inputs.map((name) => makers.get(name)));
    ring = [...new Set(makersOfRing)].filter((cell) => cell !== undefined && !distance.has(cell)) as TrailCell[];
  }
  return [...distance]
    .map(([cell, steps]) => ({ ...cell, distance: steps }))
    .sort((a, b) => a.distance - b.distance || a.place - b.place);
}
