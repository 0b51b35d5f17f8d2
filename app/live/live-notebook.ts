import type { Remote } from "../../kernel/boundary/endpoint.ts";
import type { Match, Search } from "../../kernel/document/search.ts";
import { noStudy, type Study, type StudyEvent } from "../../kernel/lesson/study.ts";
import type { Mend } from "../../kernel/runtime/cell-error.ts";
import { FrameHost } from "../../kernel/sandbox/frame-host.ts";
import type {
  DocumentCell,
  DocumentEdit,
  FrameApi,
  FrameSession,
  FrameSettings,
  PageApi,
  PrintedNotebook,
  SlidePosition,
  TableColumn,
} from "../../kernel/sandbox/protocol.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { ToolDescription } from "../../kernel/services/compute/tool-description.ts";
import { type NotebookServices, ServiceCalls } from "../../kernel/services/service-calls.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { FrameEdits } from "./frame-edits.ts";
import { countCells, FrameReports } from "./frame-reports.ts";
import { HeldCells } from "./held-cells.ts";
import type { NotebookDocument } from "./notebook-document.ts";
import { personRequests } from "./person-requests.ts";

const said = messages("live", {
  didNotYield: {
    en: "The notebook did not yield after it was stopped, so every cell is paused. Edit the cell that does not end, then run all cells.",
    zh: "停止之后，笔记本仍未让出控制，因此所有单元格均已暂停。请修改不会结束的单元格，然后运行全部单元格。",
  },
  tookKeyboard: {
    en: "A cell took the keyboard out of a dialog. The cell that ran last is paused; edit it, or run it.",
    zh: "有单元格从对话框中夺走了键盘。最近运行的单元格已暂停；请修改或运行它。",
  },
  strangeMessage: {
    en: "A cell sent the page a message that is not one of the notebook's. It was ignored.",
    zh: "有单元格向页面发送了不属于笔记本的消息，已被忽略。",
  },
  cellLeft: {
    en: "Cell {place} tried to leave the notebook's page, which was refused. It is paused; everything else runs again.",
    zh: "第 {place} 个单元格试图离开笔记本页面，已被拒绝。该单元格已暂停，其余内容重新运行。",
  },
  someCellLeft: {
    en: "A cell tried to leave the notebook's page, which was refused. It is paused; everything else runs again.",
    zh: "有一个单元格试图离开笔记本页面，已被拒绝。该单元格已暂停，其余内容重新运行。",
  },
});

/** How long a frame may take to give what is printed. */
const PRINTING_MS = 5000;

/** What a live notebook is made of. */
export interface LiveOptions extends Pick<PageApi, "typing" | "uncertainty"> {
  readonly document: NotebookDocument;
  /** The frame's program, as text. It may come while the frame starts. */
  readonly program: string | Promise<string>;
  readonly services: NotebookServices;
  readonly catalogue: readonly DatasetEntry[];
  readonly settings: FrameSettings;
  /** Whether a frame may ask for an action of what is around it. */
  allows(action: string): boolean;
  /** Notes what the reader does with the exercises. */
  note(event: StudyEvent): Promise<Study>;
  /** What else a frame opens with; asked for anew in each of its lives. */
  opening?(): Partial<FrameSession>;
}

/**
 * A notebook alive in its frame, over all lives of the frame: that is thrown away where a cell holds it, and begins anew from
 * the document. Dispatches
 *
 * - `change`, at most once a turn, when anything that can be read here may read differently;
 * - `edited`, when the document has changed; where the frame did it, with the edit and the cell that it inserted;
 * - `started`, when the frame has its program;
 * - `settled`, when all cells that were to run have;
 * - `action` with the id of one whose key was pressed in the frame, `trace` with a cell, `follow` with an address, `height` with the
 *   height of the frame in pixels;
 * - `problem` with a sentence.
 */
export class LiveNotebook extends EventTarget {
  readonly document: NotebookDocument;
  readonly #told = new FrameReports();
  /** What the frame told last of its cells. */
  readonly reports = this.#told.reports;
  /** What names stood for when they were last told; a name may since have lost its cell. */
  readonly values = this.#told.values;
  readonly #options: LiveOptions;
  readonly #host: FrameHost;
  readonly #calls: ServiceCalls;
  /** Cells that were stopped with their frame: they wait until they are asked to run. */
  readonly #held = new HeldCells();
  readonly #edits: FrameEdits;
  #refused = false;
  #settings: FrameSettings;
  #slides: SlidePosition | null = null;
  #study: Study = noStudy;
  #telling = false;

