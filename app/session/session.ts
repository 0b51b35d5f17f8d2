import type { BinnedCell, Choice, Comparison } from "../../kernel/document/index.ts";
import type { Match, Search } from "../../kernel/document/search.ts";
import { noStudy, type Study, type StudyEvent } from "../../kernel/exercise/study.ts";
import type { Mend } from "../../kernel/runtime/cell-error.ts";
import type {
  CellReport,
  DocumentCell,
  FrameEdit,
  FrameSession,
  FrameSettings,
  PrintedNotebook,
  SlidePosition,
  ValueReport,
} from "../../kernel/sandbox/protocol.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { ToolDescription } from "../../kernel/services/compute/tool-description.ts";
import type { QueryRows } from "../../kernel/trail/query-rows.ts";
import type { QueryStep } from "../../kernel/trail/step.ts";
import { saidOf } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";
import { NotebookTyping } from "../typing/notebook-typing.ts";
import type { OtherVersion, SaveState, Session } from "./contract.ts";
import { keepFigure } from "./figures.ts";
import { drawProgram } from "./frame-program.ts";
import type { Keeping } from "./keeping.ts";
import { LivingFrame } from "./living-frame.ts";
import type { NotebookDocument } from "./notebook-document.ts";
import type { NotebookFiles } from "./notebook-file.ts";
import { ScenarioDesk } from "./scenario-desk.ts";
import { openServices } from "./services.ts";
import { noteStudy } from "./studies.ts";
import { creatorsOf } from "./table-creators.ts";

/** All that an open notebook is made of. */
export interface Opened {
  name: string;
  document: NotebookDocument;
  keeping: Keeping;
  files: NotebookFiles;
  program: string;
  catalogue: readonly DatasetEntry[] | Error;
  settings: FrameSettings;
  problems: readonly Sentence[];
}

/** An open notebook: its document, its keeping, its frame, and what they tell each other. */
export class NotebookSession extends EventTarget implements Session {
  readonly name: string;
  readonly #document: NotebookDocument;
  readonly #keeping: Keeping;
  readonly #catalogue: readonly DatasetEntry[];
  readonly #frame: LivingFrame;
  readonly #typing: NotebookTyping;
  readonly #database = openServices().openDatabase((tables) => this.run(creatorsOf(tables, this.cells)));
  readonly scenarios: ScenarioDesk;
  readonly #problems: Sentence[] = [];
  #settings: FrameSettings;
  #traced: number | null = null;
  #slides: SlidePosition | null = null;
  #telling = false;
  #study: Study = noStudy;

