import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { chromiumLaunch } from "../chromium.ts";

/** What was found after a number of kills. */
export interface KilledBrowsers {
  readonly kills: number;
  /** Strokes that were typed a second and more before a kill. */
  readonly old: number;
  /** Of those typed later, how many were there again nevertheless, of how many. */
  readonly young: { readonly kept: number; readonly all: number };
  /** How old the oldest lost stroke was at the kill, in milliseconds; 0 where none was lost. */
  readonly oldestLost: number;
  /** What must not be: a lost stroke that was older than a second, a text that was never typed. */
  readonly faults: readonly string[];
  /** The browser's name and version. */
  readonly browser: string;
}

/** Nothing older is lost, in milliseconds. */
const PROMISED = 1000;

interface Stroke {
  readonly number: number;
  /** When the browser had taken it. */
  readonly time: number;
}

/**
 * Types into the first cell of a notebook, number after number, kills the browser with all its processes at moments that `random` chooses,
 * and opens it again with the same profile, whose text must hold all that was typed a second before.
 */
export async function killBrowsers(
  address: string,
  notebook: string,
  profile: string,
  kills: number,
  random: () => number,
  progress: (done: number) => void = () => {},
): Promise<KilledBrowsers> {
  const faults: string[] = [];
  let strokes: Stroke[] = [];
  let killed = 0;
  let [old, kept, young, oldestLost] = [0, 0, 0, 0];
  let last = 0;
  let version = "";
  for (let kill = 0; kill <= kills; ++kill) {
    const browser = await RealBrowser.start(profile);
    try {
      version = browser.version;
      const page = await browser.open(`${address}#/n/${notebook}`);
      const editor = page.frameLocator("yuheng-notebook-page iframe[sandbox]").locator(".cm-content").first();
      await editor.waitFor();
      const text = (await editor.innerText()).trim();
      const found = numbersOf(text);
      if (found.some((number, i) => number !== i + 1)) faults.push(`after kill ${kill}: “${text.slice(-60)}”`);
      const there = found.length;
      for (const { number, time } of strokes) {
        const age = killed - time;
        if (age >= PROMISED) ++old;
        else ++young;
        if (number <= there) kept += age >= PROMISED ? 0 : 1;
        else oldestLost = Math.max(oldestLost, age);
        if (number > there && age >= PROMISED)
          faults.push(`after kill ${kill}: ${number} is lost, ${age.toFixed(0)} ms old`);
      }
      if (there > last + 1) faults.push(`after kill ${kill}: ${there} was never typed`);
      progress(kill);
      if (kill === kills) break;
      await editor.click();
      await page.keyboard.press("Control+End");
      strokes = [];
      last = there;
      const ending = performance.now() + 300 + 2700 * random();
      while (performance.now() < ending) {
        await page.keyboard.insertText(` ${last + 1}`);
        strokes.push({ number: ++last, time: performance.now() });
        await new Promise((resolve) => setTimeout(resolve, 60 * random()));
      }
      killed = performance.now();
    } finally {
      await browser.kill();
    }
  }
  return { kills, old, young: { kept, all: young }, oldestLost, faults, browser: version };
}

function numbersOf(text: string): number[] {
  return Array.from(text.matchAll(/\d+/g), ([number]) => Number(number));
}

/** A browser whose processes are known, so that they can be killed. */
class RealBrowser {
  readonly #process: ChildProcess;
  readonly #browser: Browser;

  private constructor(process: ChildProcess, browser: Browser) {
    this.#process = process;
    this.#browser = browser;
  }

  static async start(profile: string): Promise<RealBrowser> {
    const { executablePath = chromium.executablePath(), args } = chromiumLaunch();
    const port = join(profile, "DevToolsActivePort");
    await rm(port, { force: true });
    const words = [...args, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
    const child = spawn(executablePath, words, { stdio: "ignore", detached: true });
    for (;;) {
      if (child.exitCode !== null) throw new Error(`The browser ended with ${child.exitCode}.`);
      const [line] = existsSync(port) ? (await readFile(port, "utf8")).split("\n") : [];
      if (line) return new RealBrowser(child, await chromium.connectOverCDP(`http://127.0.0.1:${line}`));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  get version(): string {
    return `Chromium ${this.#browser.version()}`;
  }

  async open(address: string): Promise<Page> {
    const [context] = this.#browser.contexts();
    const page = context!.pages()[0] ?? (await context!.newPage());
    await page.goto(address, { waitUntil: "commit" });
    return page;
  }

  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    process.kill(-this.#process.pid!, "SIGKILL");
    await ended;
    await this.#browser.close().catch(() => {});
  }
}
