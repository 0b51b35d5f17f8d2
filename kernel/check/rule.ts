import type { Remark, Severity } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** One thing that a notebook should be. */
export interface Rule {
  /** In kebab case, as it is named on the command line and in `data-allow`. */
  readonly name: string;
  readonly severity: Severity;
  /** What holds where the rule is kept. */
  readonly summary: string;
  check(subject: Subject): Iterable<Remark> | Promise<Iterable<Remark>>;
}
