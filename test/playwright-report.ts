import { relative } from "node:path";
import type { Report, State, TestResult } from "./report.ts";

interface PlaywrightSuite {
  readonly title: string;
  readonly specs?: readonly PlaywrightSpec[];
  readonly suites?: readonly PlaywrightSuite[];
}

interface PlaywrightSpec {
  readonly title: string;
  readonly file: string;
  readonly tests: readonly {
    readonly expectedStatus: string;
    readonly status: string;
    readonly results: readonly {
      readonly duration: number;
      readonly errors: readonly { readonly message?: string }[];
    }[];
  }[];
}

/** The parts of Playwright's JSON report that are read here. */
export interface PlaywrightJson {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors?: readonly { readonly message?: string; readonly location?: { readonly file: string } }[];
}

/** Reads the JSON report of Playwright, whose files lie in `folder` of the project. */
export function readPlaywright({ suites, errors = [] }: PlaywrightJson, folder: string, root: string): Report {
  const tests: TestResult[] = [];
  const seconds: Record<string, number> = {};
  for (const spec of suites.flatMap((suite) => specsOf(suite, []))) {
    const file = `${folder}/${spec.file}`;
    for (const { expectedStatus, status, results } of spec.tests) {
      const messages = results.flatMap(({ errors }) => errors.map(({ message }) => message ?? ""));
      tests.push({ file, title: spec.title, state: playwrightState(expectedStatus, status), messages });
      seconds[file] = results.reduce((sum, { duration }) => sum + duration / 1000, seconds[file] ?? 0);
    }
  }
  const problems = errors.map(({ message, location }) => {
    const file = location ? relative(root, location.file) : null;
    return { file: file?.startsWith(`${folder}/`) ? file : null, messages: [message ?? ""] };
  });
  return { tests, problems, seconds };
}

function playwrightState(expected: string, status: string): State {
  if (status === "expected") return "passed";
  // Playwright calls both skipped: what a test asked for, and what never came to run.
  if (status === "skipped") return expected === "skipped" ? "skipped" : "not run";
  return "failed";
}

/** The tests of a suite under their full titles. The outermost suite is the file itself. */
function specsOf({ specs = [], suites = [] }: PlaywrightSuite, groups: readonly string[]): PlaywrightSpec[] {
  return [
    ...specs.map((spec) => ({ ...spec, title: [...groups, spec.title].join(" › ") })),
    ...suites.flatMap((suite) => specsOf(suite, [...groups, suite.title])),
  ];
}
