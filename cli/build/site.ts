import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { javascript } from "../../kernel/cell/kinds/javascript.ts";
import { compileCell } from "../../kernel/compile/index.ts";
import { languageOf } from "../../kernel/document/translations.ts";
import { frameScript } from "../../kernel/sandbox/frame-document.ts";
import { chartsName, scriptOfCells } from "../../kernel/sandbox/precompiled.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { type EachLater, eachLater } from "../../kernel/services/later-program.ts";
import { escapeAttribute } from "../results/markup.ts";
import { RunThread } from "../run/run-thread.ts";
import { isSolver, withSolver } from "../serve/highs.ts";
import { compileKernels } from "../serve/wasm.ts";
import type { BuiltNotebook } from "./built-notebook.ts";
import { Cards } from "./card/cards.ts";
import type { CarriedFile, CarriedFiles } from "./carried-files.ts";
import { FEED, feedOf } from "./feed.ts";
import { indexPage } from "./index-page.ts";
import { installedVersions } from "./installed-versions.ts";
import { embeddedProgram, notebookPage, type PageLinks } from "./notebook-page.ts";
import { indexHead, pageHead } from "./page-head.ts";
import { pagePart } from "./page-part.ts";
import type { PageRunMessage, PageRunRequest } from "./page-run-thread.ts";
import { type DatabaseProgram, hashed, type Programs, type SiteFile } from "./program-builds.ts";
import { databaseProgram, programsOf, singleProgramsOf, writingFrame } from "./programs.ts";
import type { RunNotebook, SourceNotebook } from "./run-for-page.ts";
import { manifest, serviceWorker } from "./service-worker.ts";
import { singlePage } from "./single-page.ts";
import type { SiteAddress } from "./site-address.ts";
import type { PageCard, SiteFacts } from "./site-facts.ts";
import type { SiteFolder } from "./site-folder.ts";
import { type SitePart, SiteSize } from "./site-size.ts";
import { SITEMAP, sitemapOf } from "./sitemap.ts";
import type { SiteLanguage } from "./words.ts";
import { buildWorkbench, workbenchFolder } from "./workbench.ts";

export interface BuildOptions {
  /** Folder of this program, with its datasets. */
  readonly root: string;
  readonly folder: SiteFolder;
  readonly title: string;
  /** Where it will be; null if that is not known. */
  readonly address: SiteAddress | null;
  /** Whether every notebook becomes one self-contained file rather than a page of a site. */
  readonly single: boolean;
  /** Whether every page gets the database, even if its queries do not need it. */
  readonly database: boolean;
  /** Whether the site includes the workbench, in which readers edit copies. */
  readonly workbench: boolean;
  readonly language: SiteLanguage;
  readonly signal: AbortSignal;
  /** How long a run of a notebook may take, in milliseconds. */
  readonly timeout?: number;
  /** Called with the current step. */
  onProgress(step: string): void;
}

/** The result of a build. */
export interface BuiltSite {
  readonly notebooks: readonly BuiltNotebook[];
  readonly size: SiteSize;
  /** What the pages had to do without, in a sentence each. */
  readonly notes: readonly string[];
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
  // The address of a picture must be absolute, or whoever shows a link does not find it.
  const cards = options.address ? await Cards.open(root) : null;
  const [writer, versions, builds] = await Promise.all([
    options.single ? openSingles(options, size, cards) : openSite(options, size, names, cards),
    installedVersions(root),
    compileKernels(root),
  ]);
  const { language, timeout } = options;
  const limit = timeout === undefined ? {} : { timeout };
  const settings = { datasets: join(root, "datasets"), builds, versions, language, ...limit, sources };
  const module = new URL("./page-run-thread.ts", import.meta.url);
  const runs = new RunThread<PageRunRequest, RunNotebook, PageRunMessage>(module, signal);
  const built: BuiltNotebook[] = [];
  try {
    for (const [i, source] of sources.entries()) {
      signal.throwIfAborted();
      const about = `${source.name} (${i + 1} of ${sources.length})`;
      onProgress(about);
      const receive = ({ place }: PageRunMessage) => onProgress(`${about}: cell ${place}`);
      built.push(await writer.write(await runs.run({ source, settings }, { timeout, receive })));
    }
  } finally {
    await runs.close();
  }
  built.sort(byOrder);
  await writer.finish(built);
  await folder.finish();
  return { notebooks: built, size, notes: cards?.notes ?? [] };
}

