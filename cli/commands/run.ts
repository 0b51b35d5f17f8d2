import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Command } from "../command.ts";
import { Misuse, refuseMisuse } from "../misuse.ts";
import { WriteError, writeWhole } from "../results/atomic-file.ts";
import { type ResultFormat, resultFormats } from "../results/result-files.ts";
import { csvOf } from "../results/table-file.ts";
import { Interrupted, untilInterrupted } from "../run/interruption.ts";
import type { Job } from "../run/job.ts";
import { type FinishedRun, JobRefused, JobRunner } from "../run/job-runner.ts";
import { ProgressLine } from "../run/progress-line.ts";
import { folderName, readLanguage, readMatrix, readSettings, type Settings } from "../run/settings.ts";

const help = `Usage: yuheng run FILE [--set NAME=VALUE]… [--matrix NAME=VALUES]… [--out FOLDER]

Runs a notebook without a browser and writes what it gives: values by name (total.json, flows.csv), pictures by their cell
(cell-07.svg), a summary (results.json), and the notebook with its outputs, readable alone (notebook.html).

  --set NAME=VALUE     the value of an input, or in place of what a cell says; JSON, or text
  --matrix NAME=LIST   one run for each value, in a folder of its own, with summary.csv: 2000..2011, 2000..2010:5, CHN,USA;
                       several multiply
  --out FOLDER         where the results go; "results" if left out
  --format LIST        json, csv, arrow, parquet, svg, html; "json,csv,svg,html" if left out
  --cells LIST         what is written: names that cells define, places of cells from 1
  --reproducible       seeded chance and frozen time, the same bits on every machine
  --seed NUMBER        the seed; that of the notebook if left out
  --width PIXELS       the width of the reading column; 740 if left out
  --language TAG       the reader's language, such as zh-CN; en if left out
  --patience SECONDS   how long nothing may happen while a cell still runs; 30 if left out

What is finished is there at once, whatever becomes of the rest. Exit code: 0 all cells ran, 1 some failed, 2 wrong use,
130 ended with Ctrl+C, 143 by SIGTERM.
`;

/** `yuheng run`: runs notebooks and writes their results. */
export const run: Command = {
  usage: "run FILE [--set NAME=VALUE]… [--out FOLDER]",
  summary: "run a notebook without a browser and write its values, tables and figures; --help lists its options",
  run: (args) => refuseMisuse("run", () => runCommand(args)),
};

/** The parsed arguments, with the settings of each run. */
interface Request {
  readonly job: Omit<Job, "set" | "out">;
  readonly out: string;
  readonly runs: readonly Settings[];
  readonly isMatrix: boolean;
}

async function runCommand(args: readonly string[]): Promise<number> {
  const request = await readRequest(args);
  if (!request) {
    process.stdout.write(help);
    return 0;
  }
  const line = new ProgressLine();
  const done: { settings: Settings; outcome: FinishedRun | string }[] = [];
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
          done.push({ settings, outcome });
          report(folder, outcome);
          if (isMatrix) await writeWhole(join(out, "summary.csv"), summaryOf(done));
        }
      } finally {
        await runner.close();
      }
      return done.some(({ outcome }) => typeof outcome === "string" || outcome.failed > 0) ? 1 : 0;
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
}

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

function report(folder: string, outcome: FinishedRun | string): void {
  if (typeof outcome === "string") {
    process.stderr.write(`${folder}: ${outcome}\n`);
    return;
  }
  for (const sentence of [...outcome.failures, ...outcome.warnings]) process.stderr.write(`${sentence}\n`);
  const { cells, failed, files, ms } = outcome;
  const state = failed === 0 ? `${cells} cells ran` : `${failed} of ${cells} cells failed`;
  process.stdout.write(`${folder}: ${state} in ${(ms / 1000).toFixed(1)} s, ${files.length} files\n`);
}

/** One line per run: its settings, its outcome, and those of its values that are single figures. */
function summaryOf(done: readonly { settings: Settings; outcome: FinishedRun | string }[]): string {
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

/** Null for `--help`. Throws Misuse. */
async function readRequest(args: readonly string[]): Promise<Request | null> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      set: { type: "string", multiple: true },
      matrix: { type: "string", multiple: true },
      out: { type: "string", short: "o" },
      format: { type: "string", multiple: true },
      cells: { type: "string", multiple: true },
      reproducible: { type: "boolean" },
      seed: { type: "string" },
      width: { type: "string" },
      language: { type: "string" },
      patience: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (file === undefined) throw new Misuse("Which notebook? Give its file.");
  if (more.length > 0) throw new Misuse(`One notebook at a time: “${more[0]}” is one too many.`);
  if (!(await stat(file).catch(() => null))?.isFile()) throw new Misuse(`There is no file “${file}”.`);
  const set = readSettings(values.set ?? []);
  const runs = readMatrix(values.matrix ?? []).map((each) => ({ ...set, ...each }));
  const chosen =
    values.cells?.flatMap((list) =>
      list
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean),
    ) ?? null;
  const patience = number("patience", values.patience);
  const language = readLanguage(values.language);
  return {
    job: {
      file,
      formats: readFormats(values.format),
      chosen,
      ...(values.reproducible ? { reproducible: true } : {}),
      ...optional("seed", values.seed),
      ...optional("width", values.width),
      ...(language === undefined ? {} : { language }),
      ...(patience === undefined ? {} : { patience: 1000 * patience }),
    },
    out: values.out ?? "results",
    runs,
    isMatrix: (values.matrix ?? []).length > 0,
  };
}

function readFormats(given: readonly string[] = ["json,csv,svg,html"]): ResultFormat[] {
  return given
    .flatMap((list) => list.split(","))
    .map((text) => {
      const format = resultFormats.find((name) => name === text.trim().toLowerCase());
      if (!format) throw new Misuse(`There is no format “${text}”. There are ${resultFormats.join(", ")}.`);
      return format;
    });
}

function optional<Name extends string>(name: Name, given: string | undefined): { [key in Name]?: number } {
  const value = number(name, given);
  return (value === undefined ? {} : { [name]: value }) as { [key in Name]?: number };
}

function number(name: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (given.trim() === "" || !(value >= 0)) throw new Misuse(`--${name} takes a number, not “${given}”.`);
  return value;
}
