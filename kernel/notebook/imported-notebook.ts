import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { parseNotebook } from "../document/index.ts";
import type { Run } from "../runtime/run.ts";
import type { DocumentCell } from "../sandbox/protocol.ts";
import { onceFor } from "../services/once-for.ts";
import { equalData } from "../values/equal.ts";
import { Kernel, type KernelHost } from "./kernel.ts";
import { notebookNameIn } from "./notebook-name.ts";

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

const said = messages("runtime", {
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
  importsItself: {
    en: "{notebook}.html imports itself, through {path}. Break the circle in one of them.",
    zh: "{notebook}.html 经由 {path} 导入了自身。请在其中一处断开循环。",
  },
});

/** Thrown when a notebook or a name of it cannot be imported. */
export class ImportError extends Fault {
  override name = "ImportError";
}

/** What an imported notebook needs from the importing notebook. */
export type ImportHost = Pick<
  KernelHost,
  "library" | "modules" | "page" | "catalogue" | "files" | "values" | "chance" | "language" | "functions" | "now"
>;

/**
 * Another notebook from which names are imported. Only the cells that those names depend on run; they display nothing. Values
 * stay live: importers are notified when they change.
 */
class ImportedNotebook {
  readonly #name: string;
  readonly #cells: readonly DocumentCell[];
  readonly #kernel: Kernel;
  readonly #wanted = new Set<string>();
  readonly #watchers = new Set<(name: string, value: unknown) => void>();

  constructor(name: string, text: string, host: ImportHost, imports: NotebookImports) {
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
      now: () => host.now(),
      state: () => {},
      begin: () => {},
      end: () => {},
      display: () => {},
      entering: () => {},
      elementOf: () => undefined,
      value: (changed, value) => {
        for (const watch of this.#watchers) watch(changed, value);
      },
      // Outputs of another notebook are not displayed here, and neither are links to its trail.
      traced: () => document.createElement("span"),
      showAssertion: () => document.createElement("span"),
      importNotebook: (run, specifier, names) => imports.import(run, specifier, names),
    };
    this.#kernel = new Kernel(kernelHost);
  }

  /** The values of names, after their cells have run. Rejects with a sentence that names notebook and cell. */
  async values(names: readonly string[] | undefined): Promise<Record<string, unknown>> {
    const all = this.#kernel.definers(this.#cells);
    const wanted = names ?? [...all.keys()];
    for (const name of wanted) {
      if (!all.has(name)) throw new ImportError(said.noExport({ notebook: this.#name, name, names: [...all.keys()] }));
      const places = all.get(name)!.map((cell) => this.#placeOf(cell));
      if (places.length > 1) throw new ImportError(said.definedTwice({ notebook: this.#name, name, places }));
      this.#wanted.add(name);
    }
    this.#kernel.update(this.#kernel.neededFor(this.#cells, this.#wanted), new Set());
    await this.#kernel.flow.settled();
    return Object.fromEntries(wanted.map((name) => [name, this.#value(name, all.get(name)![0]!)]));
  }

  /** Calls back when a name of the record has another value. Returns a function that stops watching. */
  watch(record: Record<string, unknown>, changed: (name: string) => void): () => void {
    const watcher = (name: string, value: unknown) => {
      if (Object.hasOwn(record, name) && !equalData(record[name], value)) changed(name);
    };
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
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
    throw new ImportError(said.failedCell({ name, notebook: this.#name, reason, place }));
  }
}

/** The notebooks that one notebook imports, each opened once. */
export class NotebookImports {
  readonly #host: ImportHost;
  readonly #changed: (cell: number, names: string[]) => void;
  /** The import path to this notebook, to detect circular imports. */
  readonly #path: readonly string[];
  readonly #open = new Map<string, Promise<ImportedNotebook>>();

  constructor(host: ImportHost, changed: (cell: number, names: string[]) => void, path: readonly string[] = []) {
    this.#host = host;
    this.#changed = changed;
    this.#path = path;
  }

  /** The values of names of another notebook; the importing cell runs again when one of them changes. */
  async import(run: Run, specifier: string, names: readonly string[] | undefined): Promise<Record<string, unknown>> {
    const name = notebookNameIn(specifier);
    if (this.#path.includes(name)) {
      throw new ImportError(said.importsItself({ notebook: name, path: [...this.#path, name].join(" → ") }));
    }
    const notebook = await run.race(this.#notebook(name, run));
    const record = await run.race(notebook.values(names));
    this.#host.page.recordImport(run, name);
    const off = notebook.watch(record, (changed) => this.#changed(run.cell, [changed]));
    run.invalidation.then(off);
    return record;
  }

  #notebook(name: string, run: Run): Promise<ImportedNotebook> {
    return onceFor(this.#open, name, async () => {
      const text = await this.#host.page.notebook(run, name);
      const within = new NotebookImports(this.#host, () => {}, [...this.#path, name]);
      return new ImportedNotebook(name, text, this.#host, within);
    });
  }
}
