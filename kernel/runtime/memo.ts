import type { Exports } from "./exports.ts";
import type { Run } from "./run.ts";

/** The input values and the outcome of the last completed run, reused while the inputs are the same. */
export class Memo {
  readonly values: readonly unknown[];
  readonly run: Run;
  readonly outcome: { exports: Exports } | { error: unknown };

  constructor(values: readonly unknown[], run: Run, outcome: Memo["outcome"]) {
    this.values = values;
    this.run = run;
    this.outcome = outcome;
  }

  /** The exports for readers; throws the error of a failed run. */
  get exports(): Exports {
    if ("error" in this.outcome) throw this.outcome.error;
    return this.outcome.exports;
  }

  matches(values: readonly unknown[]): boolean {
    return this.values.length === values.length && this.values.every((value, i) => Object.is(value, values[i]));
  }

  /** The inputs that differ from those of the run. */
  changed(names: readonly string[], values: readonly unknown[]): string[] {
    return names.filter((_, i) => !Object.is(this.values[i], values[i]));
  }
}
