import { AttachedFiles } from "../../kernel/attachment/attached-files.ts";
import type { AttachedTables } from "../../kernel/attachment/attached-tables.ts";
import { namedWords } from "../../kernel/attachment/named-words.ts";
import { NotebookDatasets } from "../../kernel/attachment/notebook-datasets.ts";
import { readDialogue, withDialogue } from "../../kernel/document/dialogue-script.ts";
import { withCurrentText } from "../../kernel/document/exchange/older-cells.ts";
import { type Choice, type Comparison, type Operation, serializeNotebook } from "../../kernel/document/index.ts";
import type { Match, Search } from "../../kernel/document/search.ts";
import { noStudy } from "../../kernel/lesson/study.ts";
import type { QueryRows } from "../../kernel/provenance/query-rows.ts";
import type { FrameSettings, Ghost } from "../../kernel/sandbox/protocol.ts";
import type { Attachment } from "../../kernel/services/attachment.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { QueryStep } from "../../kernel/services/step.ts";
import { equalData } from "../../kernel/values/equal.ts";
import { messageOf } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";
import { notebookMemory } from "../live/input-memory.ts";
import { type Edited, LiveNotebook } from "../live/live-notebook.ts";
import type { NotebookDocument } from "../live/notebook-document.ts";
import { ReaderInputs } from "../live/reader-inputs.ts";
import { NotebookTyping } from "../typing/notebook-typing.ts";
import type { AgentController } from "./agent-controller.ts";
import { Assistants } from "./assistants.ts";
import type { NotebookAttachments } from "./attachments.ts";
import type { Autosave } from "./autosave.ts";
import type { Session } from "./contract.ts";
import { ConvertedCells } from "./converted-cells.ts";
import type { DialogueController } from "./dialogue-controller.ts";
import { storeFigure } from "./figures.ts";
import { firstNeeds } from "./first-needs.ts";
import { laterPrograms } from "./frame-program.ts";
import { ghostsOfComparison } from "./ghosts.ts";
import { rememberedHeights, rememberHeights } from "./height-memory.ts";
import { pageModel } from "./model-choice.ts";
import { modelContext } from "./model-context.ts";
import { ModuleTexts } from "./module-texts.ts";
import type { NotebookFiles } from "./notebook-file.ts";
import { type OtherVersion, PROPOSED } from "./other-version.ts";
import { readImported } from "./project.ts";
import { ProposalRuns } from "./proposal-runs.ts";
import type { Proposals } from "./proposals.ts";
import { quotedCell } from "./quoted-cell.ts";
import { ScenarioController } from "./scenario-controller.ts";
import { type NotebookDatabase, openServices } from "./services.ts";
import { recordStudy } from "./studies.ts";
import { creatorsOf } from "./table-creators.ts";

/** The parts of an open notebook. */
export interface SessionParts {
  name: string;
  document: NotebookDocument;
  autosave: Autosave;
  /** What programs propose; null if nothing can be proposed here. */
  proposals: Proposals | null;
  /** What runs in the place of older cells; its converter is loaded if the notebook has such cells. */
  converted: ConvertedCells;
  files: NotebookFiles;
  program: string;
  catalogue: readonly DatasetEntry[] | Error;
  attachments: NotebookAttachments;
  tables: AttachedTables;
  /** Its files, and the tables in them, as the notebook is opened. */
  ownFiles: readonly Attachment[];
  ownTables: readonly DatasetEntry[];
  settings: FrameSettings;
  /** Whether the frame may request an action. */
  allows: (action: string) => boolean;
  problems: readonly Sentence[];
}

/** How long a loop of a copy may block the thread, which the browser may have given to the notebook beside it, too. */
const COPY_LOOP_MS = 3_000;

