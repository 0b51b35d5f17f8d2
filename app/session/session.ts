import type { BinnedCell, Choice, Comparison } from "../../kernel/document/index.ts";
import type { Match, Search } from "../../kernel/document/search.ts";
import type { Study } from "../../kernel/exercise/study.ts";
import type { Mend } from "../../kernel/runtime/cell-error.ts";
import type {
  CellReport,
  DocumentCell,
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
import { type Edited, LiveNotebook } from "../live/live-notebook.ts";
import type { NotebookDocument } from "../live/notebook-document.ts";
import { NotebookTyping } from "../typing/notebook-typing.ts";
import type { OtherVersion, SaveState, Session } from "./contract.ts";
import { keepFigure } from "./figures.ts";
import { drawProgram } from "./frame-program.ts";
import type { Keeping } from "./keeping.ts";
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
  readonly scenarios: ScenarioDesk;
  readonly catalogue: readonly DatasetEntry[];
  readonly #document: NotebookDocument;
  readonly #keeping: Keeping;
  readonly #live: LiveNotebook;
  readonly #typing: NotebookTyping;
  readonly #database = openServices().openDatabase((tables) => this.run(creatorsOf(tables, this.cells)));
  readonly #problems: Sentence[] = [];
  #traced: number | null = null;
  #telling = false;

  constructor({ name, document, keeping, files, program, catalogue, settings, problems }: Opened) {
    super();
    this.name = name;
    this.#document = document;
    this.#keeping = keeping;
    this.#problems.push(...problems, ...document.problems);
    this.catalogue = catalogue instanceof Error ? [] : catalogue;
    if (catalogue instanceof Error) this.#problems.push(saidOf(catalogue));
    const { datasets, compute, typing } = openServices();
    const live = new LiveNotebook({
      document,
      program,
      settings,
      services: {
        datasets,
        compute,
        query: () => this.#database.query(),
        notebook: async (wanted) => (await files.read(wanted)).text,
      },
      catalogue: this.catalogue,
      typing: { ask: (request) => this.#typing.ask(request) },
      uncertainty: { drawProgram },
      note: (event) => noteStudy(name, event),
    });
    this.#live = live;
    this.#typing = new NotebookTyping(typing, {
      notebook: () => ({
        cells: document.cells,
        catalogue: this.catalogue,
        language: live.settings.language === "zh-CN" ? "zh" : "en",
        results: live.reports.queryResults(document.cells),
      }),
      perform: (operations) => {
        const done = document.perform(operations);
        live.sync();
        return done;
      },
      problem: (sentence) => this.#noteProblem(sentence),
    });
    this.scenarios = new ScenarioDesk(
      document,
      () => live.api?.uncertainty ?? null,
      () => live.sync(),
    );
    this.#listen();
  }

  #listen(): void {
    const live = this.#live;
    this.#keeping.addEventListener("change", () => this.#changed());
    live.addEventListener("change", () => this.#changed());
    on<Edited | null>(live, "edited", (edited) => {
      this.#keeping.touch();
      if (edited?.inserted != null) this.reveal(edited.inserted);
    });
    on<Sentence>(live, "problem", (sentence) => this.#noteProblem(sentence));
    on<string>(live, "action", (id) => this.#act(id));
    on<number>(live, "trace", (cell) => {
      this.trace(cell);
      this.#act("trail");
    });
    live.addEventListener("settled", () => void this.#keepFigure());
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
    return this.#live.reports.reports;
  }

  get values(): ReadonlyMap<string, ValueReport> {
    return this.#live.reports.values;
  }

  get problems(): readonly Sentence[] {
    return this.#problems;
  }

  get running(): boolean {
    return this.#live.running;
  }

  get unresponsiveFor(): number {
    return this.#live.silentFor;
  }

  get staleCount(): number {
    return this.#live.reports.count("stale");
  }

  get failedCount(): number {
    return this.#live.reports.count("failed");
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
    return this.#live.study;
  }

  forgetStudy(): Promise<void> {
    return this.#live.forgetStudy();
  }

  get traced(): number | null {
    return this.#traced;
  }

  get settings(): FrameSettings {
    return this.#live.settings;
  }

  get slides(): SlidePosition | null {
    return this.#live.slides;
  }

  mount(element: HTMLElement): void {
    this.#live.mount(element);
  }

  dispose(): void {
    this.#keeping.dispose();
    this.#live.dispose();
    void this.#database.stop();
  }

  run(cells: number[] | "all" | "stale"): void {
    this.#live.run(cells);
  }

  stop(): Promise<void> {
    return this.#live.stop();
  }

  hold(): void {
    this.#live.hold();
  }

  undo(): void {
    if (this.#document.undo()) this.#live.sync();
  }

  redo(): void {
    if (this.#document.redo()) this.#live.sync();
  }

  save(): Promise<void> {
    return this.#keeping.save();
  }

  keep(): Promise<boolean> {
    return this.#keeping.keep();
  }

  restore(cell: number): void {
    if (!this.#document.restore(cell)) return;
    this.#live.sync();
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
    this.#live.sync();
    const changed = this.cells.filter(({ id, kind, source, attributes }) => {
      const old = before.get(id);
      return old && (old.kind !== kind || old.source !== source) && !("data-paused" in attributes);
    });
    if (changed.length > 0) this.run(changed.map(({ id }) => id));
  }

  rename(title: string): void {
    this.#document.rename(title);
    this.#live.sync();
  }

  get reproducible(): boolean {
    return this.#document.chance.reproducible;
  }

  set reproducible(on: boolean) {
    this.#document.setAttribute("data-reproducible", on ? "" : null);
    this.#live.sync();
  }

  async restart(service: "database" | "compute"): Promise<void> {
    if (service === "compute") openServices().compute.stop();
    else await this.#database.stop();
  }

  insert(kind: string, source: string, after?: number | null): void {
    const last = this.cells.at(-1)?.id ?? null;
    const id = this.#document.insert(after === undefined ? last : after, kind, source);
    this.#live.sync();
    if (id !== null) this.reveal(id);
  }

  reveal(cell: number): void {
    void this.#live.api?.cells.reveal(cell);
  }

  configure(settings: Partial<FrameSettings>): void {
    this.#live.configure(settings);
  }

  trace(cell: number | null): void {
    this.#traced = cell;
    this.#changed();
  }

  describe(tools: readonly string[]): Promise<readonly ToolDescription[]> {
    return this.#live.describe(tools);
  }

  async rowsOf(step: QueryStep): Promise<QueryRows> {
    const { queryRows } = await import("../../kernel/trail/query-rows.ts");
    return queryRows(step, await this.#database.query(), this.catalogue);
  }

  command(action: string): void {
    this.#live.command(action);
  }

  find(search: Search | null, at: Match | null): void {
    void this.#live.api?.cells.find(search, at);
  }

  replace(search: Search, replacement: string, matches: readonly Match[]): number {
    const count = this.#document.replace(search, replacement, matches);
    if (count > 0) this.#live.sync();
    return count;
  }

  mend(mend: Mend): void {
    void this.#live.api?.cells.mend(mend);
  }

  printed(): Promise<PrintedNotebook | null> {
    return this.#live.printed();
  }

  text(): string {
    return this.#document.text;
  }

  #noteProblem(sentence: Sentence): void {
    this.#problems.push(sentence);
    this.#changed();
  }

  #act(id: string): void {
    this.dispatchEvent(new CustomEvent("action", { detail: { id } }));
  }

  async #keepFigure(): Promise<void> {
    const figure = (await this.#live.api?.outputs.figure()) ?? null;
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

/** Hears of what an open notebook dispatches, with what is told in it. */
function on<Detail>(live: LiveNotebook, type: string, listener: (detail: Detail) => void): void {
  live.addEventListener(type, (event) => listener((event as CustomEvent<Detail>).detail));
}
