import { basename, resolve } from "node:path";
import type { BuiltNotebook } from "../build/built-notebook.ts";
import type { SourceNotebook } from "../build/run-for-page.ts";
import { SiteAddress } from "../build/site-address.ts";
import { FolderError, SiteFolder } from "../build/site-folder.ts";
import type { build as declaration } from "../declarations/build.ts";
import type { Call, Program } from "../declarations/declaration.ts";
import { notRunOf, warningsOf } from "../headless/failures.ts";
import { readGivenFile } from "../input/given-file.ts";
import { WrongInput } from "../input/misuse.ts";
import { root } from "../installation/root.ts";
import { writeJson } from "../json/write-json.ts";
import { WriteError } from "../results/atomic-file.ts";
import { Interrupted, untilInterrupted } from "../run/interruption.ts";
import { ProgressLine } from "../run/progress-line.ts";
import { limitsOf } from "../run/settings.ts";

/** `yuheng build`: notebooks as pages. */
export const build: Program<typeof declaration> = async ({ operands, options }) => {
  const sources = await Promise.all(operands.map(readSource));
  const twice = sources.find(({ name }, i) => sources.findIndex((other) => other.name === name) !== i);
  if (twice)
    throw new WrongInput(`Two notebooks are called ${twice.name}.html; their pages would be one file. Rename one.`);
  if (options.single && options.workbench)
    throw new WrongInput("A single file takes no workbench along: build a site for that, without --single.");
  if (!options.single && sources.some(({ name }) => name === "index"))
    throw new WrongInput("A notebook called index.html would be the list of all. Rename it.");
  const address = options.url === undefined ? null : SiteAddress.read(options.url);
  if (options.url !== undefined && !address) {
    throw new WrongInput(
      `${options.url} is no address of a site: write one such as https://example.org/notes/ after --url.`,
    );
  }
  return buildAll(sources, { ...options, address });
};

async function readSource(path: string): Promise<SourceNotebook> {
  const text = await readGivenFile(path);
  if (!/<notebook[\s>]/i.test(text)) throw new WrongInput(`${path} is no notebook: it has no <notebook> element.`);
  return { name: basename(path).replace(/\.html$/, ""), path, text };
}

async function buildAll(
  sources: readonly SourceNotebook[],
  {
    out,
    json,
    quiet,
    timeout,
    "accept-not-run": acceptNotRun,
    ...options
  }: Call<typeof declaration>["options"] & { readonly address: SiteAddress | null },
): Promise<number> {
  const line = new ProgressLine();
  let folder: SiteFolder | null = null;
  const buildAt = async (signal: AbortSignal) => {
    folder = await SiteFolder.open(resolve(out), options.single ? "each" : "together");
    const { buildPages } = await import("../build/site.ts");
    const onProgress = (step: string) => line.show(step);
    return buildPages(sources, {
      root,
      folder,
      ...options,
      ...limitsOf({ timeout }),
      signal,
      onProgress,
    });
  };
  try {
    const { notebooks, size, notes } = await untilInterrupted((signal) =>
      Promise.race([buildAt(signal), whenAborted(signal)]),
    );
    line.clear();
    const pages = `${notebooks.length} ${notebooks.length === 1 ? "page" : "pages"}`;
    if (json) {
      writeJson("build", { folder: out, notebooks: notebooks.map(asData(sources)), size: size.shares(), notes });
    } else if (!quiet) process.stdout.write(`${out}: ${pages}\n${size.lines().join("\n")}\n`);
    for (const note of notes) process.stderr.write(`${note}\n`);
    return reportFailures(sources, notebooks, acceptNotRun);
  } catch (error) {
    line.clear();
    if (error instanceof FolderError) throw new WrongInput(error.message);
    const finished = await abandon(folder, out);
    if (error instanceof Interrupted) {
      process.stderr.write(`The build was interrupted. ${finished}\n`);
      return error.exitCode;
    }
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof WriteError) process.stderr.write(`The site could not be built: ${message} ${finished}\n`);
    else if (code === "ENOSPC") process.stderr.write(`The disk is full. ${finished}\n`);
    else process.stderr.write(`The site could not be built: ${message} ${finished}\n`);
    return 1;
  }
}

function asData(sources: readonly SourceNotebook[]) {
  return ({ name, notebook, executed }: BuiltNotebook) => {
    const file = sources.find((source) => source.name === name)!.path;
    return {
      file,
      page: `${name}.html`,
      title: executed.title,
      failed: failedCells(executed).map(({ place, error }) => ({
        place,
        line: error.line ?? null,
        message: error.message,
      })),
      notRun: notRunOf(file, notebook, executed.cells),
      warnings: warningsOf(file, notebook, executed),
    };
  };
}

function failedCells({ cells }: BuiltNotebook["executed"]) {
  return cells.flatMap(({ place, runs, error, state }) =>
    runs && state.status === "failed" && error ? [{ place, error }] : [],
  );
}

/** What an unfinished build leaves, as a sentence. */
async function abandon(folder: SiteFolder | null, out: string): Promise<string> {
  // On a full disk this may fail as well; the files are there nevertheless.
  const left = await folder?.abandon().catch(() => null);
  return left === "pages" ? `Pages that were finished are in ${out}.` : `Nothing in ${out} was changed.`;
}

/** Vite takes no signal when it builds the programs of the pages, so that an abort must not wait for it. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** Reports the cells that failed or did not run, with file, cell and line. Returns the exit code: 1 if there are any. */
function reportFailures(
  sources: readonly SourceNotebook[],
  notebooks: readonly BuiltNotebook[],
  acceptNotRun: boolean,
): number {
  let failed = 0;
  let notRun = 0;
  for (const { name, notebook, executed, computed } of notebooks) {
    const path = sources.find((source) => source.name === name)!.path;
    for (const place of computed) {
      process.stderr.write(
        `${path}, cell ${place}: reads a dataset, or asks a question, that only a run can tell, so all datasets are shipped with the page.\n`,
      );
    }
    const unrun = notRunOf(path, notebook, executed.cells);
    notRun += unrun.length;
    for (const sentence of [...unrun, ...warningsOf(path, notebook, executed)]) process.stderr.write(`${sentence}\n`);
    for (const { place, error } of failedCells(executed)) {
      ++failed;
      const line = error.line === undefined ? "" : `, line ${error.line}`;
      process.stderr.write(`${path}, cell ${place}${line}: ${error.message}\n`);
    }
  }
  if (failed > 0) {
    const cells = failed === 1 ? "1 cell" : `${failed} cells`;
    process.stderr.write(`${cells} failed. The pages are built and say so.\n`);
  }
  return failed > 0 || (notRun > 0 && !acceptNotRun) ? 1 : 0;
}
