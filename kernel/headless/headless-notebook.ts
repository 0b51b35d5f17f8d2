import type { Message } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { kindOf } from "../cell/kinds.ts";
import type { DocumentCell } from "../document/document-cell.ts";
import { withCurrentText } from "../document/exchange/older-cells.ts";
import { type Notebook, titleIn } from "../document/index.ts";
import type { CellProof } from "../integrity/lock.ts";
import type { ProofRecorder } from "../integrity/proof-recorder.ts";
import { inertMarkup } from "../markup/inert.ts";
import { NotebookModules } from "../module/notebook-modules.ts";
import { NotebookImports } from "../notebook/imported-notebook.ts";
import { Kernel, type KernelHost } from "../notebook/kernel.ts";
import type { OutputStyle } from "../output/output.ts";
import { OutputPlace } from "../output/place.ts";
import { plainTable } from "../output/table/plain.ts";
import { unitsOf } from "../output/units.ts";
import { type TraceHost, traceOf } from "../provenance/trace.ts";
import type { TrailCell } from "../provenance/trail.ts";
import type { Chance } from "../random/chance.ts";
import { type CellError, sentenceFields } from "../runtime/cell-error.ts";
import { LOOP_DEADLINE_MS } from "../runtime/guard.ts";
import type { Run } from "../runtime/run.ts";
import type { CellState } from "../runtime/state.ts";
import { pace } from "../runtime/tick.ts";
import { checkedServices } from "../sandbox/refused-request.ts";
import type { Attachment } from "../services/attachment.ts";
import { type DatasetEntry, dataVersion } from "../services/catalogue.ts";
import type { DatasetReader } from "../services/datasets.ts";
import type { FileService } from "../services/file-content.ts";
import { PageClient } from "../services/page-client.ts";
import { ServiceCalls } from "../services/service-calls.ts";
import type { Step } from "../services/step.ts";
import type { DialogueModule } from "../stdlib/ask.ts";
import { functionPool } from "../stdlib/compute.ts";
import { library, modules } from "../stdlib/library.ts";
import { markdownTag } from "../stdlib/markdown.ts";
import { ReaderLanguage } from "../stdlib/reader-language.ts";
import type { Assertion, WrittenAssertion } from "../values/assertion.ts";
import { activitySheet } from "./activity-sheet.ts";
import { assertionLine } from "./assertion-line.ts";
import { withPictures } from "./dom/canvas.ts";
import type { ExecutedCell, ExecutedNotebook } from "./executed-notebook.ts";
import { exerciseOf } from "./exercise.ts";
import type { NodeServices } from "./node-services.ts";
import { checkNames, type ParameterError, PresetValues } from "./preset-values.ts";
import { moduleThread, ThreadWorker } from "./thread-worker.ts";
import { catchingErrors, type UncaughtHost, withinRun } from "./uncaught-errors.ts";

export interface HeadlessOptions {
  readonly services: Pick<NodeServices, "compute" | "openDatabase" | "notebook"> & { readonly datasets: DatasetReader };
  /** The notebook's own files, and those that are known by name. */
  readonly files: FileService;
  readonly known: readonly Attachment[];
  /** What could not be converted before the run. */
  readonly notes: readonly Message[];
  readonly catalogue: readonly DatasetEntry[];
  readonly set: ReadonlyMap<string, unknown>;
  readonly chance: Chance;
  /** Width of the reading column, in pixels. */
  readonly width: number;
  /** The reader's language, as a tag of BCP 47. */
  readonly language: string;
  /** Whether texts in other languages run, too. */
  readonly allLanguages: boolean;
  /** How long running cells may show no activity before they are interrupted, in milliseconds. */
  readonly patience: number;
  /** How long the whole run may take, in milliseconds. */
  readonly timeout: number;
  readonly recorder: ProofRecorder | null;
  /** Called for every state change of a cell. */
  changed(cell: number, place: number, state: CellState): void;
  value(name: string, value: unknown, place: number): void;
  /** Called for every cell that has finished. */
  cell?(cell: ExecutedCell): void;
}

/** More errors of no cell are not kept: a timer may fail again and again. */
const MAX_FOREIGN = 5;

/** The interval at which activity is checked. */
const POLL_MS = 100;

/** The number of consecutive animation frames without service calls after which the notebook counts as idle. */
const IDLE_FRAMES = 4;

/** How long generators may continue to call services after all cells have settled, as a multiple of the patience. */
const GENERATOR_PATIENCE = 10;

