import { stripVTControlCharacters } from "node:util";
import type { Report, TestResult } from "./report.ts";

/** A step of the run whose tests are counted. */
export interface Step {
  readonly name: string;
  /** Where its test files lie. */
  readonly folders: readonly string[];
  /** Whether a failed file is run once more, alone: a browser may be late for reasons that are not the test's. */
  readonly repeats: boolean;
}

/** Tests that may be skipped. */
export interface Skip {
  readonly file: string;
  /** How their full titles begin; empty for the whole file. */
  readonly title: string;
  readonly reason: string;
  /** Whether they are skipped on this machine. */
  when(): boolean;
}

/** A test file that is run once more. */
export interface Repetition {
  readonly step: Step;
  readonly file: string;
}

interface Failure {
  readonly file: string | null;
  /** Empty where it is of no test. */
  readonly title: string;
  readonly messages: readonly string[];
}

/** So many files may fail, be run again and pass. A third fails: then it is the machine or the tests that need mending. */
const FLAKY_FILES = 2;
/** So many lines of a message are printed. */
const LINES = 25;
const SLOWEST_FILES = 15;

/**
 * The account of one run of the tests: what passed, failed, was skipped or is flaky, and the lines that close the run. It runs
 * nothing: reports go in, and lines and an exit code come out.
 */
export class Account {
  readonly #skips: readonly Skip[];
  #passedChecks = 0;
  readonly #failedChecks: Failure[] = [];
  readonly #steps: { readonly step: Step; ok: boolean; report: Report | null }[] = [];
  readonly #flaky: Failure[] = [];
  readonly #times: (readonly [name: string, seconds: number])[] = [];

  constructor(skips: readonly Skip[]) {
    this.#skips = skips;
  }

  /** A check that is one test: it holds or it does not. */
  addCheck(name: string, ok: boolean): void {
    if (ok) this.#passedChecks += 1;
    else this.#failedChecks.push({ file: name, title: "", messages: [] });
  }

  /** What a step came to. `ok` is whether its runner ended well, `report` what it left, if anything. */
  addStep(step: Step, ok: boolean, report: Report | null): void {
    this.#steps.push({ step, ok, report });
  }

  /** How long a part of the run took. */
  addTime(name: string, seconds: number): void {
    this.#times.push([name, seconds]);
  }

  /** The failed files that are to be run once more when all else is done, each alone. */
  repetitions(): Repetition[] {
    const all = this.#steps.flatMap(({ step, report }) => {
      const files = step.repeats && report ? new Set(failuresOf(report).map(({ file }) => file)) : [];
      return [...files].flatMap((file) => (file === null ? [] : { step, file }));
    });
    return all.slice(0, FLAKY_FILES);
  }

  /** What a file came to that was run once more. It is flaky if all of it passed now; else the first failures stand. */
  addRepetition({ step, file }: Repetition, ok: boolean, report: Report | null): void {
    const held = this.#steps.find((each) => each.step === step);
    if (!held?.report || !ok || !report) return;
    const before = failuresOf(held.report).filter((failure) => failure.file === file);
    if (!mends(report, before, file)) return;
    this.#flaky.push(...before);
    held.report = {
      ...held.report,
      tests: [...held.report.tests.filter((test) => test.file !== file), ...report.tests],
      problems: held.report.problems.filter((problem) => problem.file !== file),
    };
    // The runner ended badly because of what passes now.
    held.ok ||= failuresOf(held.report).length === 0;
  }

  /**
   * The lines that close the run, and its exit code.
   *
   * @param seconds how long the run took: less than its parts together, some of which run side by side
   */
  close(seconds?: number): { lines: string[]; exitCode: number } {
    const reports = this.#steps.flatMap(({ report }) => report ?? []);
    const tests = reports.flatMap(({ tests }) => tests);
    const skipped = tests.filter(({ state }) => state === "skipped");
    const failures = [
      ...this.#failedChecks,
      ...this.#steps.flatMap(failuresOfStep),
      ...this.#unlisted(skipped),
      ...this.#outdated(tests),
    ];
    const passed = this.#passedChecks + tests.filter(({ state }) => state === "passed").length;
    const lines = [
      ...slowestFiles(reports),
      ...stepTimes(this.#times, seconds),
      ...this.#reasons(skipped),
      ...failures.map((failure) => `\n✘ ${withMessages(failure)}`),
      ...this.#flaky.map((failure) => `\nFLAKY ${withMessages(failure)}`),
      `\n${passed} passed, ${failures.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`,
    ];
    return { lines, exitCode: failures.length === 0 && passed > 0 ? 0 : 1 };
  }

  /** Skipped tests for which the list has no reason that holds here. */
  #unlisted(skipped: readonly TestResult[]): Failure[] {
    return skipped
      .filter((test) => !this.#skips.some((skip) => covers(skip, test) && skip.when()))
      .map(({ file, title }) => ({ file, title, messages: ["It is skipped, and test/skipped.ts gives no reason."] }));
  }

  /** Entries of the list to which no test answers any more, or whose tests run although they are listed. */
  #outdated(tests: readonly TestResult[]): Failure[] {
    const known = this.#skips.filter(({ file }) =>
      this.#steps.some(({ step, report }) => report && step.folders.some((folder) => file.startsWith(`${folder}/`))),
    );
    return known.flatMap((skip) => {
      const own = tests.filter((test) => covers(skip, test));
      const { file, title } = skip;
      if (own.length === 0)
        return [{ file, title, messages: ["test/skipped.ts lists it, and there is no such test."] }];
      if (!skip.when() || !own.some(({ state }) => state === "passed")) return [];
      return [{ file, title, messages: ["test/skipped.ts lists it as skipped on this machine, and it ran."] }];
    });
  }

  #reasons(skipped: readonly TestResult[]): string[] {
    return this.#skips.flatMap((skip) => {
      const { length } = skipped.filter((test) => covers(skip, test));
      return length === 0 ? [] : [`\nskipped (${length}): ${nameOf(skip)}: ${skip.reason}`];
    });
  }
}

