import type * as Comlink from "comlink";
import type { Assertion } from "../../kernel/assertion/assertion.ts";
import type { CompiledCell } from "../../kernel/compile/index.ts";
import type { Match, Search } from "../../kernel/document/search.ts";
import type { Study, StudyEvent } from "../../kernel/exercise/study.ts";
import { NotebookImports } from "../../kernel/notebook/imported-notebook.ts";
import { Kernel, type KernelHost } from "../../kernel/notebook/kernel.ts";
import { ViewValues } from "../../kernel/notebook/view-values.ts";
import type { OutputStyle } from "../../kernel/output/output.ts";
import { unitsOf } from "../../kernel/output/units.ts";
import type { CellProof } from "../../kernel/publication/lock.ts";
import type { Mend } from "../../kernel/runtime/cell-error.ts";
import type { Dataflow } from "../../kernel/runtime/dataflow.ts";
import type { Run } from "../../kernel/runtime/run.ts";
import type { CellState } from "../../kernel/runtime/state.ts";
import { tick } from "../../kernel/runtime/tick.ts";
import type { Compared } from "../../kernel/sampling/compared.ts";
import type { Scenario } from "../../kernel/sampling/scenario.ts";
import type { Situation } from "../../kernel/sampling/situation.ts";
import { PageClient } from "../../kernel/sandbox/page-client.ts";
import type {
  CellReport,
  DocumentCell,
  FrameApi,
  FrameEdit,
  FrameSession,
  FrameSettings,
  PageApi,
  PrintedNotebook,
  SlidePosition,
} from "../../kernel/sandbox/protocol.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { ToolDescription } from "../../kernel/services/compute/tool-description.ts";
import type { LanguageAnswer, LanguageRequest } from "../../kernel/services/language.ts";
import { type Chance, isSameChance, switchRandom } from "../../kernel/stdlib/chance.ts";
import { library, modules } from "../../kernel/stdlib/library.ts";
import type { Step } from "../../kernel/trail/step.ts";
import type { TrailCell } from "../../kernel/trail/trail.ts";
import { type CellActionId, isCellAction } from "../actions/cell-actions.ts";
import { isSlideAction } from "../actions/slide-actions.ts";
import { speech } from "../language/speech.ts";
import { activitySheet } from "./activity-sheet.ts";
import { assertionElement } from "./assertion.ts";
import { CellColumn, type ColumnHost } from "./cell-column.ts";
import { CellReporter, PICTURE_MS, type ReporterHost } from "./cell-reporter.ts";
import { type CellView, cellIn } from "./cell-view.ts";
import type { Desk, MakeCode } from "./code-view.ts";
import { Comebacks } from "./comebacks.ts";
import { CellCommands, type CommandHost } from "./commands.ts";
import { DocumentCopy } from "./document-copy.ts";
import { DrawWorkers } from "./draw-workers.ts";
import { type ExerciseHost, ExerciseRoom } from "./exercise/room.ts";
import { followFileLinks } from "./file-links.ts";
import { FrameKeys, type KeyHost } from "./frame-keys.ts";
import { stillOf } from "./print/still.ts";
import { type ProofHost, Proofs } from "./proofs.ts";
import { type PublicationHost, PublishedOutputs } from "./published-outputs.ts";
import { type SlideHost, SlideShow } from "./slides/slide-show.ts";
import { relabelTables, tableElement } from "./table/grid.ts";
import { type TraceHost, type TraceLink, traceLink } from "./trace.ts";
import type { HelpHost } from "./typing/help.ts";
import { FrameScenarios } from "./uncertainty/frame-scenarios.ts";
import { UncertaintySheets } from "./uncertainty/sheets.ts";
import { ValueReports } from "./value-reports.ts";
import { widthOf } from "./width.ts";

