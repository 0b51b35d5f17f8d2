import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Call, Program } from "../declarations/declaration.ts";
import type { run as declaration } from "../declarations/run.ts";
import { Misuse } from "../input/misuse.ts";
import { findNotebook } from "../input/notebook-files.ts";
import { writeJson } from "../json/write-json.ts";
import { WriteError, writeWhole } from "../results/atomic-file.ts";
import { csvOf } from "../results/table-file.ts";
import { Interrupted, untilInterrupted } from "../run/interruption.ts";
import type { Job } from "../run/job.ts";
import { type FinishedRun, JobRunner } from "../run/job-runner.ts";
import { ProgressLine } from "../run/progress-line.ts";
import { JobRefused } from "../run/run-thread.ts";
import { folderName, limitsOf, readLanguage, readMatrix, readSettings, type Settings } from "../run/settings.ts";

/** The parsed arguments, with the settings of each run. */
interface Request {
  readonly job: Omit<Job, "set" | "out">;
  readonly out: string;
  readonly runs: readonly Settings[];
  readonly isMatrix: boolean;
}

/** A run, or the sentence with which it was refused. */
interface DoneRun {
  readonly settings: Settings;
  readonly folder: string;
  readonly outcome: FinishedRun | string;
}

/** `yuheng run`: runs notebooks and writes their results. */
export const run: Program<typeof declaration> = async (call) => {
  const request = await readRequest(call);
  const { json, quiet } = call.options;
  const line = new ProgressLine();
  const done: DoneRun[] = [];
  const { runs, out, isMatrix } = request;
  try {
    return await untilInterrupted(async (signal) => {
      const runner = new JobRunner(signal);
      try {
        for (const settings of runs) {
          const folder = isMatrix ? join(out, folderName(settings)) : out;
          const outcome = await attempt(runner, { ...request.job, set: settings, out: folder }, isMatrix, (text) =>
            line.show(isMatrix ? `${done.length + 1}/${runs.length} ${folderName(settings)} ${text}` : text),
          );
          line.clear();
          done.push({ settings, folder, outcome });
          report(folder, outcome, json || quiet);
          if (isMatrix) await writeWhole(join(out, "summary.csv"), summaryOf(done));
        }
      } finally {
        await runner.close();
      }
      if (json) writeJson("run", { file: request.job.file, runs: done.map(asData) });
      return done.every(({ outcome }) => isWhole(outcome, call.options["accept-not-run"])) ? 0 : 1;
    });
  } catch (error) {
    line.clear();
    if (error instanceof JobRefused && error.misuse) throw new Misuse(error.message);
    if (error instanceof WriteError && existsSync(out)) {
      process.stderr.write(`run failed: ${error.message} What was finished is in ${out}.\n`);
      return 1;
    }
    if (!(error instanceof Interrupted)) throw error;
    process.stderr.write(
      `Ended after ${done.length} of ${runs.length} ${runs.length === 1 ? "run" : "runs"}. What was finished is in ${out}.\n`,
    );
    return error.exitCode;
  }
};

/** A run of a matrix that is refused does not stop the others, unless the disk or the names are at fault. */
async function attempt(
  runner: JobRunner,
  job: Job,
  isMatrix: boolean,
  show: (text: string) => void,
): Promise<FinishedRun | string> {
  try {
    return await runner.run(job, ({ done, cells, text }) => show(`[${done}/${cells}] ${text}`));
  } catch (error) {
    if (isMatrix && error instanceof JobRefused && error.misuse && !/has no name/.test(error.message))
      return error.message;
    throw error;
  }
}

/** Failures go to stderr; `onlyFailures` leaves out how many cells ran. */
function report(folder: string, outcome: FinishedRun | string, onlyFailures: boolean): void {
  if (typeof outcome === "string") {
    process.stderr.write(`${folder}: ${outcome}\n`);
    return;
  }
  const { failures, notRun, warnings } = outcome;
  for (const sentence of [...failures, ...notRun, ...warnings]) process.stderr.write(`${sentence}\n`);
  if (onlyFailures) return;
  const { cells, failed, files, ms } = outcome;
  const ran = `${cells - notRun.length} cells ran`;
  const state = [
    failed === 0 ? ran : `${failed} of ${cells} cells failed`,
    ...(notRun.length > 0 ? [`${notRun.length} not run`] : []),
  ].join(", ");
  process.stdout.write(`${folder}: ${state} in ${(ms / 1000).toFixed(1)} s, ${files.length} files\n`);
}

function isWhole(outcome: FinishedRun | string, acceptNotRun: boolean): boolean {
  return typeof outcome !== "string" && outcome.failed === 0 && (acceptNotRun || outcome.notRun.length === 0);
}

function asData({ settings, folder, outcome }: DoneRun) {
  const refused = typeof outcome === "string" ? outcome : null;
  const { cells, failed, failures, notRun, warnings, files, figures, ms } =
    typeof outcome === "string"
      ? { cells: 0, failed: 0, failures: [], notRun: [], warnings: [], files: [], figures: {}, ms: 0 }
      : outcome;
  return { settings, folder, refused, cells, failed, failures, notRun, warnings, files, figures, ms };
}

/** One line per run: its settings, its outcome, and those of its values that are single figures. */
function summaryOf(done: readonly DoneRun[]): string {
  const given = Object.keys(done[0]?.settings ?? {});
  const figures = done.flatMap(({ outcome }) => (typeof outcome === "string" ? [] : Object.keys(outcome.figures)));
  const names = [...new Set(figures)].filter((name) => !given.includes(name));
  const column = (name: string, values: readonly unknown[]) => ({ name, unit: "", kind: "other" as const, values });
  return csvOf({
    rows: done.length,
    columns: [
      ...given.map((name) =>
        column(
          name,
          done.map(({ settings }) => settings[name]),
        ),
      ),
      column(
        "failed_cells",
        done.map(({ outcome }) => (typeof outcome === "string" ? null : outcome.failed)),
      ),
      column(
        "refused",
        done.map(({ outcome }) => (typeof outcome === "string" ? outcome : null)),
      ),
      ...names.map((name) =>
        column(
          name,
          done.map(({ outcome }) => (typeof outcome === "string" ? null : (outcome.figures[name] ?? null))),
        ),
      ),
    ],
  });
}

/** Throws Misuse. */
async function readRequest({ operands, options }: Call<typeof declaration>): Promise<Request> {
  const { reproducible, seed, width } = options;
  const notebook = await findNotebook(operands[0]!);
  const set = readSettings(options.set);
  const runs = readMatrix(options.matrix).map((each) => ({ ...set, ...each }));
  const chosen = options.cells.flatMap((list) => list.split(",").map((name) => name.trim())).filter(Boolean);
  const language = readLanguage(options.language);
  return {
    job: {
      ...notebook,
      formats: options.format,
      chosen: options.cells.length === 0 ? null : chosen,
      ...(reproducible ? { reproducible } : {}),
      ...(seed === undefined ? {} : { seed }),
      ...(width === undefined ? {} : { width }),
      ...(language === undefined ? {} : { language }),
      ...limitsOf(options),
    },
    out: options.out,
    runs,
    isMatrix: options.matrix.length > 0,
  };
}
