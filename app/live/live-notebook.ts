import type { Remote } from "../../kernel/boundary/endpoint.ts";
import { isOlderObservable } from "../../kernel/cell/kinds/unsupported.ts";
import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import type { InputValues, Json } from "../../kernel/document/index.ts";
import type { Match, Search } from "../../kernel/document/search.ts";
import { noStudy, type Study, type StudyEvent } from "../../kernel/lesson/study.ts";
import type { CellError, Mend } from "../../kernel/runtime/cell-error.ts";
import { FrameHost } from "../../kernel/sandbox/frame-host.ts";
import type {
  DocumentEdit,
  FrameApi,
  FrameSession,
  FrameSettings,
  PageApi,
  PrintedNotebook,
  SlidePosition,
} from "../../kernel/sandbox/protocol.ts";
import type { Attachment } from "../../kernel/services/attachment.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { ToolDescription } from "../../kernel/services/compute/tool-description.ts";
import { type NotebookServices, ServiceCalls } from "../../kernel/services/service-calls.ts";
import type { TableColumn } from "../../kernel/values/table-column.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { FrameEdits } from "./frame-edits.ts";
import { countCells, FrameReports } from "./frame-reports.ts";
import type { NotebookDocument } from "./notebook-document.ts";
import type { ReaderInputs } from "./reader-inputs.ts";
import { StoppedCells } from "./stopped-cells.ts";
import { noRequests, userRequests } from "./user-requests.ts";

const texts = messages("live", {
  didNotYield: {
    en: "The notebook did not respond after it was stopped, so every cell is paused. Edit the cell that does not end, then run all cells.",
    zh: "停止之后，笔记本仍未让出控制，因此所有单元格均已暂停。请修改不会结束的单元格，然后运行全部单元格。",
  },
  focusTheft: {
    en: "A cell took the keyboard focus out of a dialog. The cell that ran last is paused; edit it, or run it.",
    zh: "有单元格从对话框中夺走了键盘。最近运行的单元格已暂停；请修改或运行它。",
  },
  foreignMessage: {
    en: "A cell sent the page an unknown message. It was ignored.",
    zh: "有单元格向页面发送了不属于笔记本的消息，已被忽略。",
  },
  navigatedCell: {
    en: "Cell {place} tried to navigate away from the notebook, which was blocked. It is paused; everything else runs again.",
    zh: "第 {place} 个单元格试图离开笔记本页面，已被拒绝。该单元格已暂停，其余内容重新运行。",
  },
  navigatedAway: {
    en: "A cell tried to navigate away from the notebook, which was blocked. It is paused; everything else runs again.",
    zh: "有一个单元格试图离开笔记本页面，已被拒绝。该单元格已暂停，其余内容重新运行。",
  },
  uncaught: {
    en: "An error that no cell handled: {reason}",
    zh: "有一个错误没有任何单元格处理：{reason}",
  },
});

/** More errors of one notebook that are of no cell are not reported. */
const MAX_UNCAUGHT = 5;

/** How long a frame may take to render for print. */
const PRINTING_MS = 5000;

/** The parts of a live notebook. */
export interface LiveOptions extends Pick<PageApi, "typing" | "programs"> {
  readonly document: NotebookDocument;
  /** The values that the reader has set, over those of the document. */
  readonly inputs: ReaderInputs;
  /** The frame's program, as text. It may be loaded while the frame starts. */
  readonly program: string | Promise<string>;
  /** Addresses of the program as scripts, for a host that lets no text become code. */
  readonly scripts?: readonly string[];
  readonly services: NotebookServices;
  readonly catalogue: readonly DatasetEntry[];
  /** The files of the notebook, if they do not change. */
  readonly files?: readonly Attachment[];
  readonly settings: FrameSettings;
  /** Whether nobody sees it, so that nothing can be requested of the page on behalf of a reader. */
  readonly unattended?: true;
  /** Whether the frame may request an action of the page. */
  allows(action: string): boolean;
  /** The cells, each of an older kind with what runs in its place; calls `later` when it knows more of them. */
  converted?(cells: DocumentCell[], later: () => void): DocumentCell[];
  /** Records an action of the reader on an exercise. */
  note(event: StudyEvent): Promise<Study>;
  /** Further session data; requested at every start of the frame. */
  opening?(): Partial<FrameSession>;
}

