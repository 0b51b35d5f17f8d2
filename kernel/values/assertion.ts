import { Fault } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";
/** The state of a notebook's `test`. */
export interface Assertion {
  readonly title: string;
  readonly status: "running" | "passed" | "failed";
  /** For a failed test: what was expected and what was found, or what was thrown. */
  readonly message?: Sentence;
}

/** An assertion with its message as text, for a terminal or a file. */
export interface WrittenAssertion extends Omit<Assertion, "message"> {
  readonly message?: string;
}

/** Thrown when an expectation fails. */
export class ExpectationError extends Fault {
  override name = "ExpectationError";
}