/** A notebook that runs without a page: the same kernel, on an invisible document. */
export class HeadlessNotebook implements KernelHost, TraceHost, UncaughtHost {
  readonly notebook: Notebook;
  readonly catalogue: readonly DatasetEntry[];
  readonly files: readonly Attachment[];
  readonly chance: Chance;
  readonly language: ReaderLanguage;
  readonly allLanguages: boolean;
  readonly presets: ReadonlyMap<string, unknown>;
  readonly values: PresetValues;
  readonly page: PageClient;
  readonly library: KernelHost["library"];
  readonly modules: NotebookModules;
  // The author's functions must not see the environment variables of the process.
  readonly functions = functionPool(
    () => new ThreadWorker(moduleThread(new URL("./function-thread.ts", import.meta.url), {}, { env: {} })),
  );
  readonly #options: HeadlessOptions;
  readonly #calls: ServiceCalls;
  readonly #kernel: Kernel;
  readonly #places = new Map<number, OutputPlace>();
  readonly #steps = new Map<number, Step[]>();
  readonly #tests = new Map<number, { run: Run; tests: WrittenAssertion[] }>();
  readonly #imports: NotebookImports;
  readonly loopDeadline: number;
  /** Cells that were ended, with why: they showed no more activity, or the time of the whole run was over. */
  readonly #ended = new Map<number, CellError>();
  #database: ReturnType<NodeServices["openDatabase"]> | undefined;
  #lastActivity = performance.now();
  #refusal: ParameterError | null = null;
  /** Errors that nothing caught and that are of no cell. */
  readonly #foreign: CellError[] = [];

