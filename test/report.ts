/** What became of a test: "not run" is one that was to run, and did not because something in its file failed before. */
export type State = "passed" | "failed" | "skipped" | "not run";

export interface TestResult {
  /** Relative to the project. */
  readonly file: string;
  /** With the titles of its groups before it. */
  readonly title: string;
  readonly state: State;
  readonly messages: readonly string[];
}

/** What failed outside of any test; `file` is null where it is of no file. */
export interface Problem {
  readonly file: string | null;
  readonly messages: readonly string[];
}

/** What a runner of tests says of a run. */
export interface Report {
  readonly tests: readonly TestResult[];
  readonly problems: readonly Problem[];
  /** By file, with all that it prepares. */
  readonly seconds: Readonly<Record<string, number>>;
}
