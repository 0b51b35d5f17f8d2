import type { WrittenAssertion } from "../assertion/assertion.ts";
import type { CellProof } from "../integrity/lock.ts";
import type { Step } from "../provenance/step.ts";
import type { CellError } from "../runtime/cell-error.ts";
import type { CellState } from "../runtime/state.ts";

/** A cell after its notebook has run. */
export interface ExecutedCell {
  readonly id: number;
  /** Its place in the notebook, from 1. */
  readonly place: number;
  readonly kind: string;
  /** The names it defines. */
  readonly names: readonly string[];
  readonly state: CellState;
  readonly error?: CellError;
  /** What it shows, as HTML text (SVG included) that runs and loads nothing. */
  readonly html: string;
  /** How long its last run took, in milliseconds. */
  readonly ms: number;
  /** What it asked of the services. */
  readonly steps: readonly Step[];
  /** The tests of its last run, in order. */
  readonly tests: readonly WrittenAssertion[];
  /** Whether what it defines or shows changes by itself: a view, a generator. */
  readonly changing: boolean;
}

/** A notebook after it has run. */
export interface ExecutedNotebook {
  readonly title: string;
  readonly cells: readonly ExecutedCell[];
  /** What its names stand for, in document order; those of cells that did not come to a value are missing. */
  readonly values: ReadonlyMap<string, unknown>;
  /** How many cells failed; those that wait for one of these are not counted. */
  readonly failed: number;
  /** The hashes of every cell's run, where a recorder was asked for. */
  readonly proofs: readonly CellProof[];
}