  constructor({ name, document, keeping, files, program, catalogue, settings, problems }: Opened) {
    super();
    this.name = name;
    this.#document = document;
    this.#keeping = keeping;
    this.#problems.push(...problems, ...document.problems);
    this.#catalogue = catalogue instanceof Error ? [] : catalogue;
    if (catalogue instanceof Error) this.#problems.push(saidOf(catalogue));
    this.#settings = settings;
    keeping.addEventListener("change", () => this.#changed());
    this.#typing = new NotebookTyping(openServices().typing, {
      notebook: () => ({
        cells: this.cells,
        catalogue: this.#catalogue,
        language: this.#settings.language === "zh-CN" ? "zh" : "en",
        results: this.#frame.reports.queryResults(this.cells),
      }),
      perform: (operations) => {
        const done = this.#document.perform(operations);
        this.#sync();
        return done;
      },
      problem: (sentence) => this.#noteProblem(sentence),
    });
    this.#frame = new LivingFrame(
      program,
      {
        cells: () => this.cells,
        session: (held) => this.#frameSession(held),
        changed: () => this.#changed(),
        problem: (sentence) => this.#noteProblem(sentence),
        edit: (edit) => this.#edit(edit),
        action: (id) => this.dispatchEvent(new CustomEvent("action", { detail: { id } })),
        trace: (cell) => {
          this.trace(cell);
          this.dispatchEvent(new CustomEvent("action", { detail: { id: "trail" } }));
        },
        settled: () => this.#keepFigure(),
        presented: (position) => this.#presented(position),
        notebook: async (name) => (await files.read(name)).text,
        study: (event) => this.#note(event),
        language: (request) => this.#typing.ask(request),
        draws: drawProgram,
      },
      this.#database,
    );
    this.scenarios = new ScenarioDesk(
      document,
      () => this.#frame.api,
      () => this.#sync(),
    );
  }

  get title(): string {
    return this.#document.title;
  }

  get saveState(): SaveState {
    return this.#keeping.saveState;
  }

  get saveProblem(): Sentence | null {
    return this.#keeping.problem;
  }

  get cells(): readonly DocumentCell[] {
    return this.#document.cells;
  }

  get reports(): ReadonlyMap<number, CellReport> {
    return this.#frame.reports.reports;
  }

  get values(): ReadonlyMap<string, ValueReport> {
    return this.#frame.reports.values;
  }

  get problems(): readonly Sentence[] {
    return this.#problems;
  }

  get running(): boolean {
    return this.unresponsiveFor > 0 || this.#frame.reports.count("running", "queued") > 0;
  }

  get unresponsiveFor(): number {
    return this.#frame.silentFor;
  }

  get staleCount(): number {
    return this.#frame.reports.count("stale");
  }

  get failedCount(): number {
    return this.#frame.reports.count("failed");
  }

  get canUndo(): boolean {
    return this.#document.canUndo;
  }

  get canRedo(): boolean {
    return this.#document.canRedo;
  }

  get bin(): readonly BinnedCell[] {
    return this.#document.bin;
  }

  get resumed(): number | null {
    return this.#keeping.resumed;
  }

  get kept(): boolean {
    return this.#keeping.kept;
  }

  get changed(): boolean {
    return this.#keeping.changed;
  }

  get others(): readonly OtherVersion[] {
    return this.#keeping.others;
  }

  get study(): Study {
    return this.#study;
  }

  async forgetStudy(): Promise<void> {
    const study = await this.#note({ type: "forget" });
    void this.#frame.api?.studied(study);
  }

  get catalogue(): readonly DatasetEntry[] {
    return this.#catalogue;
  }

  get traced(): number | null {
    return this.#traced;
  }

  get settings(): FrameSettings {
    return this.#settings;
  }

  get slides(): SlidePosition | null {
    return this.#settings.presentation ? this.#slides : null;
  }

  mount(element: HTMLElement): void {
    this.#frame.mount(element);
  }

  dispose(): void {
    this.#keeping.dispose();
    this.#frame.dispose();
    void this.#database.stop();
  }

  run(cells: number[] | "all" | "stale"): void {
    this.#frame.run(cells);
  }

  stop(): Promise<void> {
    return this.#frame.stop();
  }

  hold(): void {
    this.#frame.hold();
  }

  undo(): void {
    if (this.#document.undo()) this.#sync();
  }

  redo(): void {
    if (this.#document.redo()) this.#sync();
  }

  save(): Promise<void> {
    return this.#keeping.save();
  }

  keep(): Promise<boolean> {
    return this.#keeping.keep();
  }

  restore(cell: number): void {
    if (!this.#document.restore(cell)) return;
    this.#sync();
    this.reveal(cell);
  }

  discard(): void {
    this.#takeOver(() => this.#keeping.discard());
  }

  accept(): void {
    this.#keeping.resumed = null;
    this.#changed();
  }

  compare(other: string): Comparison | null {
    return this.#keeping.compare(other);
  }

  get original(): { readonly name: string; readonly text: string } {
    return this.#keeping.original;
  }

  offer(other: OtherVersion): boolean {
    return this.#keeping.offer(other);
  }

  merge(other: OtherVersion, comparison: Comparison, choices: ReadonlyMap<string, Choice>): void {
    this.#takeOver(() => this.#keeping.merge(other, comparison, choices));
  }

  async convert(): Promise<readonly Sentence[]> {
    const { convertObservable } = await import("../../kernel/document/exchange/observable.ts");
    const { operations, notes } = convertObservable(this.#document.notebook);
    this.#takeOver(() => this.#document.perform(operations));
    return notes;
  }

  /** Makes a change that was written elsewhere: nobody typed it, so its cells run without being asked one by one. */
  #takeOver(change: () => void): void {
    const before = new Map(this.cells.map((cell) => [cell.id, cell]));
    change();
    this.#sync();
    const changed = this.cells.filter(({ id, kind, source, attributes }) => {
      const old = before.get(id);
      return old && (old.kind !== kind || old.source !== source) && !("data-paused" in attributes);
    });
    if (changed.length > 0) this.run(changed.map(({ id }) => id));
  }

  rename(title: string): void {
    this.#document.rename(title);
    this.#sync();
  }

  get reproducible(): boolean {
    return this.#document.chance.reproducible;
  }

  set reproducible(on: boolean) {
    this.#document.setAttribute("data-reproducible", on ? "" : null);
    this.#sync();
  }

  async restart(service: "database" | "compute"): Promise<void> {
    if (service === "compute") openServices().compute.stop();
    else await this.#database.stop();
  }

  insert(kind: string, source: string, after?: number | null): void {
    const last = this.cells.at(-1)?.id ?? null;
    const id = this.#document.insert(after === undefined ? last : after, kind, source);
    this.#sync();
    if (id !== null) this.reveal(id);
  }

  reveal(cell: number): void {
    void this.#frame.api?.reveal(cell);
  }

  configure(settings: Partial<FrameSettings>): void {
    this.#settings = { ...this.#settings, ...settings };
    void this.#frame.api?.settings(this.#settings);
    this.#changed();
  }

  trace(cell: number | null): void {
    this.#traced = cell;
    this.#changed();
  }

  describe(tools: readonly string[]): Promise<readonly ToolDescription[]> {
    return this.#frame.describe(tools);
  }

  async rowsOf(step: QueryStep): Promise<QueryRows> {
    const { queryRows } = await import("../../kernel/trail/query-rows.ts");
    return queryRows(step, await this.#database.query(), this.#catalogue);
  }

  command(action: string): void {
    void this.#frame.api?.command(action);
  }

  find(search: Search | null, at: Match | null): void {
    void this.#frame.api?.find(search, at);
  }

  replace(search: Search, replacement: string, matches: readonly Match[]): number {
    const count = this.#document.replace(search, replacement, matches);
    if (count > 0) this.#sync();
    return count;
  }

  mend(mend: Mend): void {
    void this.#frame.api?.mend(mend);
  }

  printed(): Promise<PrintedNotebook | null> {
    return this.#frame.printed();
  }

  text(): string {
    return this.#document.text;
  }

  #frameSession(held: number[]): FrameSession {
    return {
      title: this.title,
      cells: [...this.cells],
      held,
      settings: this.#settings,
      chance: this.#document.chance,
      catalogue: [...this.#catalogue],
    };
  }

  #edit(edit: FrameEdit): void {
    const inserted = this.#document.apply(edit);
    if (edit.type === "text" || edit.type === "value") this.#touch();
    else this.#sync();
    if (inserted !== null) this.reveal(inserted);
  }

  /** Tells the frame what the document now says, and the page that something changed. */
  #sync(): void {
    this.#frame.sync(this.title, this.#document.chance);
    this.#touch();
  }

  #touch(): void {
    this.#keeping.touch();
    this.#changed();
  }

  #noteProblem(sentence: Sentence): void {
    this.#problems.push(sentence);
    this.#changed();
  }

  /** Where the frame is rebuilt, it goes on at the slide it has come to. */
  #presented(position: SlidePosition): void {
    const { presentation } = this.#settings;
    if (!presentation) return;
    this.#slides = position;
    if (position.slide > 0) {
      this.#settings = { ...this.#settings, presentation: { ...presentation, slide: position.slide } };
    }
    this.#changed();
  }

  async #note(event: StudyEvent): Promise<Study> {
    this.#study = await noteStudy(this.name, event);
    this.#changed();
    return this.#study;
  }

  async #keepFigure(): Promise<void> {
    const figure = (await this.#frame.api?.figure()) ?? null;
    if (figure) await keepFigure(this.name, figure);
    this.dispatchEvent(new CustomEvent("figure", { detail: figure }));
  }

  /** Changes come in bursts; whoever listens hears of them once a turn. */
  #changed(): void {
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      this.dispatchEvent(new Event("change"));
    });
  }
}
