import { Fault, messageOf } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { textOf } from "../attachment/text-content.ts";
import { type CompiledModule, compileModule } from "../compile/module.ts";
import { type PackageSpecifier, type Resolution, resolveSpecifier, writePackage } from "../compile/specifier.ts";
import type { FileContent } from "../services/file-content.ts";
import { ModuleError } from "./module-error.ts";
import { type AddedPackage, findPackage, packageFolder, packageListName, readPackageList } from "./package-list.ts";

const texts = messages("module", {
  inFile: {
    en: "{file}, line {line}: {reason}",
    zh: "{file} 第 {line} 行：{reason}",
  },
  notebookInModule: {
    en: "“{specifier}” is a notebook. A module cannot import a notebook; import it in a cell and pass its values on.",
    zh: "“{specifier}”是笔记本。模块不能导入笔记本；请在单元格中导入，再传入其值。",
  },
  noPackage: {
    en: "The package {name} is not beside this notebook. Add it by `npx yuheng add {name}` in the folder of the notebook, and run the cell again.",
    zh: "此笔记本旁边没有包 {name}。请在笔记本所在文件夹中用 `npx yuheng add {name}` 添加，然后重新运行单元格。",
  },
  otherVersion: {
    en: "The package {name} is not beside this notebook; there is {there}. Import that one, or add it by `npx yuheng add {name}` in the folder of the notebook, and run the cell again.",
    zh: "此笔记本旁边没有包 {name}，只有 {there}。请导入后者，或在笔记本所在文件夹中用 `npx yuheng add {name}` 添加，然后重新运行单元格。",
  },
  changedPackage: {
    en: "{file} differs from what {list} lists: its SHA-256 is {found}…, expected {expected}…. Add the package again by `npx yuheng add {name}`.",
    zh: "{file} 与 {list} 所列不符：其 SHA-256 为 {found}…，应为 {expected}…。请用 `npx yuheng add {name}` 重新添加该包。",
  },
  brokenList: {
    en: "{list} is not a list of packages. Restore it, or delete it and add the packages again by `npx yuheng add`.",
    zh: "{list} 不是包的列表。请恢复该文件；或将其删除，再用 `npx yuheng add` 重新添加各包。",
  },
  brokenJson: {
    en: "{file} is not JSON: {reason}",
    zh: "{file} 不是 JSON：{reason}",
  },
});

/** A module with what it imports. */
export interface LoadedModule {
  /** Equal for equal modules: `./lib/x.js`, `./note.txt?raw`. */
  readonly key: string;
  /** Its path relative to the notebook. */
  readonly file: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
  /** The value of data or a text, which is its default export. */
  readonly content: { readonly value: unknown } | { readonly script: CompiledModule };
  /** For each dependency of the script. */
  readonly dependencies: readonly ModuleTarget[];
}

/** What a dependency is: a library of notebooks, or a module by its key. */
export type ModuleTarget = { readonly library: string } | { readonly key: string };

/** The modules that one import needs. */
export interface ModuleGraph {
  readonly root: ModuleTarget;
  readonly modules: ReadonlyMap<string, LoadedModule>;
}

/** Reads a file of the notebook. Throws a Fault if there is none. */
export type ReadFile = (file: string) => Promise<FileContent>;

type Importable = Exclude<Resolution, { kind: "refused" | "notebook" }>;

/** Loads modules of one notebook with all modules that they import. Compiled modules are kept while their files are the same. */
export class ModuleLoader {
  readonly #libraries: readonly string[];
  readonly #kept = new Map<string, LoadedModule>();

  constructor(libraries: readonly string[]) {
    this.#libraries = libraries;
  }

