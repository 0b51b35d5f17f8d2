import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

import { notebookText, type TestCell } from "./notebook-text.ts";
import { watchPolicy } from "./policy.ts";

export { expect };

/** The workbench as a person uses it. */
export class Workbench {
  readonly page: Page;
  /** The inside of the notebook's frame. */
  readonly frame: FrameLocator;

  constructor(page: Page) {
    this.page = page;
    this.frame = page.frameLocator("yuheng-notebook-page iframe[sandbox]");
  }

  /** Opens a notebook by name and waits until its first cell stands. */
  async open(name: string): Promise<void> {
    // On a page that shows another notebook, the frame of that one goes.
    const left = this.page.locator("yuheng-notebook-page iframe[data-left]");
    await this.page.locator("yuheng-notebook-page iframe[sandbox]").evaluateAll((frames) => {
      for (const frame of frames) frame.setAttribute("data-left", "");
    });
    // What a person waits for is the cell, not the end of loading: that also waits for a frame which the notebook may take away.
    await this.page.goto(`#/n/${name}`, { waitUntil: "commit" });
    await expect(left).toHaveCount(0);
    await expect(this.cell(1)).toBeVisible();
  }

  /** Opens a notebook and waits until every cell has run: until then, outputs that appear move what stands below them. */
  async openWhole(name: string): Promise<void> {
    await this.open(name);
    await this.expectWhole();
  }

  async expectWhole(): Promise<void> {
    const unfinished = this.frame.locator('.cell:not([data-status="fresh"])');
    try {
      // Real notebooks compute for seconds, and on a busy machine for ten times as long.
      await expect(unfinished).toHaveCount(0, { timeout: 100_000 });
    } catch (error) {
      const left = await unfinished.evaluateAll((cells) =>
        (cells as HTMLElement[]).map(
          ({ id, dataset, textContent }) =>
            `${id} (${dataset.kind}, ${dataset.status}): ${textContent?.slice(0, 2000)}`,
        ),
      );
      throw new Error(`These cells have not run to their end:\n${left.join("\n")}`, { cause: error });
    }
  }

  /** Writes a notebook file with these cells, every editor open, and opens it. */
  async openCells(name: string, cells: readonly TestCell[]): Promise<void> {
    writeFileSync(fileOf(name), notebookText(name, cells));
    await this.open(name);
  }

  /** The cell at a place of the document, from 1. */
  cell(place: number): Locator {
    return this.frame.locator(".cell").nth(place - 1);
  }

  output(place: number): Locator {
    return this.cell(place).locator(".output");
  }

  /** The output of a cell by its id in the file: where a text has translations, places are not those that a reader counts. */
  outputOf(id: number): Locator {
    return this.frame.locator(`#cell-${id} .output`);
  }

  error(place: number): Locator {
    return this.cell(place).locator(".error");
  }

  editor(place: number): Locator {
    return this.cell(place).locator(".cm-content");
  }

  async expectStatus(place: number, status: string): Promise<void> {
    await expect(this.cell(place)).toHaveAttribute("data-status", status);
  }

  /** Replaces the source of a cell by typing over it. */
  async type(place: number, source: string): Promise<void> {
    await this.editor(place).click();
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.insertText(source);
  }

  async edit(place: number, source: string): Promise<void> {
    await this.type(place, source);
    await this.page.keyboard.press("Shift+Enter");
  }

  /**
   * Runs an edited cell that will hold the frame's thread, or be the end of its frame. The key is not waited for: the browser
   * may acknowledge it only when the thread is free again, or never.
   */
  async editEndless(place: number, source: string): Promise<void> {
    await this.type(place, source);
    this.page.keyboard.press("Shift+Enter").catch(() => {});
  }

  /** How often each cell has run, as told by the page's own reports. */
  async counts(): Promise<number[]> {
    return this.frame
      .locator(".cell")
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset.runs ?? 0)));
  }
}

export function fileOf(name: string): string {
  return join(process.env.YUHENG_NOTEBOOKS!, `${name}.html`);
}

/** What ships: the notebooks, and what lies beside them. */
const shipped = new Set(readdirSync(join(import.meta.dirname, "../../notebooks")));

/**
 * Removes what a test has put into the folder, notebooks and what lies beside them: every page of the next reads the whole list, and the
 * library runs each notebook that it has no figure of.
 */
function clearFolder(): void {
  const folder = process.env.YUHENG_NOTEBOOKS!;
  const added = readdirSync(folder).filter((name) => !shipped.has(name) && !name.startsWith(".yuheng"));
  for (const name of added) rmSync(join(folder, name), { recursive: true, force: true });
}

/** A page whose language service does not start: its editors work without help. */
function withoutLanguageService(): void {
  globalThis.Worker = class extends Worker {
    constructor(program: string | URL, options?: WorkerOptions) {
      if (options?.name === "yuheng-typing") throw new Error("This test goes without the language service.");
      super(program, options);
    }
  };
}

interface Fixtures {
  /**
   * Whether editors have the language service, which starts when one gets the focus and then takes as long as a whole test. Only what
   * is about its help has it.
   */
  readonly languageService: boolean;
  readonly workbench: Workbench;
  readonly errors: string[];
  readonly folder: undefined;
}

/** Every test runs with an eye on the wire: a request to anywhere but this machine fails it. */
export const test = base.extend<Fixtures>({
  languageService: [false, { option: true }],
  context: async ({ context, languageService }, use) => {
    if (!languageService) await context.addInitScript(withoutLanguageService);
    await use(context);
  },
  folder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what this needs, which is nothing
    async ({}, use) => {
      await use(undefined);
      clearFolder();
    },
    { auto: true },
  ],
  errors: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await watchPolicy(page, errors);
    await use(errors);
  },
  workbench: async ({ page, context, errors }, use) => {
    const strangers: string[] = [];
    context.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      const local = hostname === "localhost" || hostname === "127.0.0.1" || !/^(https?|wss?):$/.test(protocol);
      if (!local) strangers.push(request.url());
    });
    await use(new Workbench(page));
    expect(strangers, "requests that left this machine").toEqual([]);
    expect(errors, "errors of the page itself").toEqual([]);
  },
});
