import type { Run } from "./run.ts";
import type { CellState } from "./state.ts";

/** What the dataflow tells, and asks of, the place it runs in. */
export interface DataflowHost {
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** A cell's state changed. */
  state(cell: number, state: CellState): void;
  /** A run shows a value. */
  display(run: Run, value: unknown, replace: boolean): void;
  /** A run begins: its cell's earlier output may be let go once the run shows something or ends. */
  begin(run: Run): void;
  /** A run's body is over (it finished, failed, or was ended). */
  end(run: Run): void;
  /** A name has a (new) value or error; readers see the same. */
  value?(name: string, value: unknown, cell: number): void;
}
