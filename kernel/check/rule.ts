import type { Remark, Severity } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** A rule of `yuheng check`. */
export interface Rule {
  /** In kebab case, as used on the command line and in `data-allow`. */
  readonly name: string;
  readonly severity: Severity;
  /** What is true of a notebook that follows the rule. */
  readonly summary: string;
  /** Whether a run may find more, so that an exception can be needed although nothing is found here. */
  readonly alsoInRun?: boolean;
  check(subject: Subject): Iterable<Remark> | Promise<Iterable<Remark>>;
}
