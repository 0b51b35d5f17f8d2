import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { Misuse, refuseMisuse } from "../misuse.ts";
import { findNotebooks } from "../notebook-files.ts";
import { Interrupted, untilInterrupted } from "../run/interruption.ts";
import type { JobOutcome, JobTest } from "../run/job.ts";
import { JobRefused, JobRunner } from "../run/job-runner.ts";
import { ProgressLine } from "../run/progress-line.ts";
import { readLanguage, readSettings, type Settings } from "../run/settings.ts";

const help = `Usage: yuheng test FILE… [--set NAME=VALUE]…

Runs notebooks without a browser and says which of their tests hold. A test is a cell such as

  test("production is consumption", () => expect(produced).toBeCloseTo(consumed, {relative: 1e-9}))

A folder stands for all notebooks in it.

  --set NAME=VALUE     the value of an input, or in place of what a cell says; JSON, or text
  --reproducible       seeded chance and frozen time, the same bits on every machine
  --language TAG       the reader's language, such as zh-CN; en if left out
  --patience SECONDS   how long nothing may happen while a cell still runs; 30 if left out
  --json               what was found as JSON

Exit code: 0 all hold and all cells ran, 1 some do not, 2 wrong use, 130 ended with Ctrl+C.
`;

/** `yuheng test`: runs the tests in notebooks. */
export const test: Command = {
  usage: "test FILE… [--set NAME=VALUE]…",
  summary: "run notebooks and say which of their tests hold; --help lists its options",
  run: (args) => refuseMisuse("test", () => run(args)),
};

interface Tested {
  readonly file: string;
  readonly tests: readonly JobTest[];
  /** Failed cells, and other reasons why the notebook did not run. */
  readonly failures: readonly string[];
  /** What is amiss although the cells ran. */
  readonly warnings: readonly string[];
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      set: { type: "string", multiple: true },
      reproducible: { type: "boolean" },
      language: { type: "string" },
      patience: { type: "string" },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (positionals.length === 0) throw new Misuse("Which notebooks? Give their files, or a folder.");
  const patience = values.patience === undefined ? undefined : Number(values.patience);
  if (patience !== undefined && !(patience > 0)) throw new Misuse("--patience takes a number of seconds.");
  const language = readLanguage(values.language);
  const files = (await Promise.all(positionals.map(findNotebooks))).flat();
  const job = {
    set: readSettings(values.set ?? []),
    ...(values.reproducible ? { reproducible: true } : {}),
    ...(language === undefined ? {} : { language }),
    ...(patience === undefined ? {} : { patience: 1000 * patience }),
  };
  const tested: Tested[] = [];
  const report = (one: Tested) => {
    tested.push(one);
    if (!values.json) process.stdout.write(describe(one));
  };
  try {
    await untilInterrupted((signal) => testAll(files, job, signal, report));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.stderr.write(`Ended after ${tested.length} of ${files.length} notebooks.\n`);
    return error.exitCode;
  }
  process.stdout.write(values.json ? `${JSON.stringify(tested, null, 2)}\n` : summarize(tested));
  return tested.every(({ tests, failures }) => failures.length === 0 && tests.every(holds)) ? 0 : 1;
}

async function testAll(
  files: readonly string[],
  job: { set: Settings; reproducible?: boolean; language?: string; patience?: number },
  signal: AbortSignal,
  report: (tested: Tested) => void,
): Promise<void> {
  const line = new ProgressLine();
  const runner = new JobRunner(signal);
  try {
    for (const [i, file] of files.entries()) {
      const show = ({ done, cells, text }: { done: number; cells: number; text: string }) =>
        line.show(`${i + 1}/${files.length} ${file} [${done}/${cells}] ${text}`);
      const outcome = await runner.run({ file, out: "", formats: [], chosen: null, ...job }, show).catch(refusal);
      line.clear();
      const { tests, failures, warnings } = outcome;
      report({ file, tests, failures, warnings });
    }
  } finally {
    line.clear();
    await runner.close();
  }
}

/** A notebook that does not run at all is reported like a failed cell; a value that it does not accept is a misuse. */
function refusal(error: unknown): Pick<JobOutcome, "tests" | "failures" | "warnings"> {
  if (!(error instanceof JobRefused)) throw error;
  if (error.misuse) throw new Misuse(error.message);
  return { tests: [], failures: [error.message], warnings: [] };
}

function holds({ status }: JobTest): boolean {
  return status === "passed";
}

function describe({ file, tests, failures, warnings }: Tested): string {
  const lines = tests.map((test) =>
    holds(test)
      ? `  ✔ ${test.title}`
      : `  ✘ ${test.title}\n    ${file}:${test.line} (cell ${test.place}) ${test.message ?? ""}`,
  );
  const none = tests.length + failures.length === 0 ? ["  no tests"] : [];
  const amiss = [...failures.map((failure) => `  ✘ ${failure}`), ...warnings.map((warning) => `  ! ${warning}`)];
  return `${[file, ...lines, ...amiss, ...none].join("\n")}\n`;
}

function summarize(tested: readonly Tested[]): string {
  const tests = tested.flatMap((each) => each.tests);
  const failures = tested.flatMap((each) => each.failures).length;
  const passed = tests.filter(holds).length;
  const parts = [`${passed} hold`, `${tests.length - passed} do not`];
  if (failures > 0) parts.push(`${counted(failures, "cell")} did not run`);
  return `${counted(tests.length, "test")} in ${counted(tested.length, "notebook")}: ${parts.join(", ")}.\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
