import ts from "typescript6";
import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { CellModule } from "./cell-module.ts";
import { datasetDeclarations } from "./dataset-declarations.ts";
import { besidePath, type Declarations, resolveModule } from "./declarations.ts";
import { orderByDependency } from "./dependency-order.ts";
import { nameDeclarations } from "./name-declarations.ts";
import { type NotebookName, notebookPath, writeNotebook } from "./notebook-module.ts";
import type { QueryResults } from "./query-result.ts";
import { nodeAt } from "./syntax-node.ts";

const libraryPath = "/app/typing/library/";
const roots = ["library", "plot", "inputs", "topojson"].map((name) => `${libraryPath}${name}.d.ts`);
const generatedNames = `${libraryPath}names.d.ts`;
const generatedTools = `${libraryPath}tools.d.ts`;
const generatedDatasets = `${libraryPath}datasets.d.ts`;
const d3 = "/node_modules/@types/d3/index.d.ts";

/** Type checks of cells are loose: notebooks are for exploration, and code that runs should not be reported. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  types: [],
  allowJs: true,
  checkJs: true,
  strict: false,
  noEmit: true,
  skipLibCheck: true,
  allowUmdGlobalAccess: true,
  allowImportingTsExtensions: true,
  noUncheckedSideEffectImports: false,
  resolveJsonModule: true,
};

/** Shorter chains of cells do not overflow TypeScript's stack. */
const LONG_CHAIN = 50;

/** A global name in a declaration file. */
const declaration = /^(?:declare (?:const|function)|export as namespace) ([\w$]+)/gm;

/** A change of the notebook: the order of its cells, and the cells whose text, kind or attributes changed. */
export interface NotebookChange {
  readonly order: readonly number[];
  readonly changed: readonly DocumentCell[];
  /** The texts of the modules beside the notebook, by their paths there, if they changed. */
  readonly modules?: Readonly<Record<string, string>>;
  /** The results of queries, if they changed: of every SQL cell that was not edited since its run. */
  readonly results?: QueryResults;
}

/** A notebook as a TypeScript program: a module for each cell, one with all names, and the library. */
export class NotebookProgram {
  readonly service: ts.LanguageService;
  language: "en" | "zh" = "en";
  names: ReadonlyMap<string, NotebookName> = new Map();
  /** The names that every cell may read: of the standard library of notebooks and of the accounting library. */
  library: ReadonlySet<string> = new Set();
  readonly #files: Map<string, { text: string; version: number }>;
  readonly #declarations: Declarations;
  #modules = new Map<number, CellModule>();
  #paths = new Map<string, CellModule>();
  #catalogue: readonly DatasetEntry[] = [];
  #results: QueryResults = new Map();
  #prepared: ts.Program | undefined;
  #known: ReadonlySet<string> = new Set();
  /** Counts all texts that are written, so that a file that comes again has another version. */
  #written = 0;
  /** Counts all modules, so that each module of an edited cell has another version. */
  #created = 0;

