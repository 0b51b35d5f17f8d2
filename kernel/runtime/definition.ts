import type { CellError, Place } from "./cell-error.ts";
import type { Run } from "./run.ts";

/** A compiled cell for the dataflow. Identity matters: the same object means an unchanged cell. */
export interface CellDefinition {
  readonly id: number;
  /** Distinct free names. */
  readonly inputs: readonly string[];
  /** Top-level names that other cells may read. */
  readonly outputs: readonly string[];
  /** Whether `start` returns the value of a single expression rather than a record of exports. */
  readonly expression: boolean;
  /** Whether that value is displayed: not if the cell is hidden or displays something itself. */
  readonly shows?: boolean;
  /** An error found before running (syntax, a kind that cannot run). */
  readonly error?: CellError;
  /** What is amiss although the cell can run, or why there is nothing to run. */
  readonly remarks?: readonly CellError[];
  /** The position at which a free name is first read, for errors about it. */
  placeOf?(name: string): Place | undefined;
  /**
   * Runs the body with one value per input. Returns (a promise of) the value of an expression cell, or the record of
   * exports of a program cell.
   */
  start(values: readonly unknown[], run: Run): unknown;
  /** Describes a thrown value for the reader; positions are in the author's source. */
  explain?(error: unknown): CellError;
}