  constructor(options: LiveOptions) {
    super();
    this.#options = options;
    this.document = options.document;
    this.#settings = options.settings;
    this.#calls = new ServiceCalls(options.services);
    this.#edits = new FrameEdits(
      this.document,
      (cell) => void this.api?.document.sendText(cell),
      () => this.#tellDocument(),
    );
    this.#host = new FrameHost({
      program: options.program,
      page: this.#pageApi(),
      session: () => this.#session(),
      refused: () => this.#noteRefusal(),
    });
    this.#host.addEventListener("change", () => this.changed());
    this.#host.addEventListener("start", () => this.#tell("started"));
    this.#host.addEventListener("lost", () => this.#lost());
  }

  get title(): string {
    return this.document.title;
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

  /** True while a cell runs or waits for its turn, or the frame does not answer. */
  get running(): boolean {
    return this.unresponsiveFor > 0 || countCells(this.reports, "running", "queued") > 0;
  }

  get settings(): FrameSettings {
    return this.#settings;
  }

  /** Where the presentation stands; null while there is none. */
  get slides(): SlidePosition | null {
    return this.#settings.presentation ? this.#slides : null;
  }

  /** What the reader did with the exercises. */
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

  /** What tools of the accounting library say of themselves. */
  describe(tools: readonly string[]): Promise<readonly ToolDescription[]> {
    return this.#calls.api.describe(tools);
  }

  configure(settings: Partial<FrameSettings>): void {
    this.#settings = { ...this.#settings, ...settings };
    void this.api?.settings.apply(this.#settings);
    this.changed();
  }

  /** Tells the frame what the document now says, and whoever listens that it changed. */
  sync(): void {
    this.#tellDocument();
    this.#edited();
  }

  /** What named queries gave, as far as their texts are those that ran. */
  queryResults(): Map<number, readonly TableColumn[]> {
    return this.#told.queryResults(this.cells);
  }

  /** Brings a cell into view and focuses it. */
  reveal(cell: number): void {
    void this.api?.cells.reveal(cell);
  }

  /** Marks what a search finds, and shows one match of it; null ends the search. */
  find(search: Search | null, at: Match | null): void {
    void this.api?.cells.find(search, at);
  }

  mend(mend: Mend): void {
    void this.api?.cells.mend(mend);
  }

  /** Does to the cell chosen in the frame, or to the presentation, what an action of the table says. */
  command(action: string): void {
    void this.api?.actions.perform(action);
  }

  run(cells: number[] | "all" | "stale"): void {
    const { api } = this;
    if (cells === "all") for (const cell of this.#held.releaseAll()) void api?.cells.pause(cell, false);
    void api?.cells.run(cells);
  }

  /** Ends what runs; where a cell does not yield, in a new frame with that cell held, at the second time with all of them. */
  async stop(): Promise<void> {
    if (!this.#held.isAgain && (await this.#host.interrupt())) return this.#held.obeyed();
    // The thread is held by a cell that does not yield: it waits in the new frame.
    const all = this.#held.stop(this.cells.map(({ id }) => id));
    if (all) {
      this.#problem(said.didNotYield());
    }
    this.#rebuild();
  }

  /** A cell keeps the keyboard that a dialog should have. Only a frame that is gone lets go of it. */
  hold(): void {
    this.#held.stop(this.cells.map(({ id }) => id));
    this.#problem(said.tookKeyboard());
    this.#rebuild();
  }

  /** Forgets answers, hints and solutions that were opened. */
  async forgetStudy(): Promise<void> {
    const study = await this.#note({ type: "forget" });
    void this.api?.exercise.studied(study);
  }

  /** What the notebook shows, for paper; null where the frame does not answer. */
  async printed(): Promise<PrintedNotebook | null> {
    const { api } = this;
    if (!api) return null;
    return Promise.race([
      api.outputs.printed(),
      new Promise<null>((resolve) => setTimeout(() => resolve(null), PRINTING_MS)),
    ]);
  }

  #pageApi(): PageApi {
    const tell = (type: string) => (detail: unknown) => this.#tell(type, detail);
    return {
      services: this.#calls.api,
      typing: this.#options.typing,
      uncertainty: this.#options.uncertainty,
      document: { edit: (edit, sequence) => this.#edits.take(edit, sequence, (whole) => this.#edit(whole)) },
      cells: {
        report: (reports, removed) => {
          this.#told.take(reports, removed);
          this.changed();
        },
        values: (values) => {
          this.#told.takeValues(values);
          this.changed();
        },
        entering: (cell) => this.#held.entered(cell),
        settled: () => this.#tell("settled"),
      },
      exercise: { note: (event) => this.#note(event) },
      slides: { presented: (position) => this.#presented(position) },
      frame: { height: tell("height") },
      ...personRequests(this.#options.allows, tell("action"), tell("follow"), tell("trace")),
    };
  }

  #session(): FrameSession {
    const { title, cells, chance } = this.document;
    return {
      title,
      cells: [...cells],
      suspended: this.#held.list,
      settings: this.#settings,
      chance,
      catalogue: [...this.#options.catalogue],
      ...this.#options.opening?.(),
    };
  }

  #edit(edit: DocumentEdit): void {
    this.#held.edited(edit);
    const inserted = this.document.apply(edit);
    // Of a text and of a choice the frame knows.
    if (edit.type !== "text" && edit.type !== "value") this.#tellDocument();
    this.#edited({ edit, inserted });
  }

  #tellDocument(): void {
    const { title, cells, chance } = this.document;
    void this.api?.document.sync(title, [...cells], chance, this.#edits.seen);
  }

  /** Where the frame is rebuilt, it goes on at the slide it has come to. */
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

  /** Said once in a frame's life: a cell that has the port may say such things without end. */
  #noteRefusal(): void {
    if (this.#refused) return;
    this.#refused = true;
    this.#problem(said.strangeMessage());
  }

  #rebuild(): void {
    this.#calls.cancelAll();
    this.#told.forget();
    this.#edits.restart();
    this.#refused = false;
    this.#host.rebuild();
    this.changed();
  }

  /** The notebook made its frame go elsewhere. The cell that ran last is held, or it would do so again. */
  #lost(): void {
    this.#held.hold();
    const place = this.cells.findIndex(({ id }) => id === this.#held.last) + 1;
    this.#problem(place > 0 ? said.cellLeft({ place }) : said.someCellLeft());
    this.#rebuild();
  }

  #tell(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #problem(sentence: Message): void {
    this.#tell("problem", sentence);
  }

  #edited(detail: Edited | null = null): void {
    this.#tell("edited", detail);
    this.changed();
  }

  /** Changes come in bursts; whoever listens hears of them once a turn. */
  protected changed(): void {
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      this.dispatchEvent(new Event("change"));
    });
  }
}

/** An edit of the frame, and the cell that it inserted. */
export interface Edited {
  readonly edit: DocumentEdit;
  readonly inserted: number | null;
}
