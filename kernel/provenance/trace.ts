import { datasetsOf, plainStep, type Step, toolsOf } from "../services/step.ts";
import { type TrailCell, type TrailPart, trailOf } from "./trail.ts";

export interface TraceHost {
  trailCells(): TrailCell[];
  /** The current value of a name. */
  valueOf(name: string): unknown;
}

/** Where a value comes from, as plain data. */
export interface Trace {
  readonly cells: TrailPart[];
  readonly datasets: string[];
  readonly tools: string[];
}

/**
 * The trail of a value in a cell, and the cell that defines it. The value is searched among the inputs of the cell; a value that
 * was computed in the cell itself has the trail of the cell.
 */
export function traceOf(host: TraceHost, cell: number, value: unknown): { definer: number | undefined; trace: Trace } {
  const all = host.trailCells();
  const self = all.find(({ id }) => id === cell);
  const name = self?.inputs.find((input) => Object.is(host.valueOf(input), value));
  const definer = name === undefined ? self : all.find(({ outputs }) => outputs.includes(name));
  const parts = definer ? trailOf(all, definer.id) : [];
  const cells = parts.map((part) => ({ ...part, steps: part.steps.map(plainStep) }));
  const steps: Step[] = cells.flatMap((part) => part.steps);
  return { definer: definer?.id, trace: { cells, datasets: datasetsOf(steps), tools: toolsOf(steps) } };
}
