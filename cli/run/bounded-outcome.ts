import { TextBound } from "../../kernel/values/bounded-text.ts";
import type { JobOutcome } from "./job.ts";

/** The most sentences of one kind, and the most tests, that one run is reported with. */
const MAX_LISTED = 10_000;

/** What a run says, as it comes from the thread: a cell controls how long its errors, tests and figures are, and how many. */
export function boundedOutcome(file: string, outcome: JobOutcome): JobOutcome {
  const bound = new TextBound();
  const sentences = (all: readonly string[]) => {
    const listed = all.slice(0, MAX_LISTED).map((sentence) => bound.text(sentence));
    return all.length > listed.length
      ? [...listed, `${file}: ${all.length - listed.length} more are left out.`]
      : listed;
  };
  const { tests } = outcome;
  const beyond = tests.length - MAX_LISTED;
  // Left-out tests may have failed: the run is not whole without them.
  const unlisted = `${file}: ${beyond} more tests than ${MAX_LISTED} are left out. Put several checks into one test.`;
  return {
    ...outcome,
    failures: [...sentences(outcome.failures), ...(beyond > 0 ? [unlisted] : [])],
    notRun: sentences(outcome.notRun),
    warnings: sentences(outcome.warnings),
    tests: bound.data(tests.slice(0, MAX_LISTED)),
  };
}
