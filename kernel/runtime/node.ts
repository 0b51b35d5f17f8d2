import type { Variable } from "@observablehq/runtime";
import { equalData } from "../values/equal.ts";
import { type CellError, errorFields, errorOf } from "./cell-error.ts";
import type { CellDefinition } from "./definition.ts";
import { Exports } from "./exports.ts";
import type { DataflowHost } from "./host.ts";
import { Memo } from "./memo.ts";
import { type Ending, Run, RunEnded, type RunHost } from "./run.ts";
import type { Source } from "./source.ts";
import { type Cause, type CellEvent, type CellState, initialState, type Progress, transitionCell } from "./state.ts";

/** A timer may fail again and again: more late errors of one run are not kept. */
const MAX_LATE = 5;

/** The dataflow that contains a cell: receives its events and answers its queries. */
export interface NodeHost extends DataflowHost {
  /** Whether cells that read this one have not settled yet. */
  isBusyBelow(cell: number): boolean;
  /** Called when a source has a newer value. */
  emit(name: string, cell: number): void;
  /** Registers a source for as long as the run that created it is valid. */
  follow(source: Source, run: Run): void;
  /** Rejects names that wait for a promise of the cell. */
  release(names: readonly string[]): void;
  /** Called when promises exported by the cell have settled after its body. */
  exportsSettled(): void;
}

/** A cell in the dataflow: its state, and its current run. */
export class Node implements RunHost {
  definition: CellDefinition;
  order = 0;
  paused = false;
  fault: CellError | undefined;
  readonly variable: Variable;
  /** The cause for which the next computation must run the body even if no input changed. */
  force: Cause | null = null;
  /** Counts computations requested from the runtime; all but the latest are superseded. */
  ticket = 0;
  /** The ticket of the last entered computation: if it is not the latest, an input failed. */
  entered = 0;
  run: Run | null = null;
  memo: Memo | null = null;
  readonly #host: NodeHost;
  #state: CellState = initialState;
  /** Warnings that hold whether or not the cell runs. */
  #remarks: readonly CellError[] = [];
  /** Errors of the last run's code that came after its body. */
  #late: CellError[] = [];

  constructor(definition: CellDefinition, variable: Variable, host: NodeHost) {
    this.definition = definition;
    this.variable = variable;
    this.#host = host;
  }

  get state(): CellState {
    return this.#state;
  }

  move(event: CellEvent): void {
    const state = transitionCell(this.#state, event);
    if (state === this.#state) return;
    this.#state = state;
    this.#host.state(this.definition.id, state);
  }

  fail(error: CellError): void {
    this.move({ type: "fail", at: this.#host.now(), error });
  }

  /** Sets the warnings that hold whether or not the cell runs. */
  remark(remarks: readonly CellError[]): void {
    if (equalData(remarks, this.#remarks)) return;
    this.#remarks = remarks;
    this.#warn();
  }

  /** Adds an error of the cell's code that came when its body was over; the cell keeps its results. */
  failLate(error: unknown): void {
    const warning = this.#explain(error);
    if (this.#late.length >= MAX_LATE || this.#late.some((known) => equalData(known, warning))) return;
    this.#late.push(warning);
    this.#warn();
  }

  #warn(): void {
    this.move({ type: "warn", warnings: [...this.#remarks, ...this.#late] });
  }

  /** Discards the results of the last run. */
  forget(): void {
    this.memo?.run.invalidate();
    this.memo = null;
  }

  /** Runs the body; resolves to its exports. */
  async start(values: readonly unknown[], cause: Cause): Promise<Exports> {
    const { definition } = this;
    this.forget();
    this.#late = [];
    this.move({ type: "start", at: this.#host.now(), cause });
    if (this.#remarks.length > 0) this.#warn();
    const run = new Run(definition.id, this.#state.runs, cause, this);
    this.run = run;
    this.#host.begin(run);
    try {
      const result = await run.race(Promise.resolve(definition.start(values, run)));
      const exports = this.#export(result, run);
      this.memo = new Memo(values, run, { exports });
      this.#finish(run, exports);
      return exports;
    } catch (error) {
      this.#end(run, values, error);
      throw error;
    }
  }

  // RunHost

  display(run: Run, value: unknown, replace: boolean): void {
    try {
      this.#host.display(run, value, replace);
    } catch (error) {
      // A value that cannot be shown is a value nevertheless.
      this.failLate(error);
    }
  }

  progress(run: Run, progress: Progress): void {
    if (this.run === run) this.move({ type: "progress", progress });
  }

  #export(result: unknown, run: Run): Exports {
    const { id } = this.definition;
    const exports = new Exports(this.definition, result, run, {
      busy: () => this.#host.isBusyBelow(id),
      changed: (name) => this.#host.emit(name, id),
      // A generator may throw long after its cell has finished: the error is reported at the cell that created it.
      failed: (error) => {
        if (run.valid) this.fail(this.#explain(error));
      },
    });
    for (const source of exports.sources) this.#host.follow(source, run);
    return exports;
  }

  /** The body is over. The cell stays running until its exported promises have settled, too. */
  #finish(run: Run, exports: Exports): void {
    const finish = () => {
      this.run = null;
      this.#host.end(run);
      this.move({ type: "finish", at: this.#host.now() });
    };
    const promises = exports.promises(this.definition.outputs);
    if (promises.length === 0) {
      finish();
      return;
    }
    run.race(Promise.all(promises)).then(
      () => {
        if (this.run !== run) return;
        finish();
        this.#host.exportsSettled();
      },
      (error) => {
        if (this.run !== run) return;
        this.#end(run, this.memo?.values ?? [], error);
        // If the run was ended, its names must not stay pending. Readers already have the error of a rejected promise.
        if (!this.memo && !run.valid) this.#host.release(this.definition.outputs);
        this.#host.exportsSettled();
      },
    );
  }

  /** The run failed, or was ended. */
  #end(run: Run, values: readonly unknown[], error: unknown): void {
    if (this.run === run) this.run = null;
    this.#host.end(run);
    const ending: Ending | undefined = error instanceof RunEnded ? error.ending : undefined;
    this.memo = ending ? null : new Memo(values, run, { error });
    if (!ending) this.fail(this.#explain(error));
    else if (ending === "stopped") this.fail({ name: "stopped", ...errorFields(error as RunEnded) });
  }

  #explain(error: unknown): CellError {
    return this.definition.explain?.(error) ?? errorOf(error);
  }
}

/** The name of a cell's variable in the runtime. */
export function variableName(cell: number): string {
  return `cell:${cell}`;
}
