import { datasetsOf, plainStep, type Step, toolsOf } from "./step.ts";
import { type TrailCell, type TrailPart, trailOf } from "./trail.ts";

export interface TraceHost {
  trailCells(): TrailCell[];
  /** What a name stands for now. */
  valueOf(name: string): unknown;
}

/** Where a value comes from, as plain data. */
export interface Trace {
  readonly cells: TrailPart[];
  readonly datasets: string[];
  readonly tools: string[];
}

/**
 * Where a value comes from, asked in a cell, and the cell that made it. The value is looked for among those that the cell
 * reads; one that was computed from them in the cell itself has the trail of the cell.
 */
export function traceOf(host: TraceHost, cell: number, value: unknown): { maker: number | undefined; trace: Trace } {
  const all = host.trailCells();
  const self = all.find(({ id }) => id === cell);
  const name = self?.inputs.find((input) => Object.is(host.valueOf(input), value));
  const maker = name === undefined ? self : all.find(({ outputs }) => outputs.includes(name));
  const parts = maker ? trailOf(all, maker.id) : [];
  const cells = parts.map((part) => ({ ...part, steps: part.steps.map(plainStep) }));
  const steps: Step[] = cells.flatMap((part) => part.steps);
  return { maker: maker?.id, trace: { cells, datasets: datasetsOf(steps), tools: toolsOf(steps) } };
}
