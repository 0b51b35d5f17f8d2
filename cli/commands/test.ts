import type { Program } from "../declarations/declaration.ts";
import type { test as declaration } from "../declarations/test.ts";
import { Misuse } from "../input/misuse.ts";
import { findNotebooks, type GivenNotebook } from "../input/notebook-files.ts";
import { writeJson } from "../json/write-json.ts";
import { Interrupted, untilInterrupted } from "../run/interruption.ts";
import type { JobOutcome, JobTest } from "../run/job.ts";
import { JobRunner } from "../run/job-runner.ts";
import { ProgressLine } from "../run/progress-line.ts";
import { JobRefused } from "../run/run-thread.ts";
import { limitsOf, readLanguage, readSettings, type Settings } from "../run/settings.ts";
import { type Paint, paintFor } from "../terminal/colour.ts";

/** `yuheng test`: runs the tests in notebooks. */
export const test: Program<typeof declaration> = async ({ operands, options }) => {
  const language = readLanguage(options.language);
  const notebooks = await findNotebooks(operands);
  const job = {
    set: readSettings(options.set),
    ...(options.reproducible ? { reproducible: true } : {}),
    ...(language === undefined ? {} : { language }),
    ...limitsOf(options),
  };
  const isWhole = ({ tests, failures, notRun }: Tested) =>
    failures.length === 0 && tests.every(holds) && (options["accept-not-run"] || notRun.length === 0);
  const paint = paintFor(process.stdout);
  const tested: Tested[] = [];
  const report = (one: Tested) => {
    tested.push(one);
    if (!options.json && !(options.quiet && isWhole(one) && one.warnings.length === 0))
      process.stdout.write(describe(one, paint));
  };
  try {
    await untilInterrupted((signal) => testAll(notebooks, job, signal, report));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.stderr.write(`Ended after ${tested.length} of ${notebooks.length} notebooks.\n`);
    return error.exitCode;
  }
  const allHold = tested.every(isWhole);
  if (options.json) writeJson("test", tested);
  else if (!(options.quiet && allHold)) process.stdout.write(summarize(tested));
  return allHold ? 0 : 1;
};

interface Tested {
  readonly file: string;
  readonly tests: readonly JobTest[];
  /** Failed cells, and other reasons why the notebook did not run. */
  readonly failures: readonly string[];
  /** Cells of kinds that do not run here. */
  readonly notRun: readonly string[];
  /** What is amiss although the cells ran. */
  readonly warnings: readonly string[];
}

async function testAll(
  notebooks: readonly GivenNotebook[],
  job: { set: Settings; reproducible?: boolean; language?: string; patience?: number; timeout?: number },
  signal: AbortSignal,
  report: (tested: Tested) => void,
): Promise<void> {
  const line = new ProgressLine();
  const runner = new JobRunner(signal);
  try {
    for (const [i, { file, text }] of notebooks.entries()) {
      const show = ({ done, cells, text }: { done: number; cells: number; text: string }) =>
        line.show(`${i + 1}/${notebooks.length} ${file} [${done}/${cells}] ${text}`);
      const given = text === undefined ? { file } : { file, text };
      const outcome = await runner.run({ ...given, out: "", formats: [], chosen: null, ...job }, show).catch(refusal);
      line.clear();
      const { tests, failures, notRun, warnings } = outcome;
      report({ file, tests, failures, notRun, warnings });
    }
  } finally {
    line.clear();
    await runner.close();
  }
}

/** A notebook that does not run at all is reported like a failed cell; a value that it does not accept is a misuse. */
function refusal(error: unknown): Pick<JobOutcome, "tests" | "failures" | "notRun" | "warnings"> {
  if (!(error instanceof JobRefused)) throw error;
  if (error.misuse) throw new Misuse(error.message);
  return { tests: [], failures: [error.message], notRun: [], warnings: [] };
}

function holds({ status }: JobTest): boolean {
  return status === "passed";
}

function describe({ file, tests, failures, notRun, warnings }: Tested, paint: Paint): string {
  const [right, wrong] = [paint.green("✔"), paint.red("✘")];
  const lines = tests.map((test) =>
    holds(test)
      ? `  ${right} ${test.title}`
      : `  ${wrong} ${test.title}\n    ${file}:${test.line} (cell ${test.place}) ${test.message ?? ""}`,
  );
  const none = tests.length + failures.length === 0 ? ["  no tests"] : [];
  const amiss = [
    ...failures.map((failure) => `  ${wrong} ${failure}`),
    ...[...notRun, ...warnings].map((warning) => `  ${paint.yellow("!")} ${warning}`),
  ];
  return `${[file, ...lines, ...amiss, ...none].join("\n")}\n`;
}

function summarize(tested: readonly Tested[]): string {
  const tests = tested.flatMap((each) => each.tests);
  const failures = tested.flatMap((each) => each.failures).length;
  const passed = tests.filter(holds).length;
  const parts = [`${passed} hold`, `${tests.length - passed} do not`];
  if (failures > 0) parts.push(`${counted(failures, "cell")} failed`);
  const notRun = tested.flatMap((each) => each.notRun).length;
  if (notRun > 0) parts.push(`${counted(notRun, "cell")} not run`);
  return `${counted(tests.length, "test")} in ${counted(tested.length, "notebook")}: ${parts.join(", ")}.\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
