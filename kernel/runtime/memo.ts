import type { Exports } from "./exports.ts";
import type { Run } from "./run.ts";

/** Values and outcome of the last completed run: with the same inputs, it stands. */
export class Memo {
  readonly values: readonly unknown[];
  readonly run: Run;
  readonly outcome: { exports: Exports } | { error: unknown };

  constructor(values: readonly unknown[], run: Run, outcome: Memo["outcome"]) {
    this.values = values;
    this.run = run;
    this.outcome = outcome;
  }

  /** What readers get of it; throws what the run threw. */
  get exports(): Exports {
    if ("error" in this.outcome) throw this.outcome.error;
    return this.outcome.exports;
  }

  standsFor(values: readonly unknown[]): boolean {
    return this.values.length === values.length && this.values.every((value, i) => Object.is(value, values[i]));
  }

  /** Which of the inputs are others than the run had. */
  changed(names: readonly string[], values: readonly unknown[]): string[] {
    return names.filter((_, i) => !Object.is(this.values[i], values[i]));
  }
}
