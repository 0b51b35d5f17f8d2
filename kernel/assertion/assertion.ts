import { Fault } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";
/** What a `test` of a notebook says of itself. */
export interface Assertion {
  readonly title: string;
  readonly status: "running" | "passed" | "failed";
  /** Of a failed one: what was expected and what was found, or what was thrown. */
  readonly message?: Sentence;
}

/** The same, where it is written for a terminal or a file. */
export interface WrittenAssertion extends Omit<Assertion, "message"> {
  readonly message?: string;
}

/** An expectation that does not hold. */
export class ExpectationError extends Fault {
  override name = "ExpectationError";
}
