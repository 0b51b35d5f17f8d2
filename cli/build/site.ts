import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openNodeServices } from "../../kernel/headless/node-services.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { compileKernels } from "../serve/wasm.ts";
import type { BuiltNotebook } from "./built-notebook.ts";
import type { CarriedFile, CarriedFiles } from "./carried-files.ts";
import { indexPage } from "./index-page.ts";
import { installedVersions } from "./installed-versions.ts";
import { escapeAttribute } from "./markup.ts";
import { embeddedProgram, notebookPage, type PageLinks } from "./notebook-page.ts";
import { pagePart } from "./page-part.ts";
import {
  type DatabaseProgram,
  databaseProgram,
  hashed,
  type Programs,
  programsOf,
  type SiteFile,
  singleProgramsOf,
  writingFrame,
} from "./programs.ts";
import { type RunNotebook, runForPage, type SourceNotebook } from "./run-for-page.ts";
import { manifest, serviceWorker } from "./service-worker.ts";
import { singlePage } from "./single-page.ts";
import type { SiteFolder } from "./site-folder.ts";
import { type SitePart, SiteSize } from "./site-size.ts";
import type { SiteLanguage } from "./words.ts";
import { buildWorkbench, workbenchFolder } from "./workbench.ts";

export interface BuildOptions {
  /** Folder of this program, with its datasets. */
  readonly root: string;
  readonly folder: SiteFolder;
  readonly title: string;
  /** Whether every notebook becomes one self-contained file rather than a page of a site. */
  readonly single: boolean;
  /** Whether the site includes the workbench, in which readers edit copies. */
  readonly workbench: boolean;
  readonly language: SiteLanguage;
  readonly signal: AbortSignal;
  /** The text of a notebook that another one imports. */
  notebook(name: string): Promise<string>;
  /** Called with the current step. */
  onProgress(step: string): void;
}

/** The result of a build. */
export interface BuiltSite {
  readonly notebooks: readonly BuiltNotebook[];
  readonly size: SiteSize;
}

/** Writes the page of each notebook as soon as it has run. */
interface PageWriter {
  write(run: RunNotebook): Promise<BuiltNotebook>;
  /** Called when all are written. */
  finish(notebooks: readonly BuiltNotebook[]): Promise<void>;
}

/**
 * Builds pages of notebooks: a site with a list of all, the pages and the files that they need, or one file each. Pages are
 * written as their notebooks finish. A notebook that fails still becomes a page, which says what failed.
 */
export async function buildPages(sources: readonly SourceNotebook[], options: BuildOptions): Promise<BuiltSite> {
  const { root, folder, signal, onProgress } = options;
  const size = new SiteSize();
  const names = sources.map(({ name }) => name);
  const [writer, versions, builds] = await Promise.all([
    options.single ? openSingles(options, size) : openSite(options, size, names),
    installedVersions(root),
    compileKernels(root),
  ]);
  const services = openNodeServices({
    datasets: join(root, "datasets"),
    notebook: options.notebook,
    builds,
    reproducible: true,
  });
  const built: BuiltNotebook[] = [];
  try {
    for (const [i, source] of sources.entries()) {
      signal.throwIfAborted();
      const about = `${source.name} (${i + 1} of ${sources.length})`;
      onProgress(about);
      const run = await runForPage(source, {
        services,
        versions,
        language: options.language,
        notebook: options.notebook,
        signal,
        progress: ({ place, state }) => {
          if (state.status === "running") onProgress(`${about}: cell ${place}`);
        },
      });
      built.push(await writer.write(run));
    }
  } finally {
    await services.close();
  }
  built.sort(byOrder);
  await writer.finish(built);
  await folder.finish();
  return { notebooks: built, size };
}

function byOrder(a: BuiltNotebook, b: BuiltNotebook): number {
  const last = Number.POSITIVE_INFINITY;
  const [x, y] = [a.order ?? last, b.order ?? last];
  return x === y ? (a.name < b.name ? -1 : 1) : x - y;
}

async function openSingles({ root, folder, language }: BuildOptions, size: SiteSize): Promise<PageWriter> {
  const programs = await singleProgramsOf(root);
  return {
    async write(run) {
      const { built, html } = await singlePage(root, run, programs, language);
      const page = { address: `${run.name}.html`, content: html };
      await folder.write(page);
      size.add("pages", page);
      return built;
    },
    finish: async () => {},
  };
}

async function openSite(options: BuildOptions, size: SiteSize, names: readonly string[]): Promise<PageWriter> {
  const site = new Site(await programsOf(options.root), options, names, size);
  await site.writePrograms();
  return site;
}

const ICON = "icon.svg";
const MANIFEST = "site.webmanifest";

/** Files that only pages with SQL need. */
function isDatabase(address: string): boolean {
  return /^assets\/(database|query)/.test(address);
}

