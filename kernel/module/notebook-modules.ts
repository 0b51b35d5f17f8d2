import { messages } from "../../lib/message/message.ts";
import { randomStream } from "../../lib/numeric/philox.ts";
import { withRandom } from "../../lib/numeric/realm-random.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";
import { moduleSource } from "../compile/module.ts";
import { type Chance, chanceOf } from "../random/chance.ts";
import { loopGuards } from "../runtime/guard.ts";
import type { Run } from "../runtime/run.ts";
import type { FileContent } from "../services/file-content.ts";
import type { PageClient } from "../services/page-client.ts";
import { LinkedModule, type ModuleBody } from "./linked-module.ts";
import { ModuleError } from "./module-error.ts";
import { type ModuleGraph, ModuleLoader, type ModuleTarget, type ReadFile } from "./module-graph.ts";

const texts = messages("module", {
  noExport: {
    en: "“{specifier}” exports no `{name}`. It exports {names}.",
    zh: "“{specifier}”没有导出 `{name}`。它导出的是 {names}。",
  },
  noExportNear: {
    en: "“{specifier}” exports no `{name}`. Did you mean `{near}`?",
    zh: "“{specifier}”没有导出 `{name}`。您是不是要用 `{near}`？",
  },
  noExports: {
    en: "“{specifier}” exports nothing, so there is no `{name}` to import.",
    zh: "“{specifier}”没有任何导出，无法从中导入 `{name}`。",
  },
  imported: {
    en: "{file}, line {line}: {reason}",
    zh: "{file} 第 {line} 行：{reason}",
  },
});

// biome-ignore lint/security/noGlobalEval: modules are the author's code, evaluated inside the sandbox like cells
const evaluate = globalThis.eval;

export interface ModulesHost {
  readonly page: Pick<PageClient, "file" | "recordFile">;
  readonly chance: Chance;
}

/**
 * The modules of one notebook and of those that it imports: files beside it, packages, and the libraries of notebooks. Each is run once,
 * and again when its file or one that it imports has changed; files are read anew by a run that somebody asked for.
 */
export class NotebookModules {
  /** The libraries, by the names under which they are imported. */
  readonly libraries: Readonly<Record<string, unknown>>;
  readonly #host: ModulesHost;
  readonly #loader: ModuleLoader;
  readonly #files = new Map<string, FileContent>();
  readonly #linked = new Map<string, LinkedModule>();
  readonly #linkedLibraries: ReadonlyMap<string, LinkedModule>;
  readonly #guard = loopGuards({ now: () => performance.now() })(0);

  constructor(libraries: Readonly<Record<string, unknown>>, host: ModulesHost) {
    this.libraries = libraries;
    this.#host = host;
    this.#loader = new ModuleLoader(Object.keys(libraries));
    this.#linkedLibraries = new Map(
      Object.entries(libraries).map(([name, library]) => [
        name,
        new LinkedModule(null, library as Record<string, unknown>),
      ]),
    );
  }

  /**
   * The namespace of a module, after it has run. Rejects with ModuleError, or with what the module has thrown.
   * @param names that must be exported, by a file or package
   * @param importer the path of the importing module; empty for a cell
   */
  async import(
    run: Run,
    specifier: string,
    names: readonly string[] = [],
    importer = "",
  ): Promise<Record<string, unknown>> {
    const graph = await this.#loader.load(specifier, importer, this.#reader(run));
    // From here to the end of linking nothing is awaited, so that two imports do not link the same module twice.
    const module = this.#link(graph, run);
    if (module.loaded) for (const name of names) checkExport(module, specifier, name);
    await run.race(this.#run(module));
    return module.namespace;
  }

  /** Reads files through the page. A run that follows from others reads only those that are not known yet. */
  #reader(run: Run): ReadFile {
    return async (file) => {
      const known = run.cause.kind === "input" ? this.#files.get(file) : undefined;
      if (known) {
        this.#host.page.recordFile(run, known.attachment, "bytes");
        return known;
      }
      const content = await this.#host.page.file(run, file, "bytes");
      this.#files.set(file, content);
      return content;
    };
  }

  #link({ root, modules }: ModuleGraph, run: Run): LinkedModule {
    const fresh = changedModules(modules, this.#linked);
    const created: LinkedModule[] = [];
    for (const key of fresh) {
      const module = new LinkedModule(modules.get(key)!);
      this.#linked.set(key, module);
      created.push(module);
    }
    try {
      for (const module of created) module.dependencies = module.loaded!.dependencies.map((each) => this.#target(each));
      for (const module of created) {
        const reached = reachedFrom(module);
        module.cycle = [module, ...[...reached].filter((each) => each !== module && reachedFrom(each).has(module))];
      }
      for (const module of created) this.#instantiate(module, run);
      for (const module of created) checkImports(module);
      for (const module of created) module.fill();
    } catch (error) {
      for (const key of fresh) this.#linked.delete(key);
      throw error;
    }
    return this.#target(root);
  }

  #target(target: ModuleTarget): LinkedModule {
    return "key" in target ? this.#linked.get(target.key)! : this.#linkedLibraries.get(target.library)!;
  }

  /** Creates the body of a module and takes it to where its exports are declared. */
  #instantiate(module: LinkedModule, run: Run): void {
    const { content, file } = module.loaded!;
    if (!("script" in content)) {
      module.declare({ default: () => content.value });
      return;
    }
    const { code, environment } = content.script;
    const create = evaluate(code) as (...values: unknown[]) => ModuleBody;
    const { Date: dates } = chanceOf(this.#host.chance, 0);
    module.body = create(
      ...module.dependencies.map(({ namespace }) => namespace),
      (specifier: unknown) => this.import(run, String(specifier), [], file),
      { url: moduleAddress(file) },
      this.#guard,
      (getters: Record<string, () => unknown>) => module.declare(getters),
      ...environment.map((name) => (name === "Date" ? dates : undefined)),
    );
    void module.body.next();
  }

  /** Runs a module after all that it imports. One that fails is linked anew by the next import. */
  #run(module: LinkedModule): Promise<void> {
    if (!module.evaluation) {
      const { cycle } = module;
      const evaluation = this.#runCycle(module, new Set());
      for (const each of cycle) each.evaluation = evaluation;
      evaluation.catch(() => {
        for (const each of cycle)
          if (each.loaded && this.#linked.get(each.loaded.key) === each) this.#linked.delete(each.loaded.key);
      });
    }
    return module.evaluation!;
  }

  async #runCycle(module: LinkedModule, visited: Set<LinkedModule>): Promise<void> {
    visited.add(module);
    for (const dependency of module.dependencies) {
      if (!module.cycle.includes(dependency)) await this.#run(dependency);
      else if (!visited.has(dependency)) await this.#runCycle(dependency, visited);
    }
    const { body, loaded } = module;
    if (!body) return;
    const { seed, reproducible } = this.#host.chance;
    const stream = 2 ** 50 + Number.parseInt(loaded!.sha256.slice(0, 8), 16);
    await (reproducible ? withRandom(randomStream(seed, stream), () => body.next()) : body.next());
  }
}