/**
 * A notebook running in its frame. The frame may be discarded when a cell blocks it, and starts again from the document. Dispatches
 *
 * - `change`, at most once per microtask, when any property may have changed;
 * - `edited`, when the document has changed; if the frame did it, with the edit and the cell that it inserted;
 * - `input`, when the reader, a link or a scenario has set an input, which is no edit of the document;
 * - `started`, when the frame has its program;
 * - `settled`, when the first run of all cells has ended;
 * - `action` with the id of an action whose key was pressed in the frame, `trace` and `quote` with a cell, `follow` with an address,
 *   `height` with the height of the frame in pixels;
 * - `dragged` with the places where cells take files, while files are dragged over the notebook;
 * - `dropped` with the names of files that were dropped on the notebook;
 * - `pasted` when a table or a file was pasted in the notebook outside of editors and fields;
 * - `problem` with a message;
 * - `barred`, when the host of the page does not let the frame run.
 */
export class LiveNotebook extends EventTarget {
  readonly document: NotebookDocument;
  readonly inputs: ReaderInputs;
  readonly #received = new FrameReports();
  /** The frame's last reports on its cells. */
  readonly reports = this.#received.reports;
  /** The last reported values of names; a name may have lost its cell since. */
  readonly values = this.#received.values;
  readonly #options: LiveOptions;
  readonly #host: FrameHost;
  readonly #calls: ServiceCalls;
  /** Cells that were stopped with their frame: they stay paused until the user runs them. */
  readonly #stopped = new StoppedCells();
  readonly #edits: FrameEdits;
  #refused = false;
  readonly #uncaught = new Set<string>();
  #settings: FrameSettings;
  #slides: SlidePosition | null = null;
  #study: Study = noStudy;
  #changePending = false;

