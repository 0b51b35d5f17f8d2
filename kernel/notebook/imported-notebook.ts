import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { DocumentCell } from "../document/document-cell.ts";
import { parseNotebook } from "../document/index.ts";
import { notebookNameIn } from "../document/notebook-name.ts";
import { errorOf } from "../runtime/cell-error.ts";
import type { Run } from "../runtime/run.ts";
import { onceFor } from "../services/once-for.ts";
import { equalData } from "../values/equal.ts";
import { Kernel, type KernelHost } from "./kernel.ts";

const states = messages("state", {
  queued: {
    en: "queued",
    zh: "等待运行",
  },
  running: {
    en: "running",
    zh: "正在运行",
  },
  fresh: {
    en: "fresh",
    zh: "已完成",
  },
  stale: {
    en: "stale",
    zh: "待更新",
  },
  paused: {
    en: "paused",
    zh: "已暂停",
  },
  failed: {
    en: "failed",
    zh: "失败",
  },
  blocked: {
    en: "blocked",
    zh: "等待失败的单元格",
  },
});

const texts = messages("runtime", {
  noExport: {
    en: "{notebook}.html defines no `{name}`. It defines {names}.",
    zh: "{notebook}.html 没有定义 `{name}`。它定义了 {names}。",
  },
  definedTwice: {
    en: "{notebook}.html defines `{name}` in the cells {places:and}, so that it has no single value. Rename it there in one of them.",
    zh: "{notebook}.html 的第 {places:and} 个单元格都定义了 `{name}`，因此它没有唯一的值。请在其中一处改名。",
  },
  failedCell: {
    en: "`{name}` of {notebook}.html: {reason} (cell {place} there)",
    zh: "{notebook}.html 的 `{name}`：{reason}（该笔记本的第 {place} 个单元格）",
  },
  failedLate: {
    en: "{notebook}.html: {reason} (cell {place} there, after its run)",
    zh: "{notebook}.html：{reason}（该笔记本的第 {place} 个单元格，在其运行之后）",
  },
  importsItself: {
    en: "{notebook}.html imports itself, through {path}. Break the circle in one of them.",
    zh: "{notebook}.html 经由 {path} 导入了自身。请在其中一处断开循环。",
  },
});

/** Thrown when a notebook or a name of it cannot be imported. */
export class ImportError extends Fault {
  override name = "ImportError";
}

/** A timer may fail again and again: more errors after one run of a cell are not kept. */
const MAX_LATE = 5;

/** What an imported notebook needs from the importing notebook. */
export type ImportHost = Pick<
  KernelHost,
  | "library"
  | "modules"
  | "page"
  | "catalogue"
  | "files"
  | "values"
  | "chance"
  | "language"
  | "functions"
  | "loadDialogue"
  | "now"
  | "within"
>;

/** The cells that import. */
export interface Importers {
  /** Names that a cell imports have other values, or none any more. */
  changed(cell: number, names: string[]): void;
  /** A cell imports from a notebook in which an error came after the run of a cell. */
  failedLate(cell: number, error: ImportError): void;
}

interface Watched {
  /** The values that the cell has. */
  readonly record: Readonly<Record<string, unknown>>;
  /** The cells of the notebook on which they depend. */
  readonly needed: ReadonlySet<number>;
}

/** What an importing cell is told of the notebook while its run is valid. */
interface Watcher {
  changed(name: string): void;
  failedLate(error: ImportError): void;
}

/**
 * Another notebook from which names are imported. Only the cells that those names depend on run; they display nothing. Values
 * stay live: importers are notified when they change.
 */
class ImportedNotebook {
  readonly #name: string;
  readonly #cells: readonly DocumentCell[];
  readonly #kernel: Kernel;
  readonly #wanted = new Set<string>();
  readonly #watchers = new Set<Watched & Watcher>();
  /** Errors that came after the last run of a cell. */
  readonly #late = new Map<number, ImportError[]>();
  readonly #imports: NotebookImports;

  /** @param path the path of imports to this notebook */
  constructor(name: string, text: string, host: ImportHost, path: readonly string[]) {
    this.#name = name;
    this.#cells = parseNotebook(text).cells;
    const kernelHost: KernelHost = {
      ...host,
      library: host.library,
      modules: host.modules,
      page: host.page,
      catalogue: host.catalogue,
      files: host.files,
      values: host.values,
      chance: host.chance,
      language: host.language,
      functions: host.functions,
      loadDialogue: () => host.loadDialogue(),
      now: () => host.now(),
      imported: name,
      ...(host.within ? { within: (body, failed) => host.within!(body, failed) } : {}),
      failedLate: (cell, error) => this.#failedLate(cell, error),
      state: (cell, { status }) => {
        if (status !== "failed" && status !== "blocked") return;
        // An importer that has a value gets the error when it asks again.
        for (const name of this.#kernel.compiledOf(cell)?.outputs ?? []) {
          for (const { record, changed } of this.#watchers) if (Object.hasOwn(record, name)) changed(name);
        }
      },
      begin: ({ cell }) => this.#late.delete(cell),
      end: () => {},
      display: () => {},
      entering: () => {},
      elementOf: () => undefined,
      value: (name, value) => {
        for (const { record, changed } of this.#watchers) {
          if (Object.hasOwn(record, name) && !equalData(record[name], value)) changed(name);
        }
      },
      // Outputs of another notebook are not displayed here, and neither are links to its trail.
      traced: () => document.createElement("span"),
      showAssertion: () => document.createElement("span"),
      importNotebook: (run, specifier, names) => this.#imports.import(run, specifier, names),
    };
    const kernel = new Kernel(kernelHost);
    this.#kernel = kernel;
    this.#imports = new NotebookImports(
      host,
      { changed: () => {}, failedLate: (cell, error) => kernel.failLate(cell, error) },
      path,
    );
  }

