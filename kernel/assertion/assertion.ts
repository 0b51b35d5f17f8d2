/** What a `test` of a notebook says of itself. */
export interface Assertion {
  readonly title: string;
  readonly status: "running" | "passed" | "failed";
  /** Of a failed one: what was expected and what was found, or what was thrown. */
  readonly message?: string;
}

/** An expectation that does not hold, as a sentence. */
export class ExpectationError extends Error {
  override name = "ExpectationError";
}