/** The address that a module sees as its own. */
function moduleAddress(file: string): string {
  return new URL(`notebook:/${file.split("/").map(encodeURIComponent).join("/")}`).href;
}

/** The modules that are not linked in this version, and those that import them. */
function changedModules(modules: ModuleGraph["modules"], linked: ReadonlyMap<string, LinkedModule>): Set<string> {
  const fresh = new Set<string>();
  for (const [key, loaded] of modules) {
    const known = linked.get(key);
    const isLinked =
      known?.loaded?.sha256 === loaded.sha256 &&
      isSame(known.loaded.dependencies, loaded.dependencies) &&
      known.dependencies.every((each) => !each.loaded || linked.get(each.loaded.key) === each);
    if (!isLinked) fresh.add(key);
  }
  for (let before = -1; before < fresh.size; ) {
    before = fresh.size;
    for (const [key, { dependencies }] of modules)
      if (dependencies.some((each) => "key" in each && fresh.has(each.key))) fresh.add(key);
  }
  return fresh;
}

function isSame(a: readonly ModuleTarget[], b: readonly ModuleTarget[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function reachedFrom(module: LinkedModule): Set<LinkedModule> {
  const reached = new Set<LinkedModule>();
  const open = [...module.dependencies];
  for (let next = open.pop(); next; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...next.dependencies);
  }
  return reached;
}

/** Throws ModuleError if a module imports a name that is not there. */
function checkImports({ loaded, dependencies }: LinkedModule): void {
  const { content, file } = loaded!;
  if (!("script" in content)) return;
  content.script.dependencies.forEach(({ specifier, names, line }, i) => {
    for (const name of names) {
      try {
        checkExport(dependencies[i]!, specifier, name);
      } catch (error) {
        throw new ModuleError(texts.imported({ file, line, reason: (error as ModuleError).said }), { cause: error });
      }
    }
  });
}

function checkExport(module: LinkedModule, specifier: string, name: string): void {
  if (module.find(name)) return;
  const names = module.names();
  if (names.length === 0) throw new ModuleError(texts.noExports({ specifier, name }));
  const near = nearestName(name, names);
  throw new ModuleError(
    near ? texts.noExportNear({ specifier, name, near }) : texts.noExport({ specifier, name, names }),
  );
}

/** The place in a module that a stack trace names first, unless it names a cell before. */
export function moduleInStack(stack: string): { readonly file: string; readonly line: number } | null {
  const found = new RegExp(`${moduleSource}([^\\s()]+?):(\\d+):\\d+`).exec(stack);
  if (!found || /notebook\/(?:[^/\s:]*\/)?cell-\d+\.js/.test(stack.slice(0, found.index))) return null;
  return { file: decodeURI(found[1]!), line: Number(found[2]) };
}
