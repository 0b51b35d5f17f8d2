import { dirname } from "node:path";
import { recalledInRun, watchRecalled } from "../../kernel/check/recalled-in-run.ts";
import type { Factor } from "../../kernel/check/recalled-numbers.ts";
import { noMemory } from "../../kernel/check/rules/no-memory.ts";
import { type Notebook, parseNotebook } from "../../kernel/document/index.ts";
import type { ExecutedCell, ExecutedNotebook } from "../../kernel/headless/executed-notebook.ts";
import { FolderAttachments } from "../../kernel/headless/folder-attachments.ts";
import type { NodeServices } from "../../kernel/headless/node-services.ts";
import { runNotebook } from "../../kernel/headless/run-notebook.ts";
import { type Plain, readPlain } from "../../kernel/values/plain.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { failuresOf, notRunOf, warningsOf } from "../headless/failures.ts";
import { lineInFile } from "../headless/file-place.ts";
import { textOf } from "../input/notebook-files.ts";
import { executedPage } from "../results/executed-page.ts";
import { ResultFiles } from "../results/result-files.ts";
import type { Job, JobOutcome, JobTest } from "./job.ts";

/** The longest value of the summary, in characters of JSON; a longer one is only in its own file. */
const MAX_SUMMARY_VALUE = 2000;

/** Receives the progress and the files of a run. */
export interface JobListener {
  progress(done: number, cells: number, text: string): void;
  file(name: string, content: string | Uint8Array): void;
}

/** Runs a notebook and passes its files to the listener. Rejects with ParameterError, or with the error of reading the file. */
export async function runJob(job: Job, services: NodeServices, listener: JobListener): Promise<JobOutcome> {
  const startedAt = performance.now();
  const text = await textOf(job);
  const notebook = parseNotebook(text);
  const selection = { formats: new Set(job.formats), chosen: job.chosen && new Set(job.chosen) };
  const files = new ResultFiles(selection, (name, content) => listener.file(name, content));
  const finished = new Set<number>();
  const taken = new Map<string, readonly Factor[]>();
  const compute = watchRecalled(services.compute, (tool, records) => {
    taken.set(tool, [...(taken.get(tool) ?? []), ...records]);
  });
  const executed = await runNotebook(text, {
    services: { ...services, compute },
    attachments: new FolderAttachments(dirname(job.file)),
    set: job.set,
    ...(job.reproducible === undefined ? {} : { reproducible: job.reproducible }),
    ...(job.seed === undefined ? {} : { seed: job.seed }),
    ...(job.width === undefined ? {} : { width: job.width }),
    ...(job.language === undefined ? {} : { language: job.language }),
    ...(job.patience === undefined ? {} : { patience: job.patience }),
    ...(job.timeout === undefined ? {} : { timeout: job.timeout }),
    progress: ({ cell, place, state }) => {
      const isFinished = state.status !== "queued" && state.status !== "running";
      if (isFinished) finished.add(cell);
      const { fraction = null, message = "" } = state.progress ?? {};
      const step = writeMessage(message);
      const share = fraction === null ? "" : ` ${Math.round(100 * fraction)} %`;
      if (!isFinished)
        listener.progress(finished.size, notebook.cells.length, `cell ${place}${step && ` · ${step}`}${share}`);
    },
    value: (name, value, place) => files.value(name, value, place),
    cell: (cell) => files.cell(cell),
  });
  files.finish(executed);
  if (job.formats.includes("html")) files.file("notebook.html", await executedPage(notebook, executed, job.set));
  const outcome = { ms: Math.round(performance.now() - startedAt), figures: figuresOf(executed) };
  if (job.formats.includes("json")) files.file("results.json", summaryOf(job, executed));
  const unwritten = executed.cells.flatMap(({ id, place, names }) =>
    names.flatMap((name) => {
      const problem = files.problemOf(name);
      return problem ? [`${job.file}:${lineInFile(notebook, id, 1)} (cell ${place}) ${problem}`] : [];
    }),
  );
  const recalled = recalledInRun(notebook, executed, taken).map(({ cell, message }) => {
    const place = notebook.cells.findIndex(({ id }) => id === cell) + 1;
    const at = cell === undefined ? job.file : `${job.file}:${lineInFile(notebook, cell, 1)} (cell ${place})`;
    return `${at}${cell === undefined ? ":" : ""} warning: ${noMemory.name}: ${writeMessage(message)}`;
  });
  return {
    ...outcome,
    cells: executed.cells.length,
    failed: executed.failed,
    failures: failuresOf(job.file, notebook, executed.cells),
    notRun: notRunOf(job.file, notebook, executed.cells),
    warnings: [...warningsOf(job.file, notebook, executed), ...unwritten, ...recalled],
    tests: testsOf(notebook, executed.cells),
  };
}

function testsOf(notebook: Notebook, cells: readonly ExecutedCell[]): JobTest[] {
  return cells.flatMap(({ id, place, tests }) =>
    tests.map((test) => ({ ...test, place, line: lineInFile(notebook, id, 1) })),
  );
}

/** The summary of a run, without large values. */
function summaryOf({ file, set }: Job, executed: ExecutedNotebook): string {
  const { title, cells, values, failed, notRun, warnings } = executed;
  const shown: Record<string, Plain> = {};
  for (const [name, value] of values) {
    // No value with more parts is that short.
    const { plain } = readPlain(value, MAX_SUMMARY_VALUE);
    if (plain !== undefined && JSON.stringify(plain).length <= MAX_SUMMARY_VALUE) shown[name] = plain;
  }
  const whole = warnings.length > 0 ? { warnings } : {};
  const summary = { file, title, set, failed, notRun, ...whole, values: shown, cells: cells.map(cellSummary) };
  return `${JSON.stringify(summary, null, 2)}\n`;
}

function cellSummary({ id, place, kind, names, state, runs, error, ms, steps }: ExecutedCell) {
  const { warnings } = state;
  const status = runs ? state.status : "not run";
  return {
    id,
    place,
    kind,
    names,
    status,
    ...(error ? { error } : {}),
    ...(warnings ? { warnings } : {}),
    ms: Math.round(ms),
    steps,
  };
}

function figuresOf({ values }: ExecutedNotebook): Record<string, number | string | boolean> {
  const figures = [...values].filter(
    (entry): entry is [string, number | string | boolean] =>
      typeof entry[1] === "number" ||
      typeof entry[1] === "boolean" ||
      (typeof entry[1] === "string" && entry[1].length <= 60),
  );
  return Object.fromEntries(figures);
}
