import type { Run } from "./run.ts";
import type { CellState } from "./state.ts";

/** The host of the dataflow: receives its events and provides the clock. */
export interface DataflowHost {
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Called when a cell's state has changed. */
  state(cell: number, state: CellState): void;
  /** Called when a run displays a value. */
  display(run: Run, value: unknown, replace: boolean): void;
  /** Called when a run begins: the earlier output may be removed once the run displays something or ends. */
  begin(run: Run): void;
  /** Called when a run's body is over (it finished, failed, or was ended). */
  end(run: Run): void;
  /** Called when a name has a new value; readers receive the same value. */
  value?(name: string, value: unknown, cell: number): void;
}