function byOrder(a: BuiltNotebook, b: BuiltNotebook): number {
  const last = Number.POSITIVE_INFINITY;
  const [x, y] = [a.order ?? last, b.order ?? last];
  return x === y ? (a.name < b.name ? -1 : 1) : x - y;
}

/** Draws and writes the card of a notebook. */
async function writeCard(
  run: RunNotebook,
  cards: Cards | null,
  site: SiteFacts,
  folder: SiteFolder,
  size: SiteSize,
): Promise<PageCard | null> {
  const drawn = await cards?.draw(run, site);
  if (!drawn) return null;
  await folder.write(drawn.file);
  size.add("pictures", drawn.file);
  return drawn.card;
}

async function openSingles(options: BuildOptions, size: SiteSize, cards: Cards | null): Promise<PageWriter> {
  const { root, folder, title, language, address } = options;
  const programs = await singleProgramsOf(root);
  const site: SiteFacts = { title, address, language, files: "within" };
  return {
    async write(run) {
      const card = await writeCard(run, cards, site, folder, size);
      const { built, html } = await singlePage(root, run, programs, options.database, card, site);
      const page = { address: `${run.name}.html`, content: html };
      await folder.write(page);
      size.add("pages", page);
      return built;
    },
    finish: async () => {},
  };
}

async function openSite(
  options: BuildOptions,
  size: SiteSize,
  names: readonly string[],
  cards: Cards | null,
): Promise<PageWriter> {
  const site = new Site(await programsOf(options.root), options, names, size, cards);
  await site.writePrograms();
  return site;
}

const ICON = "icon.svg";
/** The mark on its ground, for systems that draw no SVG: they round the corners themselves. */
const BITMAPS = [192, 512].map((size) => ({ address: `icon-${size}.png`, size }));
const TOUCH_ICON = "apple-touch-icon.png";
const MANIFEST = "site.webmanifest";

/** Files that only pages with SQL need. */
function isDatabase(address: string): boolean {
  return /^assets\/(database|query)/.test(address);
}

/** The compiled code of all cells, and what a text in another language than the reader's is compiled to. */
function codesOf({ notebook, executed }: RunNotebook): string[] {
  const silent = notebook.cells
    .filter((cell) => languageOf(cell) !== undefined)
    .map((cell) => compileCell({ ...cell, kind: javascript.name, source: "" }).code);
  return [...executed.cells.map(({ code }) => code).filter((code) => code !== ""), ...silent];
}

/** A file's name as part of an address. */
function addressOf(file: string): string {
  return `./${file.split("/").map(encodeURIComponent).join("/")}`;
}

/** The files of a site as they are written. */
class Site implements PageWriter {
  readonly links: Omit<PageLinks, "index" | "embedded">;
  readonly size: SiteSize;
  readonly #programs: Programs;
  readonly #options: BuildOptions;
  readonly #pages: readonly string[];
  readonly #cards: Cards | null;
  readonly #facts: SiteFacts;
  /** The cards of the pages, by name. */
  readonly #drawn = new Map<string, PageCard | null>();
  readonly #data = new Map<string, Promise<string>>();
  readonly #parts = new Map<string, Promise<string>>();
  #database: Promise<DatabaseProgram> | undefined;
  #solver: Promise<void> | undefined;
  #writingFrame: Promise<SiteFile> | undefined;
  readonly #later = new Map<SiteFile, Promise<string>>();
  /** The address of the program of embedded pages. */
  #embedded: Promise<string> | undefined;
  #chartsScript: Promise<string> | undefined;
  #listener: Promise<string> | undefined;

