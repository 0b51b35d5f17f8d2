import type { Locator } from "@playwright/test";
import { commands, page } from "vitest/browser";
import { isFrameAction } from "../../../app/actions/frame-actions.ts";
import { type Edited, LiveNotebook } from "../../../app/live/live-notebook.ts";
import { NotebookDocument } from "../../../app/live/notebook-document.ts";
import { ReaderInputs } from "../../../app/live/reader-inputs.ts";
import { noTyping } from "../../../app/reader/no-typing.ts";
import { frameProgram, laterPrograms } from "../../../app/session/frame-program.ts";
import { type NotebookDatabase, openServices, type Services } from "../../../app/session/services.ts";
import { NotebookTyping } from "../../../app/typing/notebook-typing.ts";
import { noStudy } from "../../../kernel/lesson/study.ts";
import type { FrameSettings } from "../../../kernel/sandbox/protocol.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { notebookText, type TestCell } from "../../e2e/notebook-text.ts";
import { expect, expectShown, frame, keyboard } from "./remote.ts";

/**
 * Makes the page of a file's tests as large as that of the workbench, with a notebook that fills it. The addresses of the page's programs
 * are relative to it, and a test's page does not lie where the workbench does.
 */
async function preparePage(): Promise<void> {
  if (document.querySelector("base")) return;
  const base = document.createElement("base");
  base.href = "/";
  const style = document.createElement("style");
  style.textContent = `
    body { margin: 0 }
    iframe { display: block; border: 0; width: 100%; height: 100vh }`;
  document.head.append(base, style);
  // No larger than the window: the browser mode would scale the page, and the pointer would miss.
  await page.viewport(1280, 720);
}

const settings: FrameSettings = {
  theme: "light",
  language: "en",
  lazy: false,
  mode: "edit",
  code: true,
  reducedMotion: false,
};

export interface Opening {
  readonly settings?: Partial<FrameSettings>;
  /** Whether editors have the language service, which takes seconds to start. */
  readonly typing?: boolean;
  /** The texts of other notebooks, by name. */
  readonly others?: Readonly<Record<string, string>>;
  /** Services that stand in for those of the page. */
  readonly services?: Partial<Pick<Services, "datasets">>;
}

let open: OpenNotebook | null = null;
let database: NotebookDatabase | null = null;

/** One notebook in its frame as in the workbench, with the same services and without a page around it. */
export class OpenNotebook {
  readonly document: NotebookDocument;
  readonly live: LiveNotebook;
  /** What the page would list as problems. */
  readonly problems: Sentence[] = [];
  readonly #typing: NotebookTyping;
  /** Whether keys may still be down that its frame has not acknowledged. */
  #holdsKeys = false;
  readonly #place = document.createElement("div");