  /** The values of names, after their cells have run. Rejects with a sentence that names notebook and cell. */
  async values(names: readonly string[] | undefined): Promise<Record<string, unknown>> {
    const all = this.#kernel.definers(this.#cells);
    const wanted = names ?? [...all.keys()];
    for (const name of wanted) {
      if (!all.has(name)) throw new ImportError(texts.noExport({ notebook: this.#name, name, names: [...all.keys()] }));
      const places = all.get(name)!.map((cell) => this.#placeOf(cell));
      if (places.length > 1) throw new ImportError(texts.definedTwice({ notebook: this.#name, name, places }));
      this.#wanted.add(name);
    }
    this.#kernel.update(this.#kernel.neededFor(this.#cells, this.#wanted), new Set());
    await this.#kernel.flow.settled();
    return Object.fromEntries(wanted.map((name) => [name, this.#value(name, all.get(name)![0]!)]));
  }

  /**
   * Tells a watcher when a name of the record has another value, or none any more, and of errors that came after runs of the cells
   * that they depend on, the earlier ones included. Returns a function that stops watching.
   */
  watch(record: Readonly<Record<string, unknown>>, { changed, failedLate }: Watcher): () => void {
    const needed = new Set(this.#kernel.neededFor(this.#cells, Object.keys(record)).map(({ id }) => id));
    const watcher = { record, needed, changed, failedLate };
    this.#watchers.add(watcher);
    for (const cell of needed) for (const error of this.#late.get(cell) ?? []) failedLate(error);
    return () => this.#watchers.delete(watcher);
  }

  /** Takes an error that nothing caught. Returns false if it is of no cell of this notebook, or of those that it imports. */
  uncaught(error: unknown): boolean {
    return this.#imports.uncaught(error) || this.#kernel.uncaught(error) === null;
  }

  #failedLate(cell: number, thrown: unknown): void {
    const known = this.#late.get(cell) ?? [];
    if (known.length >= MAX_LATE) return;
    const { message, said: sentence } = errorOf(thrown);
    const fields = { notebook: this.#name, reason: sentence ?? message, place: this.#placeOf(cell) };
    const error = new ImportError(texts.failedLate(fields));
    this.#late.set(cell, [...known, error]);
    for (const { needed, failedLate } of this.#watchers) if (needed.has(cell)) failedLate(error);
  }

  #placeOf(cell: number): number {
    return this.#cells.findIndex(({ id }) => id === cell) + 1;
  }

  #value(name: string, cell: number): unknown {
    let state = this.#kernel.flow.stateOf(cell);
    if (state?.status === "fresh") return this.#kernel.flow.valueOf(name);
    // A blocked cell has no error of its own; the failed cell does.
    let at = cell;
    while (state?.blockedBy) {
      at = state.blockedBy.cell;
      state = this.#kernel.flow.stateOf(at);
    }
    const place = this.#placeOf(at);
    const { error, status = "queued" } = state ?? {};
    const reason = error?.said ?? error?.message ?? states[status]();
    throw new ImportError(texts.failedCell({ name, notebook: this.#name, reason, place }));
  }
}

/** The notebooks that one notebook imports, each opened once. */
export class NotebookImports {
  readonly #host: ImportHost;
  readonly #importers: Importers;
  /** The import path to this notebook, to detect circular imports. */
  readonly #path: readonly string[];
  readonly #open = new Map<string, Promise<ImportedNotebook>>();
  readonly #opened: ImportedNotebook[] = [];

  constructor(host: ImportHost, importers: Importers, path: readonly string[] = []) {
    this.#host = host;
    this.#importers = importers;
    this.#path = path;
  }

  /** The values of names of another notebook; the importing cell runs again when one of them changes. */
  async import(run: Run, specifier: string, names: readonly string[] | undefined): Promise<Record<string, unknown>> {
    const name = notebookNameIn(specifier);
    if (this.#path.includes(name)) {
      throw new ImportError(texts.importsItself({ notebook: name, path: [...this.#path, name].join(" → ") }));
    }
    const notebook = await run.race(this.#notebook(name, run));
    const record = await run.race(notebook.values(names));
    this.#host.page.recordImport(run, name);
    const off = notebook.watch(record, {
      changed: (name) => this.#importers.changed(run.cell, [name]),
      failedLate: (error) => this.#importers.failedLate(run.cell, error),
    });
    run.invalidation.then(off);
    return record;
  }

  /** Takes an error that nothing caught. Returns false if it is of no cell of the imported notebooks. */
  uncaught(error: unknown): boolean {
    return this.#opened.some((notebook) => notebook.uncaught(error));
  }

  #notebook(name: string, run: Run): Promise<ImportedNotebook> {
    return onceFor(this.#open, name, async () => {
      const text = await this.#host.page.notebook(run, name);
      const notebook = new ImportedNotebook(name, text, this.#host, [...this.#path, name]);
      this.#opened.push(notebook);
      return notebook;
    });
  }
}
