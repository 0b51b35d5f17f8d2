import { countExercises } from "../../kernel/exercise/cells.ts";
import { reportOn } from "../../kernel/exercise/report.ts";
import { noStudy, type Study } from "../../kernel/exercise/study.ts";
import { FrameHost } from "../../kernel/sandbox/frame-host.ts";
import type {
  CellReport,
  DocumentCell,
  FrameEdit,
  FrameSession,
  FrameSettings,
  PrintedNotebook,
  SlidePosition,
} from "../../kernel/sandbox/protocol.ts";
import { say } from "../language/speech.ts";
import { writeReportPage } from "../lesson/report-page.ts";
import { downloadText } from "../session/file-pickers.ts";
import { FrameReports } from "../session/frame-reports.ts";
import { HeldCells } from "../session/held-cells.ts";
import { NotebookDocument } from "../session/notebook-document.ts";
import { PageService } from "../session/page-service.ts";
import { noteStudy } from "../session/studies.ts";
import { type PageElements, publicationOf } from "./page-elements.ts";
import { type Taken, takeLink } from "./shared-link.ts";
import { type Supply, servicesOf } from "./supply.ts";

/**
 * The notebook of a built page, alive in its frame. Dispatches `height` with the frame's height in pixels, `settled` when
 * all cells that were to run have, `change` whenever a cell's state or the slide does, and `action` with the id of one whose key
 * was pressed in the frame.
 */
export class ReaderSession extends EventTarget {
  readonly document: NotebookDocument;
  readonly page: PageElements;
  readonly #service: PageService;
  readonly #host: FrameHost;
  readonly #reports = new FrameReports();
  readonly #held = new HeldCells();
  /** Cells whose inputs were set otherwise than when the page was built. */
  readonly #changed = new Set<number>();
  readonly #publication: ReturnType<typeof publicationOf>;
  readonly #only: "all" | number[] | null;
  #settings: FrameSettings;
  #seen = 0;
  #study: Study = noStudy;
  #slides: SlidePosition | null = null;

