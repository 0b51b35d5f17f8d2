import type { CellProof } from "../integrity/lock.ts";
import type { CellError } from "../runtime/cell-error.ts";
import type { CellState } from "../runtime/state.ts";
import type { Step } from "../services/step.ts";
import type { WrittenAssertion } from "../values/assertion.ts";

/** The result of a cell after its notebook has run. */
export interface ExecutedCell {
  readonly id: number;
  /** Its position in the notebook, from 1. */
  readonly place: number;
  readonly kind: string;
  /** Its compiled code. */
  readonly code: string;
  /** The names it defines. */
  readonly names: readonly string[];
  readonly state: CellState;
  /** Whether cells of its kind run here. */
  readonly runs: boolean;
  readonly error?: CellError;
  /** Its output as HTML (including SVG) without scripts and external resources. */
  readonly html: string;
  /** How long its last run took, in milliseconds. */
  readonly ms: number;
  /** Its service requests. */
  readonly steps: readonly Step[];
  /** The tests of its last run, in order. */
  readonly tests: readonly WrittenAssertion[];
  /** Whether its value or output can change by itself: a view, a generator. */
  readonly changing: boolean;
}

/** The result of running a notebook. */
export interface ExecutedNotebook {
  readonly title: string;
  readonly cells: readonly ExecutedCell[];
  /** The values of its names, in document order; names of cells without a value are missing. */
  readonly values: ReadonlyMap<string, unknown>;
  /** The number of failed cells, not counting cells that depend on them. */
  readonly failed: number;
  /** The number of cells of kinds that do not run here. */
  readonly notRun: number;
  /** Errors that nothing caught and that are of no cell. Those of a cell are in its state. */
  readonly warnings: readonly CellError[];
  /** The hashes of every cell's run, if a recorder was given. */
  readonly proofs: readonly CellProof[];
}