  /** What a specifier in a module (or, with an empty path, in a cell) means. Throws ModuleError if it is refused. */
  resolve(specifier: string, importer: string): Importable {
    const resolution = resolveSpecifier(specifier, this.#libraries, importer);
    if (resolution.kind === "refused") throw new ModuleError(resolution.message);
    if (resolution.kind === "notebook") throw new ModuleError(texts.notebookInModule({ specifier }));
    return resolution;
  }

  /**
   * Loads what an import needs. Rejects with a Fault that says in which file and line the problem is.
   * @param read is called once for each file
   */
  async load(specifier: string, importer: string, read: ReadFile): Promise<ModuleGraph> {
    const modules = new Map<string, LoadedModule>();
    const visit = new GraphVisit(this, modules, this.#kept, read);
    const root = await visit.target(this.resolve(specifier, importer));
    return { root, modules };
  }
}

/** One walk through a graph of modules. */
class GraphVisit {
  readonly #loader: ModuleLoader;
  readonly #modules: Map<string, LoadedModule>;
  readonly #kept: Map<string, LoadedModule>;
  readonly #read: ReadFile;
  readonly #files = new Map<string, Promise<FileContent>>();
  readonly #visited = new Set<string>();

  constructor(
    loader: ModuleLoader,
    modules: Map<string, LoadedModule>,
    kept: Map<string, LoadedModule>,
    read: ReadFile,
  ) {
    this.#loader = loader;
    this.#modules = modules;
    this.#kept = kept;
    this.#read = read;
  }

  async target(resolution: Importable): Promise<ModuleTarget> {
    if (resolution.kind === "library") {
      const added = resolution.package && (await this.#package(resolution.package, false));
      return added ? this.#module(fileOf(added), "script", added) : { library: resolution.name };
    }
    if (resolution.kind === "file") return this.#module(resolution.file, resolution.as);
    const added = (await this.#package(resolution.package, true))!;
    return this.#module(fileOf(added), "script", added);
  }

  #file(file: string): Promise<FileContent> {
    let content = this.#files.get(file);
    if (!content) {
      content = this.#read(file);
      this.#files.set(file, content);
    }
    return content;
  }

  /** A package in the list of packages. Throws ModuleError if it must be there and is not. */
  async #package(wanted: PackageSpecifier, required: boolean): Promise<AddedPackage | undefined> {
    const listed = await this.#file(packageListName).catch((error) => {
      if (error instanceof Fault && error.name === "MissingFile") return null;
      throw error;
    });
    const packages = listed ? readPackageList(textOf(packageListName, listed.bytes, "utf-8").text) : [];
    if (!packages) throw new ModuleError(texts.brokenList({ list: packageListName }));
    const found = findPackage(packages, wanted);
    if (found || !required) return found;
    const name = writePackage(wanted);
    const there = packages.filter((each) => each.name === wanted.name).map(writePackage);
    throw new ModuleError(there.length > 0 ? texts.otherVersion({ name, there }) : texts.noPackage({ name }));
  }

  async #module(file: string, as: "script" | "json" | "raw", added?: AddedPackage): Promise<ModuleTarget> {
    const key = `./${file}${as === "raw" ? "?raw" : ""}`;
    if (this.#visited.has(key)) return { key };
    this.#visited.add(key);
    const { attachment, bytes } = await this.#file(file);
    const { sha256 } = attachment;
    if (added && added.sha256 !== sha256) throw new ModuleError(changed(added, file, sha256));
    const kept = this.#kept.get(key);
    if (kept?.sha256 === sha256 && !("script" in kept.content)) {
      this.#modules.set(key, kept);
      return { key };
    }
    const isKept = kept?.sha256 === sha256;
    const content = isKept ? kept.content : read(file, textOf(file, bytes, "utf-8").text, as, added !== undefined);
    const dependencies: ModuleTarget[] = [];
    // One after the other, so that of several problems the first in the source is reported.
    for (const { specifier, line } of "script" in content ? content.script.dependencies : []) {
      try {
        dependencies.push(await this.target(this.#loader.resolve(specifier, file)));
      } catch (error) {
        throw new ModuleError(texts.inFile({ file, line, reason: messageOf(error) }), { cause: error });
      }
    }
    const module: LoadedModule = { key, file, sha256, content, dependencies };
    this.#kept.set(key, module);
    this.#modules.set(key, module);
    return { key };
  }
}

function fileOf({ file }: AddedPackage): string {
  return `${packageFolder}/${file}`;
}

function changed({ sha256, ...added }: AddedPackage, file: string, found: string): Message {
  const name = writePackage(added);
  const list = packageListName;
  return texts.changedPackage({ file, list, name, found: found.slice(0, 12), expected: sha256.slice(0, 12) });
}

function read(file: string, text: string, as: "script" | "json" | "raw", isPackage: boolean): LoadedModule["content"] {
  if (as === "raw") return { value: text };
  if (as === "json") {
    try {
      return { value: JSON.parse(text) };
    } catch (error) {
      throw new ModuleError(texts.brokenJson({ file, reason: (error as Error).message }));
    }
  }
  const script = compileModule(text, { file, guarded: !isPackage });
  if ("message" in script)
    throw new ModuleError(texts.inFile({ file, line: script.line, reason: script.message }), { name: "SyntaxError" });
  return { script };
}
