import { Fault } from "../../lib/message/fault.ts";
import { randomStream } from "../../lib/numeric/philox.ts";
import { withRandom } from "../../lib/numeric/realm-random.ts";
import { expect } from "../assertion/expect.ts";
import { type AssertionHost, testOf } from "../assertion/test.ts";
import { javascript } from "../cell/kinds/javascript.ts";
import { kindOf, tagsOfKinds } from "../cell/kinds.ts";
import { nameElsewhere } from "../cell/names/elsewhere.ts";
import { hiddenGlobals, overridableNames, type RunNames, runNames } from "../cell/names.ts";
import { type CompiledCell, compileCell } from "../compile/index.ts";
import { resolveSpecifier } from "../compile/specifier.ts";
import type { DocumentCell } from "../document/document-cell.ts";
import { otherLanguages } from "../document/translations.ts";
import type { NotebookModules } from "../module/notebook-modules.ts";
import { Sampling } from "../montecarlo/sampling.ts";
import { type Chance, chanceOf } from "../random/chance.ts";
import { timersOf } from "../random/timers.ts";
import { type CellError, errorOf } from "../runtime/cell-error.ts";
import { Dataflow } from "../runtime/dataflow.ts";
import type { CellDefinition } from "../runtime/definition.ts";
import { loopGuards } from "../runtime/guard.ts";
import type { DataflowHost } from "../runtime/host.ts";
import { type Run, RunEnded } from "../runtime/run.ts";
import { isGenerator } from "../runtime/source.ts";
import { evaluateCell } from "../sandbox/evaluate.ts";
import { cellInStack } from "../sandbox/explain.ts";
import type { Attachment } from "../services/attachment.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import type { PageClient } from "../services/page-client.ts";
import { CellQuestions, type DialogueModule } from "../stdlib/ask.ts";
import { computeOf, type FunctionPool } from "../stdlib/compute.ts";
import { datasetsOf } from "../stdlib/datasets.ts";
import { databaseOf, duckdbClientOf } from "../stdlib/duckdb-client.ts";
import { fileAttachmentOf } from "../stdlib/file-attachment.ts";
import { input } from "../stdlib/generators.ts";
import type { Library } from "../stdlib/library.ts";
import { namespacesOf } from "../stdlib/namespaces.ts";
import type { ReaderLanguage } from "../stdlib/reader-language.ts";
import { sqlOf } from "../stdlib/sql.ts";
import { equalData } from "../values/equal.ts";
import type { WorkerLike } from "../workers/running-worker.ts";
import type { ViewValues } from "./view-values.ts";

export interface KernelHost extends DataflowHost, AssertionHost {
  /** Called right before code of a cell runs (its body or a timer callback), while the thread can still send messages. */
  entering(cell: number): void;
  /** How long a loop of a cell may block the thread, in milliseconds; 30 s by default. */
  readonly loopDeadline?: number;
  /** The name of this notebook, if it is imported by another. */
  readonly imported?: string;
  /** Runs a cell's body in a context by which an error that nothing caught comes to `failed`. */
  within?<T>(body: () => T, failed: (error: unknown) => void): T;
  /** Called with an error that came after a cell's body. */
  failedLate?(cell: number, error: unknown): void;
  /** Names that every cell may read; each value is created when it is first read. */
  readonly library: Record<string, () => unknown> & Pick<Library, "SQLiteDatabaseClient">;
  /** What a cell may import beside other notebooks. */
  readonly modules: NotebookModules;
  /** The element of a cell's output, for `visibility`. */
  elementOf(cell: number): Element | undefined;
  readonly page: PageClient;
  readonly catalogue: readonly DatasetEntry[];
  /** The known files of the notebook. */
  readonly files: readonly Attachment[];
  readonly values: ViewValues;
  readonly chance: Chance;
  /** The reader's language. */
  readonly language: ReaderLanguage;
  /** Whether texts in other languages run, too, as for a page that contains them all; by default they are empty. */
  readonly allLanguages?: boolean;
  /** Values that override the declared values of these names, except views, which have their own mechanism. */
  readonly presets?: ReadonlyMap<string, unknown>;
  /** Workers that run functions of the author. */
  readonly functions: FunctionPool;
  /** Loads the program of the dialogue, which the first question of a cell needs. */
  loadDialogue(): Promise<DialogueModule>;
  /** Opens a draw worker; without it, draws are evaluated on this thread. */
  readonly openDrawWorker?: () => WorkerLike;
  /** A link to the trail of a value. */
  traced(run: Run, value: unknown): HTMLElement;
  /** The values of names of another notebook; the cell runs again when they change. */
  importNotebook(run: Run, specifier: string, names: readonly string[] | undefined): Promise<Record<string, unknown>>;
}