  constructor(declarations: Declarations) {
    this.#declarations = declarations;
    this.#files = new Map(Object.entries(declarations.files).map(([path, text]) => [path, { text, version: 0 }]));
    this.#write(generatedNames, nameDeclarations());
    this.setLanguage("en");
    this.setCatalogue([]);
    this.#write(notebookPath, writeNotebook([]).text);
    this.service = ts.createLanguageService(this.#host(), ts.createDocumentRegistry());
  }

  get modules(): Iterable<CellModule> {
    return this.#modules.values();
  }

  moduleOf(cell: number): CellModule | undefined {
    return this.#modules.get(cell);
  }

  /** The file that an import of a file names, if the service has it. */
  resolve(specifier: string, from: string): string | undefined {
    return resolveModule(specifier, from, (path) => this.#read(path) !== undefined);
  }

  moduleAt(path: string): CellModule | undefined {
    return this.#paths.get(path);
  }

  get program(): ts.Program {
    return this.service.getProgram()!;
  }

  /**
   * Prepares for requests. TypeScript computes the type of a name recursively from those it depends on, which would overflow the
   * stack for a long chain of cells: in such a notebook, types are computed in dependency order.
   */
  prepare(): void {
    const { program } = this;
    if (program === this.#prepared) return;
    this.#prepared = program;
    const { order, depth } = orderByDependency(this.modules, this.names);
    if (depth < LONG_CHAIN) return;
    const checker = program.getTypeChecker();
    const file = program.getSourceFile(notebookPath)!;
    const names = groupByModule(this.names.values());
    for (const module of order)
      for (const { at } of names.get(module) ?? []) checker.getTypeAtLocation(nodeAt(file, at));
  }

  /** The language of the documentation. */
  setLanguage(language: "en" | "zh"): void {
    this.language = language;
    this.#write(generatedTools, this.#declarations.tools[language]);
    this.setCatalogue(this.#catalogue);
  }

  setCatalogue(catalogue: readonly DatasetEntry[]): void {
    this.#catalogue = catalogue;
    this.#write(generatedDatasets, datasetDeclarations(catalogue, this.language));
    const texts = [...roots, generatedNames, generatedTools, generatedDatasets].map(
      (path) => this.#read(path)?.text ?? "",
    );
    this.library = new Set(
      texts.flatMap((text) => Array.from(text.matchAll(declaration), ([, name]) => name!)).concat("d3"),
    );
  }

  update({ order, changed, modules, results = this.#results }: NotebookChange): void {
    if (modules) this.#setModules(modules);
    this.#results = results;
    const fresh = new Map(changed.map((cell) => [cell.id, cell]));
    const before = this.#modules;
    this.#modules = new Map();
    for (const id of order) {
      const cell = fresh.get(id);
      const module = cell ? new CellModule(cell) : before.get(id);
      if (!module) continue;
      if (cell) module.version = ++this.#created * 1000;
      this.#modules.set(id, module);
    }
    this.#paths = new Map(Array.from(this.#modules.values(), (module) => [module.path, module]));
    const { text, names } = writeNotebook(this.modules, {
      results,
      catalogue: this.#catalogue,
      language: this.language,
    });
    this.names = names;
    this.#write(notebookPath, text);
    const known = new Set(names.keys());
    const same = known.size === this.#known.size && [...known].every((name) => this.#known.has(name));
    this.#known = known;
    for (const module of same ? fresh.keys() : this.#modules.keys()) this.#modules.get(module)?.link(known);
  }

  #setModules(modules: Readonly<Record<string, string>>): void {
    const paths = new Set(Object.keys(modules).map((name) => besidePath + name));
    for (const path of this.#files.keys())
      if (path.startsWith(besidePath) && !paths.has(path)) this.#files.delete(path);
    for (const [name, text] of Object.entries(modules)) this.#write(besidePath + name, text);
  }

  #write(path: string, text: string): void {
    const old = this.#files.get(path);
    if (old?.text !== text) this.#files.set(path, { text, version: ++this.#written });
  }

  #read(path: string): { readonly text: string; readonly version: number } | undefined {
    return this.#paths.get(path) ?? this.#files.get(path);
  }

  #host(): ts.LanguageServiceHost {
    const exists = (path: string) => this.#read(path) !== undefined;
    return {
      getCompilationSettings: () => options,
      getScriptFileNames: () => [
        ...roots,
        generatedNames,
        generatedTools,
        generatedDatasets,
        ...(exists(d3) ? [d3] : []),
        notebookPath,
        ...this.#paths.keys(),
      ],
      getScriptVersion: (path) => String(this.#read(path)?.version ?? ""),
      getScriptSnapshot: (path) => {
        const file = this.#read(path);
        return file && ts.ScriptSnapshot.fromString(file.text);
      },
      getCurrentDirectory: () => "/",
      getDefaultLibFileName: () => "/lib/lib.esnext.d.ts",
      fileExists: exists,
      readFile: (path) => this.#read(path)?.text,
      resolveModuleNameLiterals: (literals, containing) =>
        literals.map(({ text }) => {
          const path = this.resolve(text, containing);
          if (path === undefined) return { resolvedModule: undefined };
          const extension = path.endsWith(".d.ts") ? ".d.ts" : path.slice(path.lastIndexOf("."));
          return { resolvedModule: { resolvedFileName: path, extension, isExternalLibraryImport: false } };
        }),
    };
  }
}

function groupByModule(names: Iterable<NotebookName>): Map<CellModule, NotebookName[]> {
  const groups = new Map<CellModule, NotebookName[]>();
  for (const name of names) groups.set(name.module, [...(groups.get(name.module) ?? []), name]);
  return groups;
}
