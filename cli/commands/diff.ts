import type { NotebookDifference } from "../../kernel/headless/notebook-difference.ts";
import type { Program } from "../declarations/declaration.ts";
import type { diff as declaration } from "../declarations/diff.ts";
import { boundedDifference } from "../diff/bounded-difference.ts";
import type { ComparisonJob, ComparisonMessage } from "../diff/comparison-job.ts";
import { pageReport } from "../diff/page-report.ts";
import { textReport } from "../diff/text-report.ts";
import { Misuse } from "../input/misuse.ts";
import { findNotebook, type GivenNotebook } from "../input/notebook-files.ts";
import { writeJson } from "../json/write-json.ts";
import { writeWhole } from "../results/atomic-file.ts";
import { Interrupted, untilInterrupted } from "../run/interruption.ts";
import { ProgressLine } from "../run/progress-line.ts";
import { JobRefused, RunThread } from "../run/run-thread.ts";
import { limitsOf, readSettings } from "../run/settings.ts";

/** `yuheng diff`: reports what changed between two notebooks, in cells and in results. */
export const diff: Program<typeof declaration> = async ({ operands, options }) => {
  if (operands.every((path) => path === "-")) throw new Misuse("Standard input is one notebook: give - once.");
  const [before, after] = (await Promise.all(operands.map(findNotebook))) as [GivenNotebook, GivenNotebook];
  const { tolerance } = options;
  const job: ComparisonJob = {
    notebooks: [before, after],
    set: readSettings(options.set),
    ...(tolerance === undefined ? {} : { tolerance }),
    ...limitsOf(options),
  };
  const files = [before.file, after.file] as const;
  try {
    const difference = await untilInterrupted((signal) => compare(job, signal));
    const changed = differs(difference);
    if (options.json) writeJson("diff", difference);
    else if (changed || !options.quiet) process.stdout.write(textReport(files, difference));
    if (options.html !== undefined) await writeWhole(options.html, await pageReport(files, difference));
    return changed ? 1 : 0;
  } catch (error) {
    if (error instanceof JobRefused && error.misuse) throw new Misuse(error.message);
    if (error instanceof Interrupted) return error.exitCode;
    throw error;
  }
};

async function compare(job: ComparisonJob, signal: AbortSignal): Promise<NotebookDifference> {
  const line = new ProgressLine();
  const module = new URL("../diff/comparison-thread.ts", import.meta.url);
  const thread = new RunThread<ComparisonJob, NotebookDifference, ComparisonMessage>(module, signal);
  try {
    const difference = await thread.run(job, { timeout: job.timeout, receive: ({ text }) => line.show(text) });
    return boundedDifference(difference);
  } finally {
    line.clear();
    await thread.close();
  }
}

function differs({ titles, cells, values, addedNames, removedNames }: NotebookDifference): boolean {
  const lists = [cells, values, addedNames, removedNames];
  return titles[0] !== titles[1] || lists.some(({ length }) => length > 0);
}
