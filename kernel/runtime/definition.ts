import type { CellError, Place } from "./cell-error.ts";
import type { Run } from "./run.ts";

/** A compiled cell as the dataflow takes it. Identity matters: an unchanged object is an unchanged cell. */
export interface CellDefinition {
  readonly id: number;
  /** Free names, each once. */
  readonly inputs: readonly string[];
  /** Top-level names that other cells may read. */
  readonly outputs: readonly string[];
  /** True when `start` returns the value of a single expression rather than a record of exports. */
  readonly expression: boolean;
  /** Whether that value is shown: not if the cell is hidden or shows something itself. */
  readonly shows?: boolean;
  /** An error found before running (syntax, a kind that cannot run). */
  readonly error?: CellError;
  /** Where a free name is first read, for errors about it. */
  placeOf?(name: string): Place | undefined;
  /**
   * Runs the body with one value per input. Returns (a promise of) the value of an expression cell, or the record of
   * exports of a program cell.
   */
  start(values: readonly unknown[], run: Run): unknown;
  /** Turns what was thrown into what a reader is told; positions are the author's. */
  explain?(error: unknown): CellError;
}
