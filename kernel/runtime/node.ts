import type { Variable } from "@observablehq/runtime";
import { type CellError, errorOf, wordsOf } from "./cell-error.ts";
import type { CellDefinition } from "./definition.ts";
import { Exports } from "./exports.ts";
import type { DataflowHost } from "./host.ts";
import { Memo } from "./memo.ts";
import { type Ending, Run, RunEnded, type RunHost } from "./run.ts";
import type { Source } from "./source.ts";
import { type Cause, type CellEvent, type CellState, initialState, type Progress, transitionCell } from "./state.ts";

/** What a cell tells, and asks of, the dataflow it stands in. */
export interface NodeHost extends DataflowHost {
  /** True while cells that read this one have not settled. */
  isBusyBelow(cell: number): boolean;
  /** A source has a newer value. */
  emit(name: string, cell: number): void;
  /** A source lives as long as the run that made it. */
  follow(source: Source, run: Run): void;
  /** Names that wait for a promise of the cell fail as it did. */
  release(names: readonly string[]): void;
  /** What the cell exported has settled, after its body. */
  late(): void;
}

/** A cell as the dataflow knows it: its state, and the one run that counts. */
export class Node implements RunHost {
  definition: CellDefinition;
  order = 0;
  paused = false;
  fault: CellError | undefined;
  readonly variable: Variable;
  /** Why the next computation must run the body even if no input changed. */
  force: Cause | null = null;
  /** Counts computations asked of the runtime; an older one has been superseded. */
  ticket = 0;
  /** The ticket for which `compute` was entered: if it is not the latest, an input failed. */
  entered = 0;
  run: Run | null = null;
  memo: Memo | null = null;
  readonly #host: NodeHost;
  #state: CellState = initialState;

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

  /** What the last run made is no longer in use. */
  forget(): void {
    this.memo?.run.invalidate();
    this.memo = null;
  }

  /** Runs the body; resolves to what it gives its readers. */
  async start(values: readonly unknown[], cause: Cause): Promise<Exports> {
    const { definition } = this;
    this.forget();
    this.move({ type: "start", at: this.#host.now(), cause });
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
    this.#host.display(run, value, replace);
  }

  progress(run: Run, progress: Progress): void {
    if (this.run === run) this.move({ type: "progress", progress });
  }

  #export(result: unknown, run: Run): Exports {
    const { id } = this.definition;
    const exports = new Exports(this.definition, result, run, {
      busy: () => this.#host.isBusyBelow(id),
      changed: (name) => this.#host.emit(name, id),
      // A generator may throw long after its cell had finished: the cell that made it says so.
      failed: (error) => {
        if (run.valid) this.fail(this.#explain(error));
      },
    });
    for (const source of exports.sources) this.#host.follow(source, run);
    return exports;
  }

  /** The body is over. The cell stays running until the promises that it exports have settled too. */
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
        this.#host.late();
      },
      (error) => {
        if (this.run !== run) return;
        this.#end(run, this.memo?.values ?? [], error);
        // The run was ended, so its names must not stay pending. Of a promise's own error its readers know already.
        if (!this.memo && !run.valid) this.#host.release(this.definition.outputs);
        this.#host.late();
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
    else if (ending === "stopped") this.fail({ name: "stopped", ...wordsOf(error as RunEnded) });
  }

  #explain(error: unknown): CellError {
    return this.definition.explain?.(error) ?? errorOf(error);
  }
}

/** What the runtime calls the variable of a cell. */
export function variableName(cell: number): string {
  return `cell:${cell}`;
}