/** A file's name as part of an address. */
function addressOf(file: string): string {
  return `./${file.split("/").map(encodeURIComponent).join("/")}`;
}

/** The files of a site as they are written. */
class Site implements PageWriter {
  readonly links: Omit<PageLinks, "index">;
  readonly size: SiteSize;
  readonly #programs: Programs;
  readonly #options: BuildOptions;
  readonly #pages: readonly string[];
  readonly #data = new Map<string, Promise<string>>();
  readonly #parts = new Map<string, Promise<string>>();
  #database: Promise<DatabaseProgram> | undefined;
  #writingFrame: Promise<SiteFile> | undefined;
  #charts: Promise<void> | undefined;

  constructor(programs: Programs, options: BuildOptions, pages: readonly string[], size: SiteSize) {
    this.size = size;
    this.#programs = programs;
    this.#options = options;
    this.#pages = pages;
    const { reader, imports, style, embedded } = programs;
    const modules = [reader, ...imports].map(
      (module) => `<link rel="modulepreload" href="./${escapeAttribute(module)}">\n`,
    );
    this.links = {
      head: `<link rel="icon" href="./${ICON}" type="image/svg+xml">\n<link rel="manifest" href="./${MANIFEST}">\n${modules.join("")}`,
      files: "beside",
      style: `<link rel="stylesheet" href="./${escapeAttribute(style)}">`,
      script: `<script type="module" src="./${escapeAttribute(reader)}"></script>`,
      embedded: embeddedProgram(embedded),
    };
  }

