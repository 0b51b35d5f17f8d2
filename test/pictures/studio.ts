import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, BrowserContextOptions, Frame, Page } from "playwright";
import type { Preferences } from "../../app/preferences/preferences.ts";
import { type Bench, openBench } from "../bench/workbench.ts";
import { requireFinished } from "./finished.ts";

/** A page with a finished notebook. */
export interface OpenedNotebook {
  readonly page: Page;
  readonly frame: Frame;
}

/** The workbench as `npm start` serves it, and a browser that takes pictures of it. */
export class Studio {
  readonly #bench: Bench;

  private constructor(bench: Bench) {
    this.#bench = bench;
  }

  static async open(): Promise<Studio> {
    return new Studio(await openBench());
  }

  /** A browser window as a new reader has it, but for some preferences of the workbench. */
  async context(options: BrowserContextOptions, preferences: Partial<Preferences> = {}): Promise<BrowserContext> {
    const context = await this.#bench.browser.newContext({ reducedMotion: "reduce", ...options });
    const origin = new URL(this.#bench.address).origin;
    await context.addInitScript(
      ([own, text]) => {
        if (location.origin === own) localStorage.setItem("yuheng.preferences", text);
      },
      [origin, JSON.stringify(preferences)] as const,
    );
    return context;
  }

  /** Opens a notebook in a page of its own and waits until it is finished, with a figure in each of the cells named by id. */
  async notebook(context: BrowserContext, name: string, figures: readonly number[] = []): Promise<OpenedNotebook> {
    const yields = /\byield\b/.test(readFileSync(join(this.#bench.notebooks, `${name}.html`), "utf8"));
    const page = await context.newPage();
    await page.goto(`${this.#bench.address}#/n/${name}`, { waitUntil: "commit" });
    const element = await page.waitForSelector("yuheng-notebook-page iframe[sandbox]", {
      state: "attached",
      timeout: 60_000,
    });
    const frame = (await element.contentFrame())!;
    await frame.waitForSelector(".cell", { state: "attached", timeout: 60_000 });
    await requireFinished(page, frame, { figures, yields }).catch((error: Error) => {
      throw new Error(`The notebook ${name} is not finished. ${error.message}`);
    });
    return { page, frame };
  }

  async close(): Promise<void> {
    await this.#bench.close();
  }
}