  constructor(
    programs: Programs,
    options: BuildOptions,
    pages: readonly string[],
    size: SiteSize,
    cards: Cards | null,
  ) {
    const { title, address, language } = options;
    this.size = size;
    this.#cards = cards;
    this.#facts = { title, address, language, files: "beside" };
    this.#programs = programs;
    this.#options = options;
    this.#pages = pages;
    const { reader, imports, style } = programs;
    const modules = [reader, ...imports].map(
      (module) => `<link rel="modulepreload" href="./${escapeAttribute(module)}">\n`,
    );
    this.links = {
      head: `<link rel="icon" href="./${ICON}" type="image/svg+xml">\n<link rel="apple-touch-icon" href="./${TOUCH_ICON}">\n<link rel="manifest" href="./${MANIFEST}">\n<link rel="alternate" href="./${FEED}" type="application/atom+xml" title="${escapeAttribute(title)}">\n${modules.join("")}`,
      files: "beside",
      style: `<link rel="stylesheet" href="./${escapeAttribute(style)}">`,
      script: `<script type="module" src="./${escapeAttribute(reader)}"></script>`,
    };
  }

  async writePrograms(): Promise<void> {
    this.#options.signal.throwIfAborted();
    const icon = await readFile(join(this.#options.root, "app/design/mark.svg"));
    await this.#options.folder.write({ address: ICON, content: icon });
    for (const address of [TOUCH_ICON, ...BITMAPS.map(({ address }) => address)]) {
      const content = await readFile(join(this.#options.root, "app/design", address));
      await this.#options.folder.write({ address, content });
    }
    for (const file of this.#programs.files) {
      // The query program is written with the database, the solver for the first page that needs it.
      if (isDatabase(file.address) || isSolver(file.address)) continue;
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
    const database = this.#options.database || run.answeredBy !== "nothing" ? await this.#writeDatabase() : null;
    if (run.needsSolver) await this.#writeSolver();
    const needed = [...run.needs].map(async (name) => [name, await this.#writeLater(this.#programs.later[name])]);
    const later: EachLater<string> = { ...eachLater(() => ""), ...Object.fromEntries(await Promise.all(needed)) };
    const parts = await this.#writeParts(program, database, run);
    const built: BuiltNotebook = {
      ...run,
      data: {
        ...run.data,
        files,
        parts,
        pages: this.#pages,
        program,
        scripts: await this.#writeScripts(run, program),
        later,
        database: database && { worker: database.worker, wasm: database.wasm },
        workbench: this.#options.workbench ? `${workbenchFolder}index.html` : null,
      },
    };
    const index = { address: "./index.html", title };
    const preloads = [program, ...(run.data.first.charts ? [later.charts] : [])].map(
      (address) => `<link rel="preload" href="./${escapeAttribute(address)}" as="fetch" crossorigin>`,
    );
    const card = await writeCard(run, this.#cards, this.#facts, folder, this.size);
    this.#drawn.set(run.name, card);
    const head = `${pageHead(built, card, this.#facts)}\n${this.links.head}${preloads.join("")}`;
    const embedded = embeddedProgram(await this.#writeEmbedded());
    const links = { ...this.links, head, index, embedded };
    const page = { address: `${run.name}.html`, content: notebookPage(built, links, language) };
    await folder.write(page);
    this.size.add("pages", page);
    return built;
  }

  async finish(notebooks: readonly BuiltNotebook[]): Promise<void> {
    const { folder, title, language } = this.#options;
    const card = notebooks.map(({ name }) => this.#drawn.get(name)).find((card) => card) ?? null;
    const links = { ...this.links, head: `${indexHead(card, this.#facts)}\n${this.links.head}` };
    await folder.write({ address: "index.html", content: indexPage(title, notebooks, links, language) });
    await this.#writeOffline();
    // Neither is for readers of the pages, who need not store them.
    await folder.write({ address: FEED, content: feedOf(notebooks, this.#facts) });
    const { address } = this.#facts;
    if (address) await folder.write({ address: SITEMAP, content: sitemapOf(notebooks, address) });
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
    await folder.write({ address: MANIFEST, content: manifest(title, language, `./${ICON}`, BITMAPS) });
    const heavy = (address: string) => address.startsWith("data/") || isDatabase(address) || isSolver(address);
    // Parts are for pages without an origin, which cache nothing; and their names are secret.
    const offline = folder.written.filter((address) => !/^(?:parts\/|assets\/embedded-|cards\/)/.test(address));
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
      if (entry.notice) await this.#writeNotice(entry.notice);
      return file.address;
    })();
    this.#data.set(key, writing);
    return writing;
  }

  /** The notice that must accompany a dataset lies beside it, once. */
  #writeNotice(notice: string): Promise<string> {
    const key = `notice ${notice}`;
    const known = this.#data.get(key);
    if (known) return known;
    const writing = (async () => {
      const content = await readFile(join(this.#options.root, "datasets", notice));
      const file = { address: `data/${notice}`, content };
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
    database: DatabaseProgram | null,
    { data: { catalogue }, carried, needs, needsSolver }: RunNotebook,
  ): Promise<Record<string, string>> {
    const file = (address: string, files: readonly SiteFile[]) => async () =>
      files.find((each) => each.address === address)!.content;
    const { files, later, worker } = this.#programs;
    const writing = await this.#writingFrame;
    const sources: [name: string, part: SitePart, read: () => Promise<string | Uint8Array>][] = [
      ["program", "programs", program === writing?.address ? async () => writing.content : file(program, files)],
      ["worker", "programs", () => withSolver(worker, needsSolver)],
      ...[...needs].map((name): (typeof sources)[number] => [name, "programs", async () => later[name].content]),
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
    // Notebooks with an editor have another program, those that solve programmes another worker; two may each have a file or a table of
    // the same name.
    const versions = new Map([
      ["worker", needsSolver ? "with the solver" : ""] as const,
      ...catalogue.map(({ name, sha256 }) => [`data:${name}`, sha256] as const),
      ...carried.files.map(({ key, sha256 }) => [key, sha256] as const),
    ]);
    const keyOf = (name: string) => (name === "program" ? program : `${name} ${versions.get(name) ?? ""}`);
    const addresses = sources.map(
      async ([name, part, read]) => [name, await this.#writePart(keyOf(name), part, read)] as const,
    );
    return Object.fromEntries(await Promise.all(addresses));
  }

  /** Writes the programs of a page as scripts of a frame, for a host that lets no text become code. */
  async #writeScripts(run: RunNotebook, program: string): Promise<string[]> {
    const withCharts = run.needs.has("charts");
    const write = async (file: SiteFile) => {
      await this.#options.folder.write(file);
      this.size.add("programs", file);
      return file.address;
    };
    this.#listener ??= write(hashed("assets/listener", "js", frameScript));
    const cells = await write(hashed("assets/cells", "js", scriptOfCells(codesOf(run))));
    if (withCharts) {
      const { content } = this.#programs.later.charts;
      this.#chartsScript ??= write(hashed("assets/charts-script", "js", `globalThis.${chartsName}=${content};`));
    }
    const charts = withCharts ? [await this.#chartsScript!] : [];
    return [cells, ...charts, program, await this.#listener];
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

  /** A program that only some pages need is written once. */
  #writeLater(file: SiteFile): Promise<string> {
    const known = this.#later.get(file);
    if (known) return known;
    const writing = this.#options.folder.write(file).then(() => {
      this.size.add("programs", file);
      return file.address;
    });
    this.#later.set(file, writing);
    return writing;
  }

  #writeSolver(): Promise<void> {
    this.#solver ??= (async () => {
      for (const file of this.#programs.files.filter(({ address }) => isSolver(address))) {
        await this.#options.folder.write(file);
        this.size.add("programs", file);
      }
    })();
    return this.#solver;
  }

  #writeEmbedded(): Promise<string> {
    this.#embedded ??= (async () => {
      const file = hashed("assets/embedded", "js", this.#programs.embedded);
      await this.#options.folder.write(file);
      this.size.add("programs", file);
      return file.address;
    })();
    return this.#embedded;
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