  /** Throws ParameterError for a name that no cell declares. */
  constructor(notebook: Notebook, options: HeadlessOptions) {
    this.#options = options;
    this.loopDeadline = Math.min(LOOP_DEADLINE_MS, options.timeout);
    this.notebook = notebook;
    this.catalogue = options.catalogue;
    this.files = options.known;
    this.chance = options.chance;
    this.language = new ReaderLanguage(options.language);
    this.allLanguages = options.allLanguages;
    this.presets = options.set;
    this.values = new PresetValues(options.set, (error) => {
      this.#refusal ??= error;
    });
    this.library = {
      ...library({
        width: () => options.width,
        // One value, so that a run comes to an end.
        now: () => (options.chance.reproducible ? options.chance.now : Date.now()),
        fixedWidth: options.width,
        language: this.language,
        catalogue: options.catalogue,
        loadCharts: () => import("../charts/charts.ts"),
        loadForms: () => import("../forms/forms.ts"),
        loadGraphviz: () => import("../graphviz/graphviz.ts"),
        loadSqlite: () => import("../../lib/files/sqlite/sqlite.ts"),
      }),
      md: () => md,
      activitySheet: () => activitySheet,
      exercise: () => exerciseOf(md),
    };
    const { datasets, compute } = options.services;
    this.#calls = new ServiceCalls({
      datasets,
      compute,
      files: options.files,
      query: () => this.#query(),
      notebook: async (name) => withCurrentText(await options.services.notebook(name)),
    });
    const names = new Set(options.catalogue.map(({ name }) => name));
    this.page = new PageClient(checkedServices(this.#calls.api), (name) => names.has(name));
    this.modules = new NotebookModules(modules, this);
    this.#imports = new NotebookImports(this, {
      changed: (cell, names) => this.#kernel.flow.run([cell], { kind: "input", names }),
      failedLate: (cell, error) => this.#kernel.failLate(cell, error),
    });
    const units = unitsOf(options.catalogue);
    const style: OutputStyle = { table: plainTable, unitOf: (column) => units.get(column) };
    for (const { id } of this.notebook.cells) {
      this.#places.set(id, new OutputPlace(document.createElement("div"), style));
    }
    this.#kernel = new Kernel(this);
    checkNames(options.set.keys(), this.#kernel.outline(this.#cells).keys());
  }

  /** Runs all cells and returns their results. Rejects with ParameterError, or with the signal's reason. */
  run(signal: AbortSignal | undefined): Promise<ExecutedNotebook> {
    return catchingErrors(this, () => this.#run(signal));
  }

  async #run(signal: AbortSignal | undefined): Promise<ExecutedNotebook> {
    try {
      signal?.throwIfAborted();
      for (const cell of this.#cells) this.values.take(cell);
      this.#kernel.update(this.#cells, "all");
      for (const { id, attributes } of this.#cells) this.#kernel.flow.pause(id, "data-paused" in attributes);
      await this.#settled(signal);
      if (this.#refusal) throw this.#refusal;
      return this.#outcome();
    } finally {
      this.#calls.cancelAll();
      this.functions.stop();
      this.#kernel.flow.dispose();
      await (await this.#database?.catch(() => null))?.close();
    }
  }

  // KernelHost

  now(): number {
    return performance.now();
  }

  entering(): void {}

  loadDialogue(): Promise<DialogueModule> {
    return import("../dialogue/cell-dialogue.ts");
  }

  within<T>(body: () => T, failed: (error: unknown) => void): T {
    return withinRun(this, body, failed);
  }

  /** An error of the notebook's code that nothing caught: of a cell, by its context or its stack, or of the notebook. */
  uncaught(error: unknown, failed: ((error: unknown) => void) | null): void {
    this.#lastActivity = performance.now();
    if (failed) {
      failed(error);
      return;
    }
    const foreign = this.#imports.uncaught(error) ? null : this.#kernel.uncaught(error);
    if (foreign && this.#foreign.length < MAX_FOREIGN) this.#foreign.push(foreign);
  }

  state(cell: number, state: CellState): void {
    this.#lastActivity = performance.now();
    const place = this.#placeOf(cell);
    this.#options.changed(cell, place, state);
    if (this.#options.cell && (state.status === "fresh" || state.status === "failed")) {
      this.#options.cell(this.#executed(this.#cells[place - 1]!, place, state));
    }
  }

  value(name: string, value: unknown, cell: number): void {
    this.#options.value(name, value, this.#placeOf(cell));
  }

  begin(run: Run): void {
    this.#options.recorder?.begin(run.cell);
    this.#places.get(run.cell)?.begin();
  }

  display(run: Run, value: unknown, replace: boolean): void {
    this.#lastActivity = performance.now();
    this.#options.recorder?.display(run.cell, value, replace);
    this.#places.get(run.cell)?.show(value, replace);
  }

  end(run: Run): void {
    this.#places.get(run.cell)?.end(run);
    if (run.valid) this.#steps.set(run.cell, this.page.stepsOf(run));
  }

  elementOf(): undefined {
    return undefined;
  }

  importNotebook(run: Run, specifier: string, names: readonly string[] | undefined): Promise<Record<string, unknown>> {
    return this.#imports.import(run, specifier, names);
  }

  asserted(run: Run, number: number, assertion: Assertion): void {
    this.#lastActivity = performance.now();
    let known = this.#tests.get(run.cell);
    if (known?.run !== run) known = { run, tests: [] };
    this.#tests.set(run.cell, known);
    known.tests[number] = written(assertion);
  }

  showAssertion(assertion: Assertion): HTMLElement {
    return assertionLine(assertion);
  }

  traced(run: Run, value: unknown): HTMLElement {
    const { trace } = traceOf(this, run.cell, value);
    const element = document.createElement("span");
    element.className = "trace";
    element.textContent = [...trace.datasets, ...trace.tools].join(", ");
    return Object.assign(element, { value: trace });
  }

  trailCells(): TrailCell[] {
    return this.#cells.map(({ id, source }, i) => {
      const { outputs = [], inputs = [] } = this.#kernel.compiledOf(id) ?? {};
      return { id, place: i + 1, source, outputs, inputs, steps: this.#steps.get(id) ?? [] };
    });
  }

  valueOf(name: string): unknown {
    return this.#kernel.flow.valueOf(name);
  }

  /** The notebook's own database, opened by the first query. */
  #query(): ReturnType<NodeServices["openDatabase"]> {
    this.#database ??= this.#options.services.openDatabase(this.#options.services.datasets);
    return this.#database;
  }

  get #cells(): readonly DocumentCell[] {
    return this.notebook.cells;
  }

  #placeOf(cell: number): number {
    return this.#cells.findIndex(({ id }) => id === cell) + 1;
  }

  /** Resolves when all cells have settled. Cells without activity for too long are interrupted. */
  async #settled(signal: AbortSignal | undefined): Promise<void> {
    const { promise: failure, reject } = withResolvers();
    const abort = () => reject(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    let end!: () => void;
    const timeIsUp = new Promise<void>((resolve) => {
      end = resolve;
    });
    const until = performance.now() + this.#options.timeout;
    const clock = setInterval(() => {
      if (this.#refusal) reject(this.#refusal);
      if (performance.now() > until) {
        this.#endAll();
        end();
      }
      if (this.#calls.open > 0) this.#lastActivity = performance.now();
      else if (performance.now() - this.#lastActivity > this.#options.patience) this.#interruptStalled();
    }, POLL_MS);
    try {
      await Promise.race([this.#idle(), failure, timeIsUp]);
    } finally {
      clearInterval(clock);
      signal?.removeEventListener("abort", abort);
    }
  }

  /**
   * Resolves when all cells and all their tests have ended, and generators that call services between their values have
   * stopped calling.
   */
  async #idle(): Promise<void> {
    await this.#kernel.flow.settled();
    const until = performance.now() + GENERATOR_PATIENCE * this.#options.patience;
    let made = this.#calls.made;
    for (let idle = 0; idle < IDLE_FRAMES && performance.now() < until; ++idle) {
      // A call may be made and answered between two frames.
      if (this.#calls.made > made) idle = -1;
      made = this.#calls.made;
      const testing = [...this.#tests.values()].some(({ run, tests }) => run.valid && tests.some(isRunning));
      if (testing || this.#calls.open > 0) idle = -1;
      await pace();
      await this.#kernel.flow.settled();
    }
  }

  #interruptStalled(): void {
    this.#lastActivity = performance.now();
    for (const { id } of this.#cells) {
      const known = this.#tests.get(id);
      if (known) known.tests = known.tests.map((test) => (isRunning(test) ? unfinished(test) : test));
      if (this.#kernel.flow.stateOf(id)?.status !== "running") continue;
      this.#ended.set(id, stalledError(this.#options.patience));
      this.#kernel.flow.interrupt(id);
    }
  }

  /** The time of the whole run is over: ends all that has not finished. */
  #endAll(): void {
    for (const { id } of this.#cells) {
      const { status } = this.#kernel.flow.stateOf(id) ?? { status: "queued" };
      if (status !== "queued" && status !== "running") continue;
      this.#ended.set(id, timeoutError(this.#options.timeout));
      this.#kernel.flow.interrupt(id);
    }
  }

  #outcome(): ExecutedNotebook {
    const cells = this.#cells.map((cell, i) =>
      this.#executed(cell, i + 1, this.#kernel.flow.stateOf(cell.id) ?? { status: "queued", runs: 0 }),
    );
    const values = new Map<string, unknown>();
    for (const { id, names } of cells) {
      if (this.#kernel.flow.stateOf(id)?.status !== "fresh") continue;
      for (const name of names) values.set(name, this.valueOf(name));
    }
    const failed = cells.filter(({ runs, state }) => runs && state.status === "failed").length;
    const notRun = cells.filter(({ runs }) => !runs).length;
    const title = titleIn(this.notebook, this.language.tag);
    const notes = this.#options.notes.map((note) => ({ name: "unsupported", ...sentenceFields(note) }));
    const warnings = [...notes, ...this.#foreign];
    return { title, cells, values, failed, notRun, warnings, proofs: this.#proofs() };
  }

  #proofs(): CellProof[] {
    const hashes = new Map(this.catalogue.map((entry) => [entry.name, dataVersion(entry)]));
    const { flow } = this.#kernel;
    return (
      this.#options.recorder?.proofs(this.#cells, {
        compiledOf: (cell) => this.#kernel.compiledOf(cell),
        stateOf: (cell) => flow.stateOf(cell),
        valueOf: (name) => flow.valueOf(name),
        stepsOf: (cell) => this.#steps.get(cell) ?? [],
        hashOfDataset: (name) => hashes.get(name),
      }) ?? []
    );
  }

  #executed({ id, kind }: DocumentCell, place: number, last: CellState): ExecutedCell {
    const ended = this.#ended.get(id);
    const state: CellState = ended ? { ...last, status: "failed", error: ended } : last;
    const { error } = state;
    const { outputs: names = [], code = "" } = this.#kernel.compiledOf(id) ?? {};
    const steps = this.#steps.get(id) ?? [];
    const { tests = [] } = this.#tests.get(id) ?? {};
    const ms = state.elapsed ?? 0;
    const changing = this.#kernel.flow.isChanging(id);
    return {
      id,
      place,
      kind,
      code,
      names,
      state,
      runs: kindOf(kind).source !== undefined,
      ...(error ? { error } : {}),
      html: inertMarkup(withPictures(this.#places.get(id)!.element)),
      ms,
      steps,
      tests,
      changing,
    };
  }
}

function written({ message, ...rest }: Assertion): WrittenAssertion {
  return message === undefined ? rest : { ...rest, message: writeMessage(message) };
}

function isRunning({ status }: WrittenAssertion): boolean {
  return status === "running";
}

function unfinished({ title }: WrittenAssertion): WrittenAssertion {
  return { title, status: "failed", message: "The test did not come to an end." };
}

function timeoutError(timeout: number): CellError {
  return {
    name: "timeout",
    message: `The cell had not finished when the time of the run was over (${timeout / 1000} s), and was ended.`,
  };
}

function stalledError(patience: number): CellError {
  return {
    name: "waiting",
    message: `The cell still waited after ${patience / 1000} s in which nothing happened, and was ended. What it awaits does not come without a reader, or needs more patience.`,
  };
}

const md = markdownTag((text) => {
  const template = document.createElement("template");
  template.innerHTML = text;
  template.innerHTML = inertMarkup(template.content);
  return template.content;
});

function withResolvers(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject!: (reason: unknown) => void;
  const promise = new Promise<never>((_, no) => {
    reject = no;
  });
  promise.catch(() => {});
  return { promise, reject };
}
