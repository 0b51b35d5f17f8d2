import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { NotebookDifference } from "../../kernel/headless/notebook-difference.ts";
import { moduleThread } from "../../kernel/headless/thread-worker.ts";
import type { Command } from "../command.ts";
import type { ComparisonJob, ComparisonMessage } from "../diff/comparison-job.ts";
import { pageReport } from "../diff/page-report.ts";
import { textReport } from "../diff/text-report.ts";
import { Misuse, refuseMisuse } from "../misuse.ts";
import { writeWhole } from "../results/atomic-file.ts";
import { Interrupted, untilInterrupted } from "../run/interruption.ts";
import { JobRefused } from "../run/job-runner.ts";
import { ProgressLine } from "../run/progress-line.ts";
import { readSettings } from "../run/settings.ts";

const help = `Usage: yuheng diff BEFORE AFTER [--html PAGE] [--set NAME=VALUE]…

Runs two notebooks and says what changed: cells, the values of names with absolute and relative change, tables row by row,
and what is shown. Both run in reproducible mode.

  --html PAGE          writes a page with figures beside each other
  --set NAME=VALUE     a value for both, of an input or in place of what a cell says
  --tolerance SHARE    numbers closer than this, relative, are the same; 1e-9 if left out
  --patience SECONDS   how long nothing may happen while a cell still runs; 30 if left out
  --json               what changed as JSON

Exit code: 0 nothing differs, 1 something does, 2 wrong use, 130 ended with Ctrl+C.
`;

/** `yuheng diff`: reports what changed between two notebooks, in cells and in results. */
export const diff: Command = {
  usage: "diff BEFORE AFTER [--html PAGE]",
  summary: "run two notebooks and say what changed, in cells and in results; --help lists its options",
  run: (args) => refuseMisuse("diff", () => run(args)),
};

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      html: { type: "string" },
      set: { type: "string", multiple: true },
      tolerance: { type: "string" },
      patience: { type: "string" },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [before, after, ...more] = positionals;
  if (before === undefined || after === undefined || more.length > 0)
    throw new Misuse("Which two notebooks? Give both files.");
  for (const file of [before, after]) {
    if (!(await stat(file).catch(() => null))?.isFile()) throw new Misuse(`There is no file “${file}”.`);
  }
  const tolerance = readNumber("tolerance", values.tolerance);
  const patience = readNumber("patience", values.patience);
  const job: ComparisonJob = {
    files: [before, after],
    set: readSettings(values.set ?? []),
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(patience === undefined ? {} : { patience: 1000 * patience }),
  };
  try {
    const difference = await untilInterrupted((signal) => compare(job, signal));
    process.stdout.write(values.json ? `${JSON.stringify(difference, null, 2)}\n` : textReport(job.files, difference));
    if (values.html !== undefined) await writeWhole(values.html, await pageReport(job.files, difference));
    return differs(difference) ? 1 : 0;
  } catch (error) {
    if (error instanceof JobRefused && error.misuse) throw new Misuse(error.message);
    if (error instanceof Interrupted) return error.exitCode;
    throw error;
  }
}

async function compare(job: ComparisonJob, signal: AbortSignal): Promise<NotebookDifference> {
  const line = new ProgressLine();
  const thread = moduleThread(new URL("../diff/comparison-thread.ts", import.meta.url), { job });
  try {
    return await new Promise((resolve, reject) => {
      thread.on("message", (message: ComparisonMessage) => {
        if (message.type === "progress") line.show(message.text);
        else if (message.type === "done") resolve(message.difference);
        else reject(new JobRefused(message.sentence, message.misuse));
      });
      thread.on("error", reject);
      thread.on("exit", () => reject(new Error("The comparison ended before it was done.")));
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  } finally {
    line.clear();
    await thread.terminate();
  }
}

function differs({ titles, cells, values, addedNames, removedNames }: NotebookDifference): boolean {
  const lists = [cells, values, addedNames, removedNames];
  return titles[0] !== titles[1] || lists.some(({ length }) => length > 0);
}

function readNumber(name: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (given.trim() === "" || !(value >= 0)) throw new Misuse(`--${name} takes a number, not “${given}”.`);
  return value;
}