  /** `only` names the cells that are shown, where the page stands in another one. */
  constructor(
    page: PageElements,
    supply: Supply,
    program: Promise<string>,
    settings: FrameSettings,
    only: "all" | number[] | null = null,
  ) {
    super();
    this.#only = only;
    this.page = page;
    this.#settings = settings;
    const { data } = page;
    this.document = new NotebookDocument(data.text);
    this.#publication = publicationOf(page);
    const services = servicesOf(data, supply);
    this.#service = new PageService(services, {
      edit: (edit, sequence) => this.#edit(edit, sequence),
      report: (reports, removed) => this.#take(reports, removed),
      values: () => {},
      entering: (cell) => this.#held.entered(cell),
      action: (id) => {
        if (id === "lesson-report") this.#report();
        else this.dispatchEvent(new CustomEvent("action", { detail: id }));
      },
      trace: () => {},
      presented: (position) => this.#presented(position),
      study: async (event) => {
        this.#study = await noteStudy(data.name, event);
        return this.#study;
      },
      settled: () => this.dispatchEvent(new Event("settled")),
      notebook: async (name) => {
        const text = data.notebooks[name];
        if (text === undefined) throw new Error(`There is no notebook named “${name}” on this site.`);
        return text;
      },
      language: () => Promise.reject(new Error("A published page has no language service.")),
      draws: () => supply.draws(),
      describe: async (names) => data.tools.filter(({ name }) => names.includes(name)),
      height: (pixels) => this.dispatchEvent(new CustomEvent("height", { detail: pixels })),
      follow: (address) => this.dispatchEvent(new CustomEvent("follow", { detail: address })),
    });
    this.#host = new FrameHost({ program, page: this.#service.api, session: () => this.#session() });
    // The frame has its program, and this thread nothing to do until it has read that.
    this.#host.addEventListener("change", () => services.begin(data.first), { once: true });
    this.#host.addEventListener("lost", () => {
      this.#held.hold();
      this.#rebuild();
    });
  }

  get title(): string {
    return this.document.title;
  }

  get cells(): readonly DocumentCell[] {
    return this.document.cells;
  }

  /** What the notebook shows, for paper. */
  async printed(): Promise<PrintedNotebook | null> {
    return ((await this.#host.api?.printed()) as PrintedNotebook | undefined) ?? null;
  }

  /** Makes of the notebook what a link says, before it is mounted. */
  takeLink(packed: string): Taken {
    const taken = takeLink(this.document, packed);
    for (const cell of taken.changed) this.#changed.add(cell);
    return taken;
  }

  get reports(): ReadonlyMap<number, CellReport> {
    return this.#reports.reports;
  }

  /** True while a cell runs or waits for its turn, or the frame does not answer. */
  get running(): boolean {
    return this.#host.silentFor > 0 || this.#reports.count("running", "queued") > 0;
  }

  get settings(): FrameSettings {
    return this.#settings;
  }

  /** Where the presentation stands; null while there is none. */
  get slides(): SlidePosition | null {
    return this.#settings.presentation ? this.#slides : null;
  }

  /** Does to the presentation what an action of the table says. */
  command(action: string): void {
    void this.#host.api?.command(action);
  }

  mount(element: HTMLElement): void {
    this.#host.mount(element);
  }

  dispose(): void {
    this.#service.cancelAll();
    this.#host.dispose();
  }

  configure(settings: Partial<FrameSettings>): void {
    this.#settings = { ...this.#settings, ...settings };
    void this.#host.api?.settings(this.#settings);
  }

  reveal(cell: number): void {
    void this.#host.api?.reveal(cell);
  }

  /** Ends what runs; where a cell does not yield, in a new frame with that cell held, at the second time with all of them. */
  async stop(): Promise<void> {
    if (!this.#held.isAgain && (await this.#host.interrupt())) return this.#held.obeyed();
    this.#held.stop(this.cells.map(({ id }) => id));
    this.#rebuild();
  }

  /** Sets inputs to other values than the notebook was built with, by cell and name: those of a link that was shared. */
  setValues(values: readonly { cell: number; name: string; value: unknown }[]): void {
    for (const { cell, name, value } of values) {
      this.document.apply({ type: "value", cell, name, value });
      this.#changed.add(cell);
    }
    this.#sync();
  }

  #session(): FrameSession {
    const { data } = this.page;
    return {
      title: this.document.title,
      cells: [...this.document.cells],
      held: this.#held.list,
      settings: this.#settings,
      chance: this.document.chance,
      catalogue: [...data.catalogue],
      published: {
        ...this.#publication,
        changed: [...this.#changed],
        ...(this.#only ? { only: this.#only } : {}),
      },
    };
  }

  #edit(edit: FrameEdit, sequence: number): void {
    this.#seen = sequence;
    if (edit.type === "value") this.#changed.add(edit.cell);
    this.#held.edited(edit);
    this.document.apply(edit);
    if (edit.type !== "value" && edit.type !== "text") this.#sync();
    this.dispatchEvent(new Event("change"));
  }

  #presented(position: SlidePosition): void {
    const { presentation } = this.#settings;
    if (!presentation) return;
    this.#slides = position;
    // A frame that is rebuilt begins where this one was.
    if (position.slide > 0) {
      this.#settings = { ...this.#settings, presentation: { ...presentation, slide: position.slide } };
    }
    this.dispatchEvent(new Event("change"));
  }

  /** Saves what the reader did with the exercises, for the teacher, under a name of the reader's choice. */
  #report(): void {
    const name = prompt(say("report.name"), "");
    if (name === null) return;
    const { name: notebook } = this.page.data;
    const { title, cells } = this.document;
    const report = reportOn(this.#study, { notebook, title, name, asked: countExercises(cells) }, Date.now());
    downloadText(`${notebook}-report.html`, "text/html", writeReportPage(report));
  }

  #sync(): void {
    const { title, cells, chance } = this.document;
    void this.#host.api?.sync(title, [...cells], chance, this.#seen);
  }

  #take(reports: CellReport[], removed: number[]): void {
    this.#reports.take(reports, removed);
    this.dispatchEvent(new Event("change"));
  }

  #rebuild(): void {
    this.#service.cancelAll();
    this.#reports.forget();
    this.#seen = 0;
    this.#host.rebuild();
  }
}