/** What failed. What never ran because something in its file failed before is a line of that failure. */
function failuresOf({ tests, problems }: Report): Failure[] {
  const failures: Failure[] = [
    ...tests.filter(({ state }) => state === "failed"),
    ...problems.map(({ file, messages }) => ({ file, title: "", messages })),
  ];
  const waiting = tests.filter(({ state }) => state === "not run").map(({ file }) => file);
  for (const file of new Set(waiting)) {
    const { length } = waiting.filter((each) => each === file);
    const sentence = length === 1 ? "1 test did not run." : `${length} tests did not run.`;
    const i = failures.findIndex((failure) => failure.file === file);
    const { title, messages } = failures[i] ?? { title: "", messages: [] };
    failures.splice(i < 0 ? failures.length : i, 1, { file, title, messages: [...messages, sentence] });
  }
  return failures;
}

function failuresOfStep({ step, ok, report }: { step: Step; ok: boolean; report: Report | null }): Failure[] {
  if (!report) return [{ file: step.name, title: "", messages: ["It left no report."] }];
  const failures = failuresOf(report);
  if (ok || failures.length > 0) return failures;
  return [{ file: step.name, title: "", messages: ["It failed outside of any test."] }];
}

/** Whether the second run of a file leaves nothing of what had failed in it. */
function mends(report: Report, before: readonly Failure[], file: string): boolean {
  if (failuresOf(report).length > 0) return false;
  const passed = report.tests.filter((test) => test.file === file && test.state === "passed").map(({ title }) => title);
  return passed.length > 0 && before.every(({ title }) => title === "" || passed.includes(title));
}

function covers(skip: Skip, { file, title }: TestResult): boolean {
  return skip.file === file && title.startsWith(skip.title);
}

function nameOf({ file, title }: { file: string | null; title: string }): string {
  return [file ?? "Outside of any test", title].filter((part) => part !== "").join(" › ");
}

function withMessages({ messages, ...failure }: Failure): string {
  const heads = messages.map((message) => stripVTControlCharacters(message).split("\n").slice(0, LINES).join("\n"));
  return [nameOf(failure), ...heads].join("\n");
}

function slowestFiles(reports: readonly Report[]): string[] {
  const files = reports.flatMap(({ seconds }) => Object.entries(seconds)).sort(([, a], [, b]) => b - a);
  return listed("The slowest files", files.slice(0, SLOWEST_FILES));
}

function stepTimes(times: readonly (readonly [string, number])[], total: number | undefined): string[] {
  return listed("The steps", total === undefined ? times : [...times, ["total", total]]);
}

function listed(title: string, entries: readonly (readonly [string, number])[]): string[] {
  if (entries.length === 0) return [];
  return [`\n${title}`, ...entries.map(([name, seconds]) => `${seconds.toFixed(1).padStart(8)} s  ${name}`)];
}