  async writePrograms(): Promise<void> {
    this.#options.signal.throwIfAborted();
    const icon = await readFile(join(this.#options.root, "app/design/mark.svg"));
    await this.#options.folder.write({ address: ICON, content: icon });
    for (const file of this.#programs.files) {
      // The query program is written with the database.
      if (isDatabase(file.address)) continue;
      await this.#options.folder.write(file);
      this.size.add("programs", file);
    }
  }

  async write(run: RunNotebook): Promise<BuiltNotebook> {
    const { folder, title, language } = this.#options;
    const files = Object.fromEntries(
      await Promise.all([
        ...run.data.catalogue.map(async (entry) => [entry.name, await this.#writeData(entry, run.carried)] as const),
        ...run.carried.files.map(async (file) => [file.key, await this.#writeCarried(file)] as const),
      ]),
    );
    const program = run.needsEditor ? await this.#writeWritingFrame() : this.#programs.frame;
    const database = run.needsDatabase ? await this.#writeDatabase() : null;
    const charts = run.needsCharts ? await this.#writeCharts() : "";
    const parts = await this.#writeParts(program, charts !== "", database, run);
    const built: BuiltNotebook = {
      ...run,
      data: {
        ...run.data,
        files,
        parts,
        pages: this.#pages,
        program,
        draws: this.#programs.draws,
        charts,
        database: database && { worker: database.worker, wasm: database.wasm },
        workbench: this.#options.workbench ? `${workbenchFolder}index.html` : null,
      },
    };
    const index = { address: "./index.html", title };
    const preloads = [program, ...(run.data.first.charts ? [charts] : [])].map(
      (address) => `<link rel="preload" href="./${escapeAttribute(address)}" as="fetch" crossorigin>`,
    );
    const links = { ...this.links, head: `${this.links.head}${preloads.join("")}`, index };
    const page = { address: `${run.name}.html`, content: notebookPage(built, links, language) };
    await folder.write(page);
    this.size.add("pages", page);
    return built;
  }

  async finish(notebooks: readonly BuiltNotebook[]): Promise<void> {
    const { folder, title, language } = this.#options;
    await folder.write({ address: "index.html", content: indexPage(title, notebooks, this.links, language) });
    await this.#writeOffline();
    if (this.#options.workbench) await this.#writeWorkbench(notebooks);
  }

  /** The workbench is not cached for use without a network: few readers open it, and it is large. */
  async #writeWorkbench(notebooks: readonly BuiltNotebook[]): Promise<void> {
    this.#options.onProgress("the workbench");
    const sources = notebooks.map(({ name, data }) => ({ name, text: data.text }));
    // Of two notebooks' files of the same name, the workbench has the first.
    const files = new Map(
      notebooks.flatMap(({ carried }) => carried.named.map((file) => [file.attachment.name, file] as const)).reverse(),
    );
    for (const file of await buildWorkbench(this.#options.root, sources, [...files.values()])) {
      await this.#options.folder.write(file);
      this.size.add("workbench", file);
    }
  }

  /** Writes the manifest and the service worker, last, because they list the other files. */
  async #writeOffline(): Promise<void> {
    const { folder, title, language } = this.#options;
    await folder.write({ address: MANIFEST, content: manifest(title, language, `./${ICON}`) });
    const heavy = (address: string) => address.startsWith("data/") || isDatabase(address);
    // Parts are for pages without an origin, which cache nothing; and their names are secret.
    const offline = folder.written.filter((address) => !/^(?:parts\/|assets\/embedded-)/.test(address));
    const core = offline.filter((address) => !heavy(address));
    const rest = offline.filter((address) => heavy(address));
    const version = folder.fingerprint();
    const content = serviceWorker({ version, core: core.map(addressOf), rest: rest.map(addressOf) });
    await folder.write({ address: "service-worker.js", content });
  }

  /** A dataset is written once, whichever notebooks read it. */
  #writeData(entry: DatasetEntry, carried: CarriedFiles): Promise<string> {
    // Two notebooks may each have a table of this name.
    const key = `${entry.name} ${entry.sha256}`;
    const known = this.#data.get(key);
    if (known) return known;
    const writing = (async () => {
      const content = await this.#dataOf(entry, carried);
      const file = hashed(`data/${entry.name}`, entry.file.split(".").at(-1)!, content);
      await this.#options.folder.write(file);
      this.size.add("data", file);
      return file.address;
    })();
    this.#data.set(key, writing);
    return writing;
  }

  async #dataOf({ name, file }: DatasetEntry, carried: CarriedFiles): Promise<Uint8Array> {
    return carried.tables.get(name) ?? readFile(join(this.#options.root, "datasets", file));
  }

  async #writeCarried({ key, content }: CarriedFile): Promise<string> {
    const file = hashed("data/file", /\.(\w+)$/.exec(key)?.[1] ?? "bin", content);
    await this.#options.folder.write(file);
    this.size.add("data", file);
    return file.address;
  }

  /** Writes the files of a page again as scripts, for a page that is embedded in another; each file once. */
  async #writeParts(
    program: string,
    withCharts: boolean,
    database: DatabaseProgram | null,
    { data: { catalogue }, carried }: RunNotebook,
  ): Promise<Record<string, string>> {
    const file = (address: string, files: readonly SiteFile[]) => async () =>
      files.find((each) => each.address === address)!.content;
    const { files, draws, charts } = this.#programs;
    const writing = await this.#writingFrame;
    const sources: [name: string, part: SitePart, read: () => Promise<string | Uint8Array>][] = [
      ["program", "programs", program === writing?.address ? async () => writing.content : file(program, files)],
      ["draws", "programs", file(draws, files)],
      ...(withCharts ? [["charts", "programs", async () => charts.content] satisfies (typeof sources)[number]] : []),
      ...catalogue.map((entry): (typeof sources)[number] => [
        `data:${entry.name}`,
        "data",
        () => this.#dataOf(entry, carried),
      ]),
      ...carried.files.map((file): (typeof sources)[number] => [file.key, "data", async () => file.content]),
    ];
    if (database) {
      sources.push(
        ["database-worker", "database", file(database.worker, database.files)],
        ["database-wasm", "database", file(database.wasm, database.files)],
      );
    }
    // Notebooks with an editor have another program; two may each have a file or a table of the same name.
    const versions = new Map([
      ...catalogue.map(({ name, sha256 }) => [`data:${name}`, sha256] as const),
      ...carried.files.map(({ key, sha256 }) => [key, sha256] as const),
    ]);
    const keyOf = (name: string) => (name === "program" ? program : `${name} ${versions.get(name) ?? ""}`);
    const addresses = sources.map(
      async ([name, part, read]) => [name, await this.#writePart(keyOf(name), part, read)] as const,
    );
    return Object.fromEntries(await Promise.all(addresses));
  }

  #writePart(key: string, part: SitePart, read: () => Promise<string | Uint8Array>): Promise<string> {
    const known = this.#parts.get(key);
    if (known) return known;
    const write = async () => {
      const file = pagePart(await read());
      await this.#options.folder.write(file);
      this.size.add(part, file);
      return `./${file.address}`;
    };
    const writing = write();
    this.#parts.set(key, writing);
    return writing;
  }

  async #writeWritingFrame(): Promise<string> {
    this.#writingFrame ??= writingFrame(this.#options.root).then(async (file) => {
      await this.#options.folder.write(file);
      this.size.add("programs", file);
      return file;
    });
    return (await this.#writingFrame).address;
  }

  async #writeCharts(): Promise<string> {
    const { charts } = this.#programs;
    this.#charts ??= this.#options.folder.write(charts).then(() => this.size.add("programs", charts));
    await this.#charts;
    return charts.address;
  }

  #writeDatabase(): Promise<DatabaseProgram> {
    this.#database ??= databaseProgram(this.#options.root).then(async (program) => {
      for (const file of [...program.files, ...this.#programs.files.filter(({ address }) => isDatabase(address))]) {
        await this.#options.folder.write(file);
        this.size.add("database", file);
      }
      return program;
    });
    return this.#database;
  }
}