interface Entry {
  cell: DocumentCell;
  key: string;
  compiled: CompiledCell;
  definition: CellDefinition;
  /** Whether the cell is a text in another language than the reader's, and is compiled as an empty one. */
  silent: boolean;
  /** The tag with which it was compiled, if that depends on the notebook's names. */
  tag: string | undefined;
}

/** Compiles cells and maintains the dataflow. A cell runs with the source it had when it was last run explicitly. */
export class Kernel {
  readonly flow: Dataflow;
  readonly sampling: Sampling;
  readonly #host: KernelHost;
  readonly #questions: CellQuestions;
  readonly #guardOf: ReturnType<typeof loopGuards>;
  readonly #entries = new Map<number, Entry>();
  /** The code with which each cell was run, by `keyOf`. */
  readonly #ran = new Map<number, Set<string>>();
  #otherLanguages: ReadonlySet<number> = new Set();
  #declared: ReadonlySet<string> = new Set();

  constructor(host: KernelHost) {
    this.#host = host;
    this.#questions = new CellQuestions(host.page, host.catalogue, () => host.loadDialogue());
    this.#guardOf = loopGuards({
      now: () => performance.now(),
      onBlocking: (cell) => host.entering(cell),
      ...(host.loopDeadline === undefined ? {} : { deadline: host.loopDeadline }),
    });
    this.flow = new Dataflow(host, {
      library: { ...kindTags(), ...host.library },
      global: globalName,
      elsewhere: nameElsewhere,
    });
    const { flow } = this;
    this.sampling = new Sampling({
      flow,
      page: host.page,
      get chance() {
        return host.chance;
      },
      compiledOf: (cell) => this.compiledOf(cell),
      openDrawWorker: host.openDrawWorker?.bind(host),
    });
  }

  /** Pins an error that came after a cell's body to the cell, as a warning. Ends of runs are no errors. */
  failLate(cell: number, error: unknown): void {
    if (isEnding(error)) return;
    this.flow.failLate(cell, error);
    this.#host.failedLate?.(cell, error);
  }

  /**
   * Pins an error that nothing caught to the cell whose code is in its stack. Returns its description if it is of no cell;
   * null otherwise.
   */
  uncaught(error: unknown): CellError | null {
    if (isEnding(error)) return null;
    const found = cellInStack(error);
    if (!found || found.notebook !== this.#host.imported || !this.#entries.has(found.cell)) return errorOf(error);
    this.failLate(found.cell, error);
    return null;
  }

  /** The compiled code of a cell. */
  compiledOf(cell: number): CompiledCell | undefined {
    return this.#entries.get(cell)?.compiled;
  }

  /** The cells whose texts are in other languages than the reader's. */
  get otherLanguages(): ReadonlySet<number> {
    return this.#otherLanguages;
  }

  /** The names that cells declare; another set after each update. */
  get declared(): ReadonlySet<string> {
    return this.#declared;
  }

  /** Whether the source differs from the one that last ran. */
  isEdited(cell: DocumentCell): boolean {
    const entry = this.#entries.get(cell.id);
    return entry !== undefined && entry.key !== keyOf(cell);
  }

  /** Whether the source is the one that last ran, but is converted to another code than then, because other cells have changed. */
  isConvertedAnew(cell: DocumentCell): boolean {
    const ran = this.#entries.get(cell.id)?.cell;
    return ran?.source === cell.source && ran.kind === cell.kind && !equalData(ran.converted, cell.converted);
  }

  /** Whether the cell was run with this source before. */
  hasRun(cell: DocumentCell): boolean {
    return this.#ran.get(cell.id)?.has(keyOf(cell)) ?? false;
  }

  /**
   * Updates the cells, in document order. The source of a known cell is updated only if the cell is among those to run. New cells
   * in `dormant` do not run before something needs them.
   * @param rerun whether nobody asked for the runs, as after an undo: in lazy mode changed cells become stale
   */
  update(
    cells: readonly DocumentCell[],
    run: ReadonlySet<number> | "all",
    { dormant, rerun = false }: { dormant?: ReadonlySet<number> | undefined; rerun?: boolean } = {},
  ): void {
    this.#otherLanguages = otherLanguages(cells, this.#host.language.tag);
    const entries = cells.map((cell) => {
      const entry = this.#entries.get(cell.id);
      return entry && run !== "all" && !run.has(cell.id) ? this.#spoken(entry) : this.#entry(cell);
    });
    const whole = this.#withOverrides(entries);
    this.#declared = new Set(whole.flatMap(({ compiled }) => compiled.outputs));
    const definitions = whole.map(({ definition }) => definition);
    for (const { cell, key } of whole) if (run === "all" || run.has(cell.id)) this.#remember(cell.id, key);
    this.flow.update(definitions, rerun && this.flow.lazy ? null : { kind: "edited" }, dormant);
  }

  #remember(cell: number, key: string): void {
    this.#ran.set(cell, (this.#ran.get(cell) ?? new Set()).add(key));
  }

  /** Removes the data of a deleted cell. */
  forget(cell: number): void {
    this.#entries.delete(cell);
    this.#ran.delete(cell);
    this.sampling.forget(cell);
  }

  /** The names that cells declare, with their cells. */
  outline(cells: readonly DocumentCell[]): Map<string, number> {
    return new Map([...this.definers(cells)].map(([name, declaring]) => [name, declaring.at(-1)!]));
  }

  /** The names that cells declare, with all cells that do, in document order: more than one for a duplicate. */
  definers(cells: readonly DocumentCell[]): Map<string, number[]> {
    const found = new Map<string, number[]>();
    for (const { cell, compiled } of this.#withOverrides(cells.map((each) => this.#entry(each)))) {
      for (const name of compiled.outputs) found.set(name, [...(found.get(name) ?? []), cell.id]);
    }
    return found;
  }

  /** The cells that names depend on, in document order. */
  neededFor(cells: readonly DocumentCell[], names: Iterable<string>): DocumentCell[] {
    const definers = this.definers(cells);
    const needed = new Set<number>();
    const open = [...names];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      // All that declare it, so that a reader of a duplicate name learns of it.
      for (const id of definers.get(name) ?? []) {
        if (needed.has(id)) continue;
        needed.add(id);
        open.push(...this.#entries.get(id)!.compiled.inputs);
      }
    }
    return cells.filter(({ id }) => needed.has(id));
  }

  /** Runs cells, whether edited or not. */
  run(cells: readonly DocumentCell[], ids: readonly number[]): void {
    const edited = new Set(ids.filter((id) => cells.some((cell) => cell.id === id && this.isEdited(cell))));
    this.update(cells, new Set(ids));
    this.flow.run(ids.filter((id) => !edited.has(id)));
  }

  #entry(cell: DocumentCell): Entry {
    const key = keyOf(cell);
    const entry = this.#entries.get(cell.id);
    return entry?.key === key ? this.#spoken(entry) : this.#compile(cell, key);
  }

  /** The entry for the reader's language: with its text, or empty. */
  #spoken(entry: Entry): Entry {
    return entry.silent === this.#isSilent(entry.cell.id) ? entry : this.#compile(entry.cell, entry.key);
  }

  #isSilent(cell: number): boolean {
    return this.#host.allLanguages !== true && this.#otherLanguages.has(cell);
  }

  /** Recompiles cells that use an overridable built-in name which a cell of the notebook declares. */
  #withOverrides(entries: readonly Entry[]): Entry[] {
    const declared = new Set(
      entries.flatMap(({ compiled }) => compiled.outputs).filter((name) => overridableNames.has(name)),
    );
    return entries.map((entry) => {
      const { inputs, parameters } = entry.compiled;
      const isRight =
        entry.tag === tagOf(entry.cell, declared) &&
        !parameters.some((name) => declared.has(name)) &&
        !inputs.some((name) => overridableNames.has(name) && !declared.has(name));
      return isRight ? entry : this.#compile(entry.cell, entry.key, declared);
    });
  }

  #compile(cell: DocumentCell, key: string, declared: ReadonlySet<string> = new Set()): Entry {
    const { id } = cell;
    const silent = this.#isSilent(id);
    const shown = silent ? { ...cell, source: "", kind: javascript.name } : asRun(cell);
    const { source } = shown;
    const libraries = Object.keys(this.#host.modules.libraries);
    const compiled = compileCell(shown, { builtins: runNames, declared, libraries });
    const definition = evaluateCell(
      compiled,
      source,
      (run) => this.#builtins(run, compiled),
      this.#guardOf(id),
      this.#host.imported,
    );
    // A cell without calls, constructors, spreads and property access cannot block the thread, so the page need not be notified.
    const mayBlock = compiled.parameters.length > 0 || /[(`.[]|\bnew\b/.test(source);
    const entry: Entry = {
      cell,
      key,
      compiled,
      silent,
      tag: tagOf(cell, declared),
      definition: {
        ...definition,
        start: (values, run) => {
          if (mayBlock) this.#host.entering(id);
          // A cell goes on after an `await` without being entered again.
          run.requesting = () => this.#host.entering(id);
          const { seed, reproducible } = this.#host.chance;
          const start = () => this.#withPresets(definition.start(values, run), compiled);
          const body = () => (reproducible ? withRandom(randomStream(seed, 2 ** 51 + id), start) : start());
          if (!this.#host.within) return body();
          // A superseded run says nothing about the present one.
          return this.#host.within(body, (error) => run.valid && this.failLate(id, error));
        },
      },
    };
    this.#entries.set(id, entry);
    return entry;
  }

  /** The result of a cell, with the values that are set from outside. */
  #withPresets(result: unknown, { outputs, expression }: CompiledCell): unknown {
    const { presets } = this.#host;
    const names = presets ? outputs.filter((name) => presets.has(name)) : [];
    if (!presets || names.length === 0) return result;
    const own = (value: unknown, name: string) => (isGenerator(value) ? value : presets.get(name));
    const replace = (result: unknown) => {
      if (expression) return own(result, names[0]!);
      const exported = result as Record<string, unknown>;
      return { ...exported, ...Object.fromEntries(names.map((name) => [name, own(exported[name], name)])) };
    };
    return result instanceof Promise ? result.then(replace) : replace(result);
  }

  /** Whether a dataset that ships has this name. */
  #isDataset(name: string): boolean {
    return this.#host.catalogue.some((entry) => entry.name === name && entry.kind !== "own");
  }

  #builtins(run: Run, compiled: CompiledCell): RunNames & Record<string, unknown> {
    const { page, catalogue, values, modules } = this.#host;
    let views = 0;
    return {
      display: (value: unknown) => {
        run.display(value);
        return value;
      },
      view: (element: HTMLElement & { value?: unknown }) => {
        values.attach(element, compiled.outputs[views++] ?? `view ${views}`, run);
        run.display(element);
        return input(element);
      },
      invalidation: run.invalidation,
      get signal() {
        return run.signal;
      },
      visibility: () => visible(this.#host.elementOf(run.cell), run),
      sql: sqlOf(page, run),
      db: databaseOf(page, run),
      DuckDBClient: duckdbClientOf(page, run, this.#host.files, (name) => this.#isDataset(name)),
      datasets: datasetsOf(page, run, catalogue, () => this.#host.language.tag),
      FileAttachment: fileAttachmentOf(
        page,
        run,
        this.#host.files,
        this.#host.library.SQLiteDatabaseClient,
        (note) => run.valid && this.failLate(run.cell, new Fault(note, { name: "note" })),
      ),
      ...namespacesOf(page, run),
      ask: this.#questions.askOf(run),
      sample: this.sampling.registry.sampleOf(run),
      spread: this.sampling.readers.spreadOf(run),
      compute: computeOf(run, this.#host.functions),
      trace: (value: unknown) => this.#host.traced(run, value),
      test: testOf(run, this.#host),
      expect,
      ...chanceOf(this.#host.chance, run.cell),
      ...timersOf(
        {
          entering: () => this.#host.entering(run.cell),
          // A timer of an earlier run says nothing about the present one.
          failed: (error) => run.valid && this.failLate(run.cell, error),
        },
        compiled.parameters,
      ),
      __import: (module: unknown, names?: readonly string[]) => {
        const specifier = String(module);
        return isNotebook(specifier)
          ? this.#host.importNotebook(run, specifier, names)
          : modules.import(run, specifier, names);
      },
    };
  }
}

/** Whether an import of a cell is one of another notebook. */
function isNotebook(specifier: string): boolean {
  return resolveSpecifier(specifier, []).kind === "notebook";
}

/** The cell that runs in the place of a cell. */
function asRun(cell: DocumentCell): DocumentCell {
  if (!cell.converted) return cell;
  const { kind, source, hidden } = cell.converted;
  const { hidden: _, ...attributes } = cell.attributes;
  return { id: cell.id, kind, source, attributes: hidden ? { ...attributes, hidden: "" } : attributes };
}

/** The tag of a text cell, if that depends on its attributes and on the names that the notebook declares. */
function tagOf(cell: DocumentCell, declared: ReadonlySet<string>): string | undefined {
  const { kind, attributes } = asRun(cell);
  const { source } = kindOf(kind);
  return source?.form === "text" ? source.tagOf?.(attributes, declared).tag : undefined;
}

/** Whether a promise was rejected because a run has ended, or because a request was cancelled. */
function isEnding(error: unknown): boolean {
  return error instanceof RunEnded || (error as { name?: unknown } | null)?.name === "AbortError";
}

function keyOf({ kind, attributes, source, converted }: DocumentCell): string {
  return JSON.stringify([kind, attributes.output, "hidden" in attributes, attributes.database, source, converted]);
}

/** The template tags of cell kinds. */
function kindTags(): Record<string, () => unknown> {
  return Object.fromEntries(Object.entries(tagsOfKinds()).map(([name, tag]) => [name, () => tag]));
}

function globalName(name: string): unknown {
  return hiddenGlobals.has(name) ? undefined : (globalThis as Record<string, unknown>)[name];
}

/** Resolves when the cell's output is visible. */
function visible(element: Element | undefined, run: Run): Promise<void> {
  if (!element) return Promise.resolve();
  return run.race(
    new Promise<void>((resolve) => {
      const observer = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(element);
      run.invalidation.then(() => observer.disconnect());
    }),
  );
}