  constructor(options: LiveOptions) {
    super();
    this.#options = options;
    this.document = options.document;
    this.inputs = options.inputs;
    this.#settings = options.settings;
    this.#calls = new ServiceCalls(options.services, () => this.#stopped.last);
    this.#edits = new FrameEdits(
      this.document,
      (cell) => void this.api?.document.sendText(cell),
      () => this.#syncFrame(),
    );
    this.#host = new FrameHost({
      program: options.program,
      ...(options.scripts?.length ? { scripts: options.scripts } : {}),
      page: this.#pageApi(),
      session: () => this.#session(),
      refused: () => this.#noteRefusal(),
    });
    this.#host.addEventListener("change", () => this.changed());
    this.#host.addEventListener("start", () => this.#emit("started"));
    this.#host.addEventListener("lost", () => this.#lost());
    this.#host.addEventListener("barred", () => this.#emit("barred"));
  }

  get title(): string {
    return this.document.titleIn(this.settings.language);
  }

  get cells(): readonly DocumentCell[] {
    return this.document.cells;
  }

  /** The frame's side of the port; null until it has started. */
  get api(): Remote<FrameApi> | null {
    return this.#host.api;
  }

  /** Milliseconds for which the frame has not answered; 0 when it does. */
  get unresponsiveFor(): number {
    return this.#host.silentFor;
  }

  /** The cell whose code was entered last, as the frame says; null if none was. */
  get lastEntered(): number | null {
    return this.#stopped.last;
  }

  /** True while the frame starts: until it answers for the first time or runs a cell. */
  get opening(): boolean {
    return this.#host.isOpening;
  }

  /** True while a cell runs or is queued, or the frame does not answer. */
  get running(): boolean {
    return this.unresponsiveFor > 0 || countCells(this.reports, "running", "queued") > 0;
  }

  get settings(): FrameSettings {
    return this.#settings;
  }

  /** The current slide of the presentation; null while there is none. */
  get slides(): SlidePosition | null {
    return this.#settings.presentation ? this.#slides : null;
  }

  /** The reader's work on the exercises. */
  get study(): Study {
    return this.#study;
  }

  mount(element: HTMLElement): void {
    this.#host.mount(element);
  }

  dispose(): void {
    this.#calls.cancelAll();
    this.#host.dispose();
  }

  /** Descriptions of tools of the accounting library. */
  describe(tools: readonly string[]): Promise<readonly ToolDescription[]> {
    return this.#calls.api.describe(tools);
  }

  configure(settings: Partial<FrameSettings>): void {
    this.#settings = { ...this.#settings, ...settings };
    void this.api?.settings.apply(this.#settings);
    this.changed();
  }

  /**
   * Sends the current document to the frame and dispatches `edited`.
   * @param rerun whether cells whose code changed run again
   */
  sync(rerun = false): void {
    this.#syncFrame(rerun);
    this.#edited();
  }

  /** Sets inputs, as a reader would. */
  setInputs(values: InputValues): void {
    this.inputs.merge(values);
    this.#syncFrame();
    this.#inputsChanged();
  }

  /** Sets all inputs to the document's values. */
  resetInputs(): void {
    this.inputs.clear();
    this.#syncFrame();
    this.#inputsChanged();
  }

  /** The columns of the results of named queries that were not edited since their run. */
  queryResults(): Map<number, readonly TableColumn[]> {
    return this.#received.queryResults(this.cells);
  }

  /** Brings a cell into view and focuses it. */
  reveal(cell: number): void {
    void this.api?.cells.reveal(cell);
  }

  /** Highlights the matches of a search and shows one of them; null ends the search. */
  find(search: Search | null, at: Match | null): void {
    void this.api?.cells.find(search, at);
  }

  mend(mend: Mend): void {
    void this.api?.cells.mend(mend);
  }

  /** Performs an action of the table on the cell chosen in the frame, or on the presentation. */
  command(action: string): void {
    void this.api?.actions.perform(action);
  }

  run(cells: number[] | "all" | "stale"): void {
    const { api } = this;
    if (cells === "all") for (const cell of this.#stopped.releaseAll()) void api?.cells.pause(cell, false);
    void api?.cells.run(cells);
  }

  /** Stops all runs. If a cell does not yield, the frame is rebuilt with that cell paused, the second time with all cells paused. */
  async stop(): Promise<void> {
    // Asked before the frame is: what it cancels is no longer pending.
    const { flooding } = this.#calls;
    if (!this.#stopped.isRepeated && (await this.#host.interrupt())) return this.#stopped.confirmStop();
    // A cell that does not yield blocks the thread, or floods it with answers: it is paused in the new frame.
    const all = this.#stopped.stop(
      this.cells.map(({ id }) => id),
      flooding,
    );
    if (all) {
      this.#problem(texts.didNotYield());
    }
    this.#rebuild();
  }

  /** Another frame blocks the thread that this one shares with it: begins again in a new frame, where no cell is paused. */
  reopen(): void {
    this.#rebuild();
  }

  /** A cell keeps taking the focus from a dialog, which can only be ended by rebuilding the frame. */
  stopFocusTheft(): void {
    this.#stopped.stop(this.cells.map(({ id }) => id));
    this.#problem(texts.focusTheft());
    this.#rebuild();
  }

  /** Deletes answers and opened hints and solutions. */
  async forgetStudy(): Promise<void> {
    const study = await this.#note({ type: "forget" });
    void this.api?.exercise.studied(study);
  }

  /** The notebook's outputs for print; null if the frame does not answer. */
  async printed(): Promise<PrintedNotebook | null> {
    const { api } = this;
    if (!api) return null;
    return Promise.race([
      api.outputs.printed(),
      new Promise<null>((resolve) => setTimeout(() => resolve(null), PRINTING_MS)),
    ]);
  }

  #pageApi(): PageApi {
    const emit = (type: string) => (detail: unknown) => this.#emit(type, detail);
    return {
      services: this.#calls.api,
      typing: this.#options.typing,
      programs: this.#options.programs,
      document: { edit: (edit, sequence) => this.#edits.receive(edit, sequence, (whole) => this.#edit(whole)) },
      cells: {
        report: (reports, removed) => {
          this.#received.update(reports, removed);
          this.changed();
        },
        values: (values) => {
          this.#received.updateValues(values);
          this.changed();
        },
        entering: (cell) => this.#stopped.entered(cell),
        uncaught: (error) => this.#noteUncaught(error),
        settled: () => this.#emit("settled"),
      },
      exercise: { note: (event) => this.#note(event) },
      slides: { presented: (position) => this.#presented(position) },
      frame: { height: emit("height") },
      ...userRequests(
        this.#options.allows,
        emit("action"),
        emit("follow"),
        emit("trace"),
        emit("quote"),
        emit("dragged"),
        emit("dropped"),
        () => this.#emit("pasted"),
      ),
      ...(this.#options.unattended ? noRequests : {}),
    };
  }

  #session(): FrameSession {
    const { title } = this;
    const { chance } = this.document;
    return {
      title,
      cells: this.#shownCells(),
      suspended: this.#stopped.list,
      settings: this.#settings,
      chance,
      catalogue: [...this.#options.catalogue],
      files: [...(this.#options.files ?? [])],
      ...this.#options.opening?.(),
    };
  }

  #edit(edit: DocumentEdit): void {
    if (edit.type === "value") {
      this.inputs.set(edit.cell, edit.name, edit.value as Json, edit.initial);
      this.#inputsChanged();
      return;
    }
    this.#stopped.edited(edit);
    const inserted = this.document.apply(edit);
    if (edit.type === "mark" && edit.renamed) this.inputs.rename(edit.cell, edit.renamed.from, edit.renamed.to);
    // The frame already has a text that was typed in it, but not what an older cell is converted to.
    if (edit.type !== "text" || this.cells.some((cell) => cell.id === edit.cell && isOlderObservable(cell)))
      this.#syncFrame();
    this.#edited({ edit, inserted });
  }

  #inputsChanged(): void {
    this.#emit("input");
    this.changed();
  }

  #syncFrame(rerun = false): void {
    const { title } = this;
    const { chance } = this.document;
    void this.api?.document.sync(title, this.#shownCells(), chance, this.#edits.seen, rerun);
  }

  #shownCells(): DocumentCell[] {
    const cells = this.inputs.shownCells();
    return this.#options.converted?.(cells, () => this.#syncFrame()) ?? cells;
  }

  /** Stores the current slide, at which a rebuilt frame continues. */
  #presented(position: SlidePosition): void {
    const { presentation } = this.#settings;
    if (!presentation) return;
    this.#slides = position;
    if (position.slide > 0) {
      this.#settings = { ...this.#settings, presentation: { ...presentation, slide: position.slide } };
    }
    this.changed();
  }

  async #note(event: StudyEvent): Promise<Study> {
    this.#study = await this.#options.note(event);
    this.changed();
    return this.#study;
  }

  /** An error of no cell is a problem of the notebook. Its number is limited: a timer may fail again and again. */
  #noteUncaught({ message, said: known }: CellError): void {
    const sentence = texts.uncaught({ reason: known ?? message });
    const text = writeMessage(sentence);
    if (this.#uncaught.size >= MAX_UNCAUGHT || this.#uncaught.has(text)) return;
    this.#uncaught.add(text);
    this.#problem(sentence);
  }

  /** Reported once per frame: a cell that has the port may send any number of such messages. */
  #noteRefusal(): void {
    if (this.#refused) return;
    this.#refused = true;
    this.#problem(texts.foreignMessage());
  }

  #rebuild(): void {
    this.#calls.cancelAll();
    this.#received.forget();
    this.#edits.restart();
    this.#refused = false;
    this.#host.rebuild();
    this.changed();
  }

  /** A cell navigated the frame away. The cell that ran last is paused, or it would do so again. */
  #lost(): void {
    this.#stopped.pauseLast();
    const place = this.cells.findIndex(({ id }) => id === this.#stopped.last) + 1;
    this.#problem(place > 0 ? texts.navigatedCell({ place }) : texts.navigatedAway());
    this.#rebuild();
  }

  #emit(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #problem(sentence: Message): void {
    this.#emit("problem", sentence);
  }

  #edited(detail: Edited | null = null): void {
    this.#emit("edited", detail);
    this.changed();
  }

  /** Changes come in bursts; listeners are notified once per microtask. */
  protected changed(): void {
    if (this.#changePending) return;
    this.#changePending = true;
    queueMicrotask(() => {
      this.#changePending = false;
      this.dispatchEvent(new Event("change"));
    });
  }
}

/** An edit of the frame, and the cell that it inserted. */
export interface Edited {
  readonly edit: DocumentEdit;
  readonly inserted: number | null;
}
