import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { BuiltNotebook } from "../build/built-notebook.ts";
import type { SourceNotebook } from "../build/run-for-page.ts";
import { SiteAddress } from "../build/site-address.ts";
import { FolderError, SiteFolder } from "../build/site-folder.ts";
import { type SiteLanguage, siteLanguages } from "../build/words.ts";
import type { Command } from "../command.ts";
import { WriteError } from "../results/atomic-file.ts";
import { Interrupted, untilInterrupted } from "../run/interruption.ts";

const root = join(import.meta.dirname, "../..");

const help = `yuheng build NOTEBOOK… --out FOLDER

Runs notebooks and builds a site of them: a list, and for each a page that is complete without JavaScript and comes alive in
the browser. Any static host will do, below any path. A folder that holds anything else is never written to.

  --out FOLDER      where the site goes
  --single          one file a notebook, which opens from a disk and needs no other
  --database        takes the database along, 10 MB a file, where the page could answer its queries itself
  --workbench       takes the workbench along, in which readers edit a copy; with every dataset and the database
  --title TEXT      its title (Yuheng Notebook)
  --url ADDRESS     where it will be (https://…/), for pictures of links, the sitemap and whatever needs an absolute address
  --language TAG    the language of the few words around the notebooks: en or zh-CN
`;

/** `yuheng build`: notebooks as pages. */
export const build: Command = {
  usage: "build NOTEBOOK… --out FOLDER",
  summary: "build a static site of notebooks; --help says more",
  async run(args) {
    const options = {
      out: { type: "string" },
      single: { type: "boolean", default: false },
      database: { type: "boolean", default: false },
      workbench: { type: "boolean", default: false },
      title: { type: "string", default: "Yuheng Notebook" },
      url: { type: "string" },
      language: { type: "string", default: "en" },
      help: { type: "boolean", short: "h" },
    } as const;
    let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true; args: string[] }>>;
    try {
      parsed = parseArgs({ options, allowPositionals: true, args: [...args] });
    } catch (error) {
      return refuse((error as Error).message);
    }
    const { values, positionals } = parsed;
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    if (positionals.length === 0)
      return refuse("Which notebooks? Name their files: yuheng build notebooks/*.html --out site/");
    if (values.out === undefined) return refuse("Where to? Name a folder with --out.");
    const language = siteLanguages.find((tag) => tag === values.language);
    if (!language) return refuse(`There is no language ${values.language}; there are ${siteLanguages.join(" and ")}.`);
    let sources: SourceNotebook[];
    try {
      sources = await Promise.all(positionals.map(readSource));
    } catch (error) {
      return refuse((error as Error).message);
    }
    const twice = sources.find(({ name }, i) => sources.findIndex((other) => other.name === name) !== i);
    if (twice) return refuse(`Two notebooks are called ${twice.name}.html; their pages would be one file. Rename one.`);
    if (values.single && values.workbench)
      return refuse("A single file takes no workbench along: build a site for that, without --single.");
    if (!values.single && sources.some(({ name }) => name === "index"))
      return refuse("A notebook called index.html would be the list of all. Rename it.");
    const address = values.url === undefined ? null : SiteAddress.read(values.url);
    if (values.url !== undefined && !address)
      return refuse(`${values.url} is no address of a site: write one such as https://example.org/notes/ after --url.`);
    return buildAll(sources, values.out, {
      title: values.title,
      address,
      language,
      single: values.single,
      database: values.database,
      workbench: values.workbench,
    });
  },
};

async function readSource(path: string): Promise<SourceNotebook> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === "ENOENT" ? `There is no file ${path}.` : `${path} cannot be read: ${error.message}.`,
    );
  });
  if (!/<notebook[\s>]/i.test(text)) throw new Error(`${path} is no notebook: it has no <notebook> element.`);
  return { name: basename(path).replace(/\.html$/, ""), path, text };
}

async function buildAll(
  sources: readonly SourceNotebook[],
  out: string,
  options: {
    title: string;
    address: SiteAddress | null;
    language: SiteLanguage;
    single: boolean;
    database: boolean;
    workbench: boolean;
  },
): Promise<number> {
  const line = new ProgressLine();
  let folder: SiteFolder | null = null;
  const readSibling = (name: string) => {
    const known = sources.find((source) => source.name === name);
    return known ? Promise.resolve(known.text) : readFile(join(dirname(sources[0]!.path), `${name}.html`), "utf8");
  };
  const buildAt = async (signal: AbortSignal) => {
    folder = await SiteFolder.open(resolve(out));
    const { buildPages } = await import("../build/site.ts");
    const onProgress = (step: string) => line.show(step);
    return buildPages(sources, { root, folder, ...options, signal, notebook: readSibling, onProgress });
  };
  try {
    const { notebooks, size, notes } = await untilInterrupted((signal) =>
      Promise.race([buildAt(signal), whenAborted(signal)]),
    );
    line.clear();
    process.stdout.write(
      `${out}: ${notebooks.length} ${notebooks.length === 1 ? "page" : "pages"}\n${size.lines().join("\n")}\n`,
    );
    for (const note of notes) process.stderr.write(`${note}\n`);
    return reportFailures(sources, notebooks);
  } catch (error) {
    line.clear();
    if (error instanceof FolderError) return refuse(error.message);
    const finished = await abandon(folder, out);
    if (error instanceof Interrupted) {
      process.stderr.write(`The build was interrupted. ${finished}\n`);
      return error.exitCode;
    }
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof WriteError) process.stderr.write(`The site could not be built: ${message} ${finished}\n`);
    else if (code === "ENOSPC") process.stderr.write(`The disk is full. ${finished}\n`);
    else process.stderr.write(`The site could not be built: ${message}\n`);
    return 1;
  }
}

/** What an unfinished build leaves, as a sentence. */
async function abandon(folder: SiteFolder | null, out: string): Promise<string> {
  // On a full disk this may fail as well; the files are there nevertheless.
  await folder?.abandon().catch(() => {});
  const pages = folder?.written.some((address) => address.endsWith(".html")) ?? false;
  return pages ? `Pages that were finished are in ${out}.` : "No page was finished.";
}

/** Vite takes no signal when it builds the programs of the pages, so that an abort must not wait for it. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** Reports the cells that failed, with file, cell and line. Returns the exit code: 1 if any failed. */
function reportFailures(sources: readonly SourceNotebook[], notebooks: readonly BuiltNotebook[]): number {
  let failed = 0;
  for (const { name, executed, computed } of notebooks) {
    const path = sources.find((source) => source.name === name)!.path;
    for (const place of computed) {
      process.stderr.write(
        `${path}, cell ${place}: reads a dataset under a name that only a run can tell, so all datasets are shipped with the page.\n`,
      );
    }
    for (const { place, error, state } of executed.cells) {
      if (state.status !== "failed" || !error) continue;
      ++failed;
      const line = error.line === undefined ? "" : `, line ${error.line}`;
      process.stderr.write(`${path}, cell ${place}${line}: ${error.message}\n`);
    }
  }
  if (failed > 0) {
    const cells = failed === 1 ? "1 cell" : `${failed} cells`;
    process.stderr.write(`${cells} failed. The pages are built and say so.\n`);
  }
  return failed > 0 ? 1 : 0;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

/** One line of a terminal with the current step; nothing if the output is no terminal. */
class ProgressLine {
  show(sentence: string): void {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${sentence}`);
  }

  clear(): void {
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[2K");
  }
}