  private constructor(text: string, program: string, { catalogue, given }: Parts) {
    const { datasets, compute, typing, openDatabase } = openServices();
    const readable = given.services?.datasets ?? datasets;
    // One database for all notebooks of a file: it takes longer to start than a test to run.
    database ??= openDatabase(datasets, () => {});
    const { quick } = database;
    this.document = new NotebookDocument(text);
    this.#typing = new NotebookTyping(typing, {
      notebook: () => ({
        cells: this.live.cells,
        catalogue,
        language: "en",
        results: this.live.queryResults(),
        modules: {},
      }),
      renamed: (cell, from, to) => this.live.inputs.rename(cell, from, to),
      perform: (operations) => {
        const done = this.document.perform(operations);
        this.live.sync();
        return done;
      },
      problem: (sentence) => this.problems.push(sentence),
    });
    this.live = new LiveNotebook({
      document: this.document,
      inputs: new ReaderInputs(this.document),
      program,
      services: {
        datasets: readable,
        compute,
        files: { file: (name) => Promise.reject(new Error(`There is no file named “${name}”.`)) },
        query: async () => quick,
        notebook: async (name) => {
          const other = given.others?.[name];
          if (other === undefined) throw new Error(`There is no notebook named “${name}”.`);
          return other;
        },
      },
      catalogue,
      settings: { ...settings, ...given.settings },
      typing: given.typing ? { ask: (request) => this.#typing.ask(request) } : noTyping,
      programs: laterPrograms,
      allows: isFrameAction,
      note: async () => noStudy,
    });
    this.live.addEventListener("problem", (event) => this.problems.push((event as CustomEvent<Sentence>).detail));
    // As a session does: a cell that was inserted is the next to be written in.
    this.live.addEventListener("edited", (event) => {
      const edited = (event as CustomEvent<Edited | null>).detail;
      if (edited?.inserted != null) this.live.reveal(edited.inserted);
    });
    this.live.addEventListener("action", (event) => this.act((event as CustomEvent<string>).detail));
  }

  /** Opens a notebook in the place of the one before, and waits until its first cell stands. */
  static async open(text: string, given: Opening = {}): Promise<OpenNotebook> {
    await preparePage();
    await open?.end();
    const [program, catalogue] = await Promise.all([frameProgram(), openServices().datasets.entries()]);
    open = new OpenNotebook(text, program, { catalogue, given });
    document.body.replaceChildren(open.#place);
    open.live.mount(open.#place);
    await expectShown(open.cell(1)).toBeVisible();
    return open;
  }

  /** Opens a notebook with these cells, every editor open. */
  static openCells(cells: readonly TestCell[], given: Opening = {}): Promise<OpenNotebook> {
    return OpenNotebook.open(notebookText("Test", cells), given);
  }

  /** Opens a notebook that ships, and waits until every cell has run. */
  static async openShipped(name: string): Promise<OpenNotebook> {
    const notebook = await OpenNotebook.open(await commands.readFile(`notebooks/${name}.html`));
    const unfinished = frame.locator('.cell:not([data-status="fresh"])');
    // Real notebooks compute for seconds, and on a busy machine for ten times as long.
    await expectShown(unfinished).toHaveCount(0, { timeout: 100_000 });
    return notebook;
  }

  /** The cell at a place of the document, from 1. */
  cell(place: number): Locator {
    return frame.locator(".cell").nth(place - 1);
  }

  output(place: number): Locator {
    return this.cell(place).locator(".output");
  }

  error(place: number): Locator {
    return this.cell(place).locator(".error");
  }

  editor(place: number): Locator {
    return this.cell(place).locator(".cm-content");
  }

  async expectStatus(place: number, status: string): Promise<void> {
    await expectShown(this.cell(place)).toHaveAttribute("data-status", status);
  }

  /** Replaces the source of a cell by typing over it. */
  async type(place: number, source: string): Promise<void> {
    await this.editor(place).click();
    await keyboard.press("Control+A");
    await keyboard.insertText(source);
  }

  async edit(place: number, source: string): Promise<void> {
    await this.type(place, source);
    await keyboard.press("Shift+Enter");
  }

  /**
   * Runs an edited cell that will hold the frame's thread, or be the end of its frame. The key is not waited for: the browser
   * may acknowledge it only when the thread is free again, or never.
   */
  async editEndless(place: number, source: string): Promise<void> {
    await this.type(place, source);
    this.#holdsKeys = true;
    keyboard.press("Shift+Enter").catch(() => {});
  }

  /** How often the cell has run, as it says. */
  async runsOf(place: number): Promise<number> {
    return Number(await this.cell(place).getAttribute("data-runs"));
  }

  async end(): Promise<void> {
    this.live.dispose();
    if (this.#holdsKeys) for (const key of ["Enter", "Shift"]) await keyboard.up(key);
  }

  /** Sets how wide the frame is, in pixels. */
  resize(width: number): void {
    this.#place.style.width = `${width}px`;
  }

  /** Waits until the frame has stopped answering. */
  async expectStuck(): Promise<void> {
    await expect.poll(() => this.live.unresponsiveFor, { timeout: WAIT_MS }).toBeGreaterThan(0);
  }

  /** Does what a key in the frame asks of the workbench. */
  act(action: string): void {
    if (action === "undo" || action === "redo") {
      if (this.document[action]()) this.live.sync(true);
    } else if (action === "run-all") this.live.run("all");
  }
}

interface Parts {
  readonly catalogue: Awaited<ReturnType<Services["datasets"]["entries"]>>;
  readonly given: Opening;
}

/** As long as assertions on the frame wait. */
const WAIT_MS = 20_000;