/** The notebook as the reader sees it. Mirrors the page's document; every change of text is told to the page at once. */
export class FrameNotebook
  implements
    FrameApi,
    KernelHost,
    ColumnHost,
    CommandHost,
    KeyHost,
    HelpHost,
    ReporterHost,
    TraceHost,
    PublicationHost,
    SlideHost,
    ProofHost,
    ExerciseHost
{
  readonly page: PageClient;
  readonly entering: (cell: number) => void;
  readonly #remote: Comlink.Remote<PageApi>;
  readonly #column = new CellColumn(this);
  readonly #exercises = new ExerciseRoom(this);
  readonly library = {
    ...library(() => this.#width ?? widthOf(this.#column.element)()),
    activitySheet: () => activitySheet,
    exercise: () => this.#exercises.exercise,
  };
  readonly modules = modules;
  readonly #held = new Set<number>();
  readonly #comebacks = new Comebacks((cell, cause) => void this.#kernel.flow.run([cell], cause));
  readonly #imports = new NotebookImports(this, (cell, names) =>
    this.#kernel.flow.run([cell], { kind: "input", names }),
  );
  readonly #reporter = new CellReporter(this);
  readonly #copy = new DocumentCopy((edit, sequence) => void this.#remote.edit(edit, sequence));
  readonly #draws = new DrawWorkers(() => this.#remote.draws());
  readonly openDrawWorker = () => this.#draws.open();
  #uncertainty!: UncertaintySheets;
  #scenarios!: FrameScenarios;
  catalogue: readonly DatasetEntry[] = [];
  chance!: Chance;
  readonly values = new ViewValues((cell, name, value) => this.#copy.choose(cell, name, value));
  #settings!: FrameSettings;
  #units: ReadonlyMap<string, string> = new Map();
  readonly #commands = new CellCommands(this);
  readonly makeCode: MakeCode;
  readonly #keys = new FrameKeys(this);
  readonly #slides = new SlideShow(this, this.#column.element);
  readonly #reports = new ValueReports(
    (name) => this.#kernel.flow.valueOf(name),
    (values) => void this.#remote.values(values),
  );
  #kernel!: Kernel;
  #publication: PublishedOutputs | null = null;
  /** What last had the keyboard. */
  #focused: HTMLElement | null = null;
  #width: number | undefined;
  #proofs: Proofs | null = null;
  #settled = false;

  constructor(remote: Comlink.Remote<PageApi>, entering: (cell: number) => void, desk: Desk) {
    this.#remote = remote;
    this.makeCode = desk(this);
    this.entering = entering;
    this.page = new PageClient(remote, (name) => this.catalogue.some((entry) => entry.name === name));
    document.body.append(this.#column.element, this.#reporter.sources.element);
    this.#column.element.addEventListener("click", (event) => this.#traceClicked(event));
    this.#column.element.addEventListener("focusin", ({ target }) => {
      const cell = cellIn(target as Element);
      if (cell !== undefined) this.#commands.choose(cell);
      this.#focused = target as HTMLElement;
    });
    followFileLinks((file) => void remote.save(file));
    // A dialog of the page makes the frame forget where the keyboard was.
    addEventListener("focus", () => {
      if (document.activeElement === document.body) this.#focused?.focus({ preventScroll: true });
    });
  }

  // FrameApi: what the page commands

  open(session: FrameSession): void {
    this.catalogue = session.catalogue;
    this.#units = unitsOf(session.catalogue);
    this.#takeChance(session.chance);
    this.#width = session.width;
    if (session.witnessed) this.#proofs = new Proofs(this);
    this.#kernel = new Kernel(this);
    this.#uncertainty = new UncertaintySheets({
      sampling: this.#kernel.sampling,
      flow: this.#kernel.flow,
      samplerOf: () => this.chance.sampler ?? "random",
      choose: (sampler) => void this.edit({ type: "sampler", sampler }),
      viewOf: (cell) => this.viewOf(cell),
      touch: (cell) => this.#reporter.touch(cell),
      reveal: (cell) => this.reveal(cell),
    });
    this.#scenarios = new FrameScenarios(this.#kernel.sampling);
    this.#copy.take(session.cells);
    this.settings(session.settings);
    this.#column.arrange(this.cells, this.#settled);
    this.#commands.settle([], false);
    for (const cell of this.cells) this.values.take(cell);
    for (const id of session.held) this.#held.add(id);
    const { published } = session;
    if (published) this.#publication = new PublishedOutputs(published, this);
    for (const { id, steps } of published?.cells ?? []) this.#reporter.ran(id, steps);
    this.#kernel.update(this.cells, "all", this.#publication?.resting);
    this.#publication?.wakeChanged();
    this.#pauseAsWritten();
    for (const { id } of this.cells) this.#reporter.touch(id);
    void this.#begin();
  }

  sync(title: string, cells: DocumentCell[], chance: Chance, seen: number): void {
    document.title = title;
    const otherChance = !isSameChance(chance, this.chance);
    const otherSampler = chance.sampler !== this.chance.sampler;
    this.#takeChance(chance);
    if (otherSampler) this.#uncertainty.askAgain();
    const { cells: last } = this;
    this.#column.newborn.clear();
    const focused = document.hasFocus() && this.#column.element.contains(document.activeElement);
    const fresh = new Set<number>();
    const changed = new Set<number>();
    for (const { cell, isNew, isChanged, isTyped, isChosen } of this.#copy.merge(cells, seen)) {
      if (!isChosen) this.values.take(cell);
      if (isNew) fresh.add(cell.id);
      if (!isChanged) continue;
      changed.add(cell.id);
      this.viewOf(cell.id)?.update(cell, isTyped);
    }
    for (const { id } of last) if (this.placeOf(id) !== this.viewOf(id)?.place) changed.add(id);
    this.#column.arrange(this.cells, this.#settled);
    this.#kernel.update(this.cells, fresh);
    this.#pauseAsWritten();
    if (otherChance) this.#kernel.flow.run(this.cells.map(({ id }) => id));
    for (const id of [...changed, ...fresh]) this.#reporter.touch(id);
    this.#commands.settle(last, focused);
    this.#commands.synced(seen, this.#column.newborn.size > 0);
  }

  settings(settings: FrameSettings): void {
    this.#settings = settings;
    speech.language = settings.language;
    const root = document.documentElement;
    root.lang = settings.language;
    root.dataset.theme = settings.theme;
    root.dataset.mode = settings.mode;
    root.classList.toggle("still", settings.reducedMotion);
    this.#kernel.flow.lazy = settings.lazy;
    for (const view of this.#column.views) view.refresh();
    this.#uncertainty.refresh();
    relabelTables(this.#column.element);
    this.#reporter.sources.refresh();
    this.#slides.present(settings.presentation ?? null);
  }

  run(cells: number | number[] | "all" | "stale"): void {
    if (cells === "stale") this.#kernel.flow.runStale();
    else {
      const ids = cells === "all" ? this.cells.map(({ id }) => id) : [cells].flat();
      for (const id of ids) if (this.#kernel.flow.isPaused(id) && ids.length === 1) this.pause(id, false);
      this.#kernel.run(this.cells, ids);
    }
    for (const { id } of this.cells) this.#reporter.touch(id);
  }

  interrupt(cell?: number): void {
    this.#kernel.flow.interrupt(cell);
  }

  isPaused(cell: number): boolean {
    return this.#kernel.flow.isPaused(cell);
  }

  pause(cell: number, paused: boolean): void {
    if (!paused) this.#held.delete(cell);
    this.#kernel.flow.pause(cell, paused);
    this.edit({ type: "attribute", cell, name: "data-paused", value: paused ? "" : null });
  }

  reveal(cell: number): void {
    const view = this.viewOf(cell);
    if (!view) return;
    if (this.#column.newborn.delete(cell)) {
      this.#commands.welcome(cell);
      return;
    }
    const { long } = this.#column;
    const behavior = this.#settings.reducedMotion || long ? "auto" : "smooth";
    const show = () => view.element.scrollIntoView({ block: "center", behavior });
    view.approach();
    show();
    view.element.focus({ preventScroll: true });
    // Cells on the way get their true height as they come near, and push this one on.
    if (long) setTimeout(show, 2 * PICTURE_MS);
  }

  command(action: string): void {
    if (isCellAction(action)) this.do(action);
    else if (isSlideAction(action)) this.#slides.do(action);
    else if (action === "clear-outputs") for (const view of this.#column.views) view.clear();
  }

  find(search: Search | null, at: Match | null): void {
    this.#column.lookFor(search, at);
  }

  situation(): Situation {
    return this.#scenarios.situation();
  }

  compare(cell: number, scenarios: Scenario[]): Promise<Compared> {
    return this.#scenarios.compare(cell, scenarios);
  }

  stopComparing(): void {
    this.#scenarios.stop();
  }

  ping(): number {
    return performance.now();
  }

  figure(): string | null {
    return this.#column.figure();
  }

  outputs(): { cell: number; html: string }[] {
    return this.#column.written("outputHtml");
  }

  printed(): PrintedNotebook {
    const { sources } = this.#reporter;
    return { cells: this.#column.written("still"), sources: sources.element.hidden ? "" : stillOf(sources.element) };
  }

  async proofs(): Promise<CellProof[]> {
    return this.#proofs?.all() ?? [];
  }

  // DataflowHost: what the kernel tells

  now(): number {
    return performance.now();
  }

  state(cell: number, state: CellState): void {
    const view = this.viewOf(cell);
    if (view) view.state = state;
    this.#reporter.touch(cell);
    this.#comebacks.see(cell, state);
  }

  value(name: string): void {
    this.#reports.changed(name);
    this.#exercises.changed(name);
  }

  importNotebook(run: Run, specifier: string, names: readonly string[] | undefined): Promise<Record<string, unknown>> {
    return this.#imports.import(run, specifier, names);
  }

  begin(run: Run): void {
    this.#proofs?.witness.begin(run.cell);
    this.viewOf(run.cell)?.begin();
  }

  display(run: Run, value: unknown, replace: boolean): void {
    this.#proofs?.witness.display(run.cell, value, replace);
    this.viewOf(run.cell)?.show(run, value, replace);
  }

  end(run: Run): void {
    this.viewOf(run.cell)?.end(run);
    if (!run.valid) return;
    this.#reporter.ran(run.cell, this.page.stepsOf(run));
    this.#uncertainty.ran(run.cell);
  }

  elementOf(cell: number): Element | undefined {
    return this.viewOf(cell)?.element;
  }

  // CellHost: what the reader does

  get presenting(): boolean {
    return this.#slides.running;
  }

  presented(position: SlidePosition): void {
    void this.#remote.presented(position);
  }

  get reading(): boolean {
    return this.#settings.mode === "read";
  }

  get cells(): readonly DocumentCell[] {
    return this.#copy.cells;
  }

  viewOf(cell: number): CellView | undefined {
    return this.#column.viewOf(cell);
  }

  placeOf(cell: number): number {
    return this.#copy.placeOf(cell);
  }

  readonly style: OutputStyle = { table: tableElement, unitOf: (column) => this.#units.get(column) };

  codeOf(cell: number): string | undefined {
    return this.#publication?.codeOf(cell);
  }

  changed(cell: number, source: string): void {
    this.#copy.type(cell, source);
    this.#reporter.touch(cell);
  }

  do(action: CellActionId, cell?: number): void {
    this.#commands.do(action, cell);
  }

  key(event: KeyboardEvent): boolean {
    return this.#keys.take(event, "editor");
  }

  stop(cell: number): void {
    this.interrupt(cell);
  }

  kind(cell: number, kind: string): void {
    this.edit({ type: "kind", cell, kind });
  }

  insert(after: number, kind: string): void {
    this.#commands.insert(after, kind);
  }

  mend(mend: Mend): void {
    if (mend.kind === "pause") {
      this.pause(mend.cell, true);
      return;
    }
    const cell = this.cells.find(({ id }) => id === mend.cell);
    if (!cell) return;
    const source = renamed(cell.source, mend.from, mend.to);
    this.write(mend.cell, source);
  }

  action(id: string): void {
    void this.#remote.action(id);
  }

  trace(cell: number): void {
    void this.#remote.trace(cell);
  }

  isUncertain(cell: number): boolean {
    return this.#uncertainty.isUncertain(cell);
  }

  isAsked(cell: number): boolean {
    return this.#uncertainty.isAsked(cell);
  }

  askUncertainty(cell: number): void {
    this.#uncertainty.toggle(cell);
  }

  get flow(): Dataflow {
    return this.#kernel.flow;
  }

  stateOf(cell: number): CellState | undefined {
    return this.#kernel.flow.stateOf(cell);
  }

  stepsOf(cell: number): readonly Step[] {
    return this.#reporter.stepsOf(cell);
  }

  settled(): Promise<void> {
    return this.#kernel.flow.settled();
  }

  valueOf(name: string): unknown {
    return this.#kernel.flow.valueOf(name);
  }

  describe(tools: readonly string[]): Promise<readonly ToolDescription[]> {
    return this.#remote.describe(tools) as Promise<ToolDescription[]>;
  }

  forget(cell: number): void {
    this.#uncertainty.close(cell);
    this.#kernel.forget(cell);
  }

  cellOf(id: number): DocumentCell | undefined {
    return this.#copy.cellOf(id);
  }

  isEdited(cell: DocumentCell): boolean {
    return this.#kernel.isEdited(cell);
  }

  compiledOf(cell: number): CompiledCell | undefined {
    return this.#kernel.compiledOf(cell);
  }

  report(reports: CellReport[], removed: number[]): void {
    void this.#remote.report(reports, removed);
  }

  showAssertion(assertion: Assertion): HTMLElement {
    return assertionElement(assertion);
  }

  traced(run: Run, value: unknown): TraceLink {
    return traceLink(this, run.cell, value);
  }

  /** With Alt held, a click on what a cell shows asks where it comes from. */
  #traceClicked(event: MouseEvent): void {
    const output = event.altKey && (event.target as Element).closest(".output");
    const cell = output ? cellIn(output) : undefined;
    if (cell === undefined) return;
    event.preventDefault();
    this.trace(cell);
  }

  trailCells(): TrailCell[] {
    return this.cells.map(({ id, source }, i) => {
      const { outputs = [], inputs = [] } = this.compiledOf(id) ?? {};
      return { id, place: i + 1, source, outputs, inputs, steps: this.stepsOf(id) };
    });
  }

  // ExerciseHost: what exercises ask

  study(event: StudyEvent): Promise<Study> {
    return this.#remote.study(event) as Promise<Study>;
  }

  isAnswered(cell: number): boolean {
    return this.#exercises.answers.has(cell);
  }

  studied(study: Study): void {
    this.#exercises.take(study);
  }

  /** Puts a text into a cell as if it were typed there, and runs it. */
  write(cell: number, source: string): void {
    const view = this.viewOf(cell);
    view?.unfold();
    view?.write(source);
    this.changed(cell, source);
    this.run(cell);
  }

  // HelpHost: what the help with writing asks

  language(request: LanguageRequest): Promise<LanguageAnswer> {
    return this.#remote.language(request) as Promise<LanguageAnswer>;
  }

  goTo(cell: number, offset: number): void {
    const view = this.viewOf(cell);
    view?.approach();
    view?.unfold();
    view?.editor?.goTo(offset);
  }

  // PublicationHost

  get column(): HTMLElement {
    return this.#column.element;
  }

  wake(cells: readonly number[]): void {
    this.#kernel.flow.wake(cells);
  }

  isResting(cell: number): boolean {
    return this.#kernel.flow.isResting(cell);
  }

  height(pixels: number): void {
    void this.#remote.height(pixels);
  }

  follow(address: string): void {
    void this.#remote.follow(address);
  }

  // The inside

  /** Pauses the cells that the document says are paused, and those that were stopped with an earlier frame. */
  #pauseAsWritten(): void {
    for (const { id, attributes } of this.cells) {
      this.#kernel.flow.pause(id, "data-paused" in attributes || this.#held.has(id));
    }
  }

  #takeChance(chance: Chance): void {
    this.chance = chance;
    switchRandom(chance);
  }

  edit(edit: FrameEdit): number {
    return this.#copy.edit(edit);
  }

  /** What runs at first, until it has. */
  async #begin(): Promise<void> {
    if (this.#publication) {
      // By the second turn of the event loop the cells that wait for none have started.
      await tick();
      await tick();
      this.#publication.measure();
    }
    await this.#kernel.flow.settled();
    this.#settled = true;
    performance.mark("yuheng:settled");
    void this.#remote.settled();
  }
}

/** The source with a declared name changed wherever it stands as a word of its own. */
function renamed(source: string, from: string, to: string): string {
  return source.replace(new RegExp(`(?<![\\w$.])${from.replace("$", "\\$")}(?![\\w$])`, "g"), to);
}
