import type * as Comlink from "comlink";
import { FrameHost } from "../../kernel/sandbox/frame-host.ts";
import type {
  DocumentCell,
  FrameApi,
  FrameEdit,
  FrameSession,
  PrintedNotebook,
} from "../../kernel/sandbox/protocol.ts";
import type { ToolDescription } from "../../kernel/services/compute/tool-description.ts";
import type { Chance } from "../../kernel/stdlib/chance.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";
import { FrameReports } from "./frame-reports.ts";
import { HeldCells } from "./held-cells.ts";
import { type PageListener, PageService } from "./page-service.ts";
import { type NotebookDatabase, openServices } from "./services.ts";

const said = messages("session", {
  cellLeft: {
    en: "Cell {place} tried to leave the notebook's page, which was refused. It is paused; everything else runs again.",
    zh: "第 {place} 个单元格试图离开笔记本页面，已被拒绝。该单元格已暂停，其余内容重新运行。",
  },
  someCellLeft: {
    en: "A cell tried to leave the notebook's page, which was refused. It is paused; everything else runs again.",
    zh: "有一个单元格试图离开笔记本页面，已被拒绝。该单元格已暂停，其余内容重新运行。",
  },
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
});

/** How long a frame may take to give what is printed. */
const PRINTING_MS = 5000;

/** What the frame tells, and asks of, the session it belongs to. */
export interface FrameOwner extends Omit<PageListener, "edit" | "report" | "values" | "entering"> {
  cells(): readonly DocumentCell[];
  /** What a frame opens with; cells in `held` wait until they are asked to run. */
  session(held: number[]): FrameSession;
  edit(edit: FrameEdit): void;
  /** What it tells of its cells, or whether it answers, has changed. */
  changed(): void;
  problem(sentence: Sentence): void;
}

/** The frame of one open notebook over all its lives: it is thrown away where a cell holds it, and begins anew. */
export class LivingFrame {
  /** What it told last of its cells. */
  readonly reports = new FrameReports();
  readonly #owner: FrameOwner;
  readonly #host: FrameHost;
  readonly #page: PageService;
  /** Cells that were stopped with their frame: they wait until they are asked to run. */
  readonly #held = new HeldCells();
  /** The number of its last edit that the document has taken in. */
  #seen = 0;
  #refused = false;

  constructor(program: string, owner: FrameOwner, database: Pick<NotebookDatabase, "query">) {
    this.#owner = owner;
    const { datasets, compute } = openServices();
    this.#page = new PageService(
      { datasets, compute, query: () => database.query() },
      {
        ...owner,
        edit: (edit, sequence) => this.#edit(edit, sequence),
        report: (reports, removed) => {
          this.reports.take(reports, removed);
          owner.changed();
        },
        values: (values) => {
          this.reports.takeValues(values);
          owner.changed();
        },
        entering: (cell) => this.#held.entered(cell),
      },
    );
    this.#host = new FrameHost({
      program,
      page: this.#page.api,
      session: () => owner.session(this.#held.list),
      refused: () => this.#noteRefusal(),
    });
    this.#host.addEventListener("change", () => owner.changed());
    this.#host.addEventListener("lost", () => this.#lost());
  }

  /** The frame's side of the port; null until it has started. */
  get api(): Comlink.Remote<FrameApi> | null {
    return this.#host.api;
  }

  /** Milliseconds for which the frame has not answered; 0 when it does. */
  get silentFor(): number {
    return this.#host.silentFor;
  }

  mount(element: HTMLElement): void {
    this.#host.mount(element);
  }

  dispose(): void {
    this.#page.cancelAll();
    this.#host.dispose();
  }

  describe(tools: readonly string[]): Promise<readonly ToolDescription[]> {
    return this.#page.api.describe(tools);
  }

  /** Tells the frame what the document now says. */
  sync(title: string, chance: Chance): void {
    void this.api?.sync(title, [...this.#owner.cells()], chance, this.#seen);
  }

  run(cells: number[] | "all" | "stale"): void {
    const { api } = this;
    if (cells === "all") for (const cell of this.#held.releaseAll()) void api?.pause(cell, false);
    void api?.run(cells);
  }

  async stop(): Promise<void> {
    if (!this.#held.isAgain && (await this.#host.interrupt())) return this.#held.obeyed();
    // The thread is held by a cell that does not yield: it waits in the new frame.
    const all = this.#held.stop(this.#owner.cells().map(({ id }) => id));
    if (all) {
      this.#owner.problem(said.didNotYield());
    }
    this.#rebuild();
  }

  /** A cell keeps the keyboard that a dialog should have. Only a frame that is gone lets go of it. */
  hold(): void {
    this.#held.stop(this.#owner.cells().map(({ id }) => id));
    this.#owner.problem(said.tookKeyboard());
    this.#rebuild();
  }

  /** What the notebook shows, for paper; null where the frame does not answer. */
  async printed(): Promise<PrintedNotebook | null> {
    const { api } = this;
    if (!api) return null;
    return Promise.race([
      api.printed() as Promise<PrintedNotebook>,
      new Promise<null>((resolve) => setTimeout(() => resolve(null), PRINTING_MS)),
    ]);
  }

  #edit(edit: FrameEdit, sequence: number): void {
    this.#seen = sequence;
    this.#held.edited(edit);
    this.#owner.edit(edit);
  }

  /** Said once in a frame's life: a cell that has the port may say such things without end. */
  #noteRefusal(): void {
    if (this.#refused) return;
    this.#refused = true;
    this.#owner.problem(said.strangeMessage());
  }

  #rebuild(): void {
    this.#page.cancelAll();
    this.reports.forget();
    this.#seen = 0;
    this.#refused = false;
    this.#host.rebuild();
    this.#owner.changed();
  }

  /** The notebook made its frame go elsewhere. The cell that ran last is held, or it would do so again. */
  #lost(): void {
    this.#held.hold();
    const place = this.#owner.cells().findIndex(({ id }) => id === this.#held.last) + 1;
    this.#owner.problem(place > 0 ? said.cellLeft({ place }) : said.someCellLeft());
    this.#rebuild();
  }
}