/** An open notebook: its frame, autosave, language help and scenarios, connected. */
export class NotebookSession extends LiveNotebook implements Session {
  readonly name: string;
  readonly autosave: Autosave;
  readonly scenarios: ScenarioController;
  readonly #proposals: Proposals | null;
  readonly proposalRuns: ProposalRuns;
  readonly copyOf: Session["copyOf"];
  readonly loadDataset: Session["loadDataset"];
  readonly assistants: Assistants;
  readonly attachments: NotebookAttachments;
  readonly #shared: readonly DatasetEntry[];
  readonly #tables: AttachedTables;
  #files: readonly Attachment[];
  #own: readonly DatasetEntry[];
  readonly #typing: NotebookTyping;
  readonly #database: NotebookDatabase;
  readonly #problems: Sentence[] = [];
  /** Aborted when the notebook is closed. */
  readonly #closing = new AbortController();
  #traced: number | null = null;
  #dialogue: Promise<DialogueController> | null = null;
  #agents: Promise<AgentController> | null = null;
  #ghosts: Readonly<Record<"dialogue" | "assistant", readonly Ghost[]>> = { dialogue: [], assistant: [] };
  sharesDialogue = false;

  constructor(parts: SessionParts) {
    const {
      name,
      document,
      autosave,
      converted,
      files,
      program,
      catalogue,
      attachments,
      tables,
      settings,
      allows,
      problems,
    } = parts;
    const { datasets, compute, typing, openDatabase, tableFiles } = openServices();
    const entries = catalogue instanceof Error ? [] : catalogue;
    const readable = new NotebookDatasets(datasets, tables);
    const moduleTexts = new ModuleTexts(new AttachedFiles(attachments, tableFiles));
    const database = openDatabase(readable, (lost) => this.run(creatorsOf(lost, document.cells)));
    // Loaded while the frame starts. What fails here fails again, and is reported, when a cell asks for it.
    const needs = firstNeeds(document.cells, entries);
    for (const wanted of needs.datasets) void datasets.load(wanted).catch(() => {});
    if (needs.datasets.length > 0) void database.quick.prepare().catch(() => {});
    if (needs.tools.length > 0) compute.start({ tools: needs.tools, datasets: [] });
    if (needs.charts) void laterPrograms.charts().catch(() => {});
    if (needs.database)
      void database
        .query()
        .then((service) => service.start())
        .catch(() => {});
    const services = {
      datasets: readable,
      compute,
      files: moduleTexts,
      notebook: async (wanted: string) => withCurrentText((await readImported(files.read, name, wanted)).text),
    };
    super({
      document,
      inputs: new ReaderInputs(document, notebookMemory(name)),
      program,
      settings,
      services: { ...services, query: async () => database.quick },
      converted: (cells, later) => converted.with(cells, later),
      catalogue: entries,
      typing: { ask: (request) => this.#typing.ask(request) },
      programs: laterPrograms,
      allows,
      note: (event) => recordStudy(name, event),
      opening: () => ({
        heights: rememberedHeights(name),
        catalogue: [...this.catalogue],
        files: [...this.#files],
      }),
    });
    this.attachments = attachments;
    this.#tables = tables;
    this.#files = parts.ownFiles;
    this.#own = parts.ownTables;
    this.#shared = entries;
    this.name = name;
    this.autosave = autosave;
    this.#proposals = parts.proposals;
    this.assistants = new Assistants(parts.proposals);
    this.copyOf = (copied) => {
      const own = openDatabase(readable, () => {});
      const cellsOfCopy = new ConvertedCells(copied);
      const live = new LiveNotebook({
        document: copied,
        inputs: new ReaderInputs(copied),
        program,
        settings: { ...this.settings, lazy: false, mode: "read", presentation: null },
        services: { ...services, query: async () => own.quick },
        converted: (cells, later) => cellsOfCopy.with(cells, later),
        catalogue: this.catalogue,
        files: this.#files,
        typing: { ask: (request) => this.#typing.ask(request) },
        programs: laterPrograms,
        unattended: true,
        allows: () => false,
        note: async () => noStudy,
        opening: () => ({ loopDeadline: COPY_LOOP_MS }),
      });
      return { live, end: () => void own.stop() };
    };
    this.proposalRuns = new ProposalRuns(this, this.copyOf);
    this.loadDataset = (wanted) => readable.load(wanted);
    this.#database = database;
    this.#problems.push(...problems, ...document.problems);
    if (catalogue instanceof Error) this.#problems.push(messageOf(catalogue));
    this.#typing = new NotebookTyping(typing, {
      notebook: () => ({
        cells: converted.with([...this.cells], () => {}),
        catalogue: this.catalogue,
        language: /^zh\b/.test(this.settings.language) ? "zh" : "en",
        results: this.queryResults(),
        modules: moduleTexts.texts,
      }),
      renamed: (cell, from, to) => this.inputs.rename(cell, from, to),
      perform: (operations) => {
        const done = document.perform(operations);
        this.sync();
        return done;
      },
      problem: (sentence) => this.#addProblem(sentence),
    });
    this.scenarios = new ScenarioController(
      document,
      () => this.api?.uncertainty ?? null,
      () => this.sync(),
      (values) => this.setInputs(values),
    );
    this.#listen();
    this.#offer();
  }

  /** Offers the notebook to the browser's assistant, if the browser has one. */
  #offer(): void {
    const context = modelContext();
    if (!context) return;
    void import("./page-tools.ts")
      .then(({ offerTools }) => offerTools(context, this, openServices().compute, this.#closing.signal))
      // The notebook does not need the assistant; a tool of that name may be there already.
      .catch(() => {});
  }

  #listen(): void {
    this.autosave.addEventListener("change", () => {
      this.#showProposed();
      this.changed();
    });
    this.proposalRuns.addEventListener("change", () => {
      this.#showProposed();
      this.#tellResults();
      this.changed();
    });
    this.assistants.addEventListener("change", () => {
      this.#tellResults();
      this.changed();
    });
    // A new frame has none of them.
    this.addEventListener("started", () => this.#sendGhosts());
    this.attachments.addEventListener("change", (event) =>
      this.#attachmentsChanged((event as CustomEvent<string[]>).detail),
    );
    this.#on<Edited | null>("edited", (edited) => {
      this.autosave.touch();
      this.#showProposed();
      if (edited?.inserted != null) this.reveal(edited.inserted);
    });
    this.#on<Sentence>("problem", (sentence) => this.#addProblem(sentence));
    this.#on<number>("trace", (cell) => {
      this.trace(cell);
      this.dispatchEvent(new CustomEvent("action", { detail: "trail" }));
    });
    this.#on<number>("quote", (cell) => void this.#quote(cell));
    this.addEventListener("settled", () => void this.#remember());
  }

  /**
   * Puts a cell into the next question and shows the panel with it. Without a model, which alone would read it, nothing is opened: this
   * dispatches `unquoted`.
   */
  async #quote(id: number): Promise<void> {
    const cell = this.cells.find((each) => each.id === id);
    if (!cell) return;
    if (!pageModel.provider) return void this.dispatchEvent(new Event("unquoted"));
    const quoted = quotedCell(cell.source, this.reports.get(id)?.outputs ?? [], this.values);
    // If the dialogue cannot be loaded, the panel says why.
    const dialogue = await this.dialogue().catch(() => null);
    dialogue?.quote(quoted);
    this.dispatchEvent(new CustomEvent("action", { detail: "ask" }));
  }

  #on<Detail>(type: string, listener: (detail: Detail) => void): void {
    this.addEventListener(type, (event) => listener((event as CustomEvent<Detail>).detail));
  }

  get catalogue(): readonly DatasetEntry[] {
    return this.#own.length === 0 ? this.#shared : [...this.#shared, ...this.#own];
  }

  get problems(): readonly Sentence[] {
    return this.#problems;
  }

  get traced(): number | null {
    return this.#traced;
  }

  override dispose(): void {
    this.#closing.abort();
    this.proposalRuns.stop();
    this.#proposals?.end();
    this.autosave.dispose();
    super.dispose();
    void this.#database.stop();
  }

  /** While a copy runs, it is the copy that blocks the thread, and no cell of this notebook is to be paused. */
  override async stop(): Promise<void> {
    if (!this.proposalRuns.stop()) await super.stop();
  }

  get conversation(): string | null {
    return readDialogue(this.document.notebook);
  }

  get sharedText(): string {
    const { notebook } = this.document;
    return serializeNotebook(this.sharesDialogue ? notebook : withDialogue(notebook, null));
  }

  dialogue(): Promise<DialogueController> {
    this.#dialogue ??= import("./dialogue-controller.ts").then(
      ({ DialogueController }) => new DialogueController(this, openServices().compute, () => pageModel.provider),
      (error: unknown) => {
        // Without a connection it could not be loaded; the next question tries again.
        this.#dialogue = null;
        throw error;
      },
    );
    return this.#dialogue;
  }

  agents(): Promise<AgentController> {
    this.#agents ??= import("./agent-controller.ts").then(
      ({ AgentController }) => new AgentController(this, openServices().compute),
      (error: unknown) => {
        this.#agents = null;
        throw error;
      },
    );
    return this.#agents;
  }

  showGhosts(of: "dialogue" | "assistant", ghosts: readonly Ghost[]): void {
    if (equalData(this.#ghosts[of], ghosts)) return;
    this.#ghosts = { ...this.#ghosts, [of]: ghosts };
    this.#sendGhosts();
  }

  #sendGhosts(): void {
    void this.api?.cells.propose([...this.#ghosts.assistant, ...this.#ghosts.dialogue]);
  }

  /** What an assistant proposes stands in the column until it is decided, with what it gave on a copy. */
  #showProposed(): void {
    const proposed = this.autosave.others.filter(({ where }) => where === "proposal");
    const ghosts = proposed.flatMap((other) => {
      const comparison = this.autosave.compare(other.key);
      const run = this.proposalRuns.of(other);
      return comparison ? ghostsOfComparison(comparison, run?.state === "ran" ? run.cells : []) : [];
    });
    this.showGhosts("assistant", ghosts);
  }

  /** What the proposal of a program gave goes back to that program, if the person lets it see results. */
  #tellResults(): void {
    const proposed = this.autosave.others.find(({ key }) => key === PROPOSED);
    const run = proposed && this.proposalRuns.of(proposed);
    if (run?.state === "ran") this.#proposals?.tell(run.cells);
  }

  async chosenCell(): Promise<number | null> {
    return (await this.api?.cells.chosen()) ?? null;
  }

  async hashesOf(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const hashes = (await this.api?.outputs.hashes([...names])) ?? [];
    return new Map(hashes.map(({ name, hash }) => [name, hash]));
  }

  async valuesOf(names: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    const values = (await this.api?.outputs.values([...names])) ?? [];
    return new Map(values.map(({ name, value }) => [name, value]));
  }

  perform(operations: readonly Operation[]): boolean {
    let isDone = false;
    this.#changeAndRun(() => {
      isDone = this.document.perform(operations);
    });
    return isDone;
  }

  addCells(operations: readonly Operation[], shown: number): boolean {
    if (!this.document.perform(operations)) return false;
    this.sync();
    this.reveal(shown);
    return true;
  }

  record(script: string | null): void {
    this.document.amend((notebook) => withDialogue(notebook, script));
    this.autosave.touch();
    this.changed();
  }

  undo(): void {
    if (this.document.undo()) this.sync(true);
  }

  redo(): void {
    if (this.document.redo()) this.sync(true);
  }

  saveInputs(): void {
    const operations = this.inputs.operations();
    if (operations.length === 0 || !this.document.perform(operations)) return;
    this.inputs.clear();
    this.sync();
  }

  restore(cell: number): void {
    if (!this.document.restore(cell)) return;
    this.sync();
    this.reveal(cell);
  }

  discard(): void {
    this.#changeAndRun(() => this.autosave.discard());
  }

  merge(other: OtherVersion, comparison: Comparison, choices: ReadonlyMap<string, Choice>): void {
    this.#changeAndRun(() => this.autosave.merge(other, comparison, choices));
  }

  async convert(): Promise<readonly Sentence[]> {
    const { convertObservable } = await import("../../kernel/document/exchange/observable.ts");
    const { operations, notes } = convertObservable(this.document.notebook);
    this.#changeAndRun(() => this.document.perform(operations));
    return notes;
  }

  /** Makes a change that was not typed here, and runs the changed cells. */
  #changeAndRun(change: () => void): void {
    const before = new Map(this.cells.map((cell) => [cell.id, cell]));
    change();
    this.sync();
    const changed = this.cells.filter(({ id, kind, source, attributes }) => {
      const old = before.get(id);
      return old && (old.kind !== kind || old.source !== source) && !("data-paused" in attributes);
    });
    if (changed.length > 0) this.run(changed.map(({ id }) => id));
  }

  rename(title: string): void {
    this.document.rename(title, this.settings.language);
    this.sync(true);
  }

  get reproducible(): boolean {
    return this.document.chance.reproducible;
  }

  set reproducible(on: boolean) {
    this.document.setAttribute("data-reproducible", on ? "" : null);
    this.sync();
  }

  async restart(service: "database" | "compute"): Promise<void> {
    if (service === "compute") openServices().compute.stop();
    else await this.#database.stop();
  }

  insert(kind: string, source: string, after?: number | null): void {
    const last = this.cells.at(-1)?.id ?? null;
    const id = this.document.insert(after === undefined ? last : after, kind, source);
    this.sync();
    if (id !== null) this.reveal(id);
  }

  insertCells(cells: readonly { readonly kind: string; readonly source: string }[]): void {
    const first = this.document.freeId;
    const last = this.cells.at(-1)?.id ?? null;
    const operations = cells.map(
      ({ kind, source }, i): Operation => ({
        type: "insert",
        after: i === 0 ? last : first + i - 1,
        cell: { id: first + i, kind, source, attributes: {} },
      }),
    );
    if (operations.length > 0) this.addCells(operations, first);
  }

  rewrite(sources: ReadonlyMap<number, string>): boolean {
    return this.perform(
      this.cells.flatMap((cell): Operation[] => {
        const source = sources.get(cell.id);
        return source === undefined || source === cell.source ? [] : [{ type: "source", cell: cell.id, source }];
      }),
    );
  }

  trace(cell: number | null): void {
    this.#traced = cell;
    this.changed();
  }

  async rowsOf(step: QueryStep): Promise<QueryRows> {
    const { queryRows } = await import("../../kernel/provenance/query-rows.ts");
    return queryRows(step, await this.#database.query(), this.catalogue);
  }

  replace(search: Search, replacement: string, matches: readonly Match[]): number {
    const count = this.document.replace(search, replacement, matches);
    if (count > 0) this.sync();
    return count;
  }

  /** @param added names of files and tables that are new, for which cells may have waited */
  async #attachmentsChanged(added: readonly string[]): Promise<void> {
    this.#files = await this.attachments.list();
    this.#own = await this.#tables.entries(namedWords(this.cells));
    void this.api?.data.changed([...this.#files], [...this.#own], [...added]);
    this.changed();
  }

  #addProblem(sentence: Sentence): void {
    this.#problems.push(sentence);
    this.changed();
  }

  /** What the library shows of the notebook, and the places of its outputs when it is opened again. */
  async #remember(): Promise<void> {
    const heights = await this.api?.outputs.heights();
    if (heights) rememberHeights(this.name, heights);
    const figure = (await this.api?.outputs.figure()) ?? null;
    if (figure) await storeFigure(this.name, figure);
    this.dispatchEvent(new CustomEvent("figure", { detail: figure }));
  }
}
