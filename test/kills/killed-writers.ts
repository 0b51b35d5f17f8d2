import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { NotebookStore } from "../../cli/serve/notebook-store.ts";
import { numberOf, textOf } from "./numbered-text.ts";

/** What was found after a number of kills. */
export interface KilledWriters {
  readonly kills: number;
  /** Saves that were acknowledged before their process was killed. */
  readonly acknowledged: number;
  /** Saves that were under way when their process was killed. */
  readonly interrupted: number;
  /** Files that the kills left behind and the next start removed. */
  readonly swept: number;
  /**
   * What must not be: a file that is no whole version, or older than one that was acknowledged; a version acknowledged
   * to two writers; a file left after the next start.
   */
  readonly faults: readonly string[];
}

/**
 * Two processes save the same notebooks of one folder, all at once. One is killed after a number of saves that `random` chooses; the
 * other must go on, and is killed too. After each kill the folder is looked at. `program` is the built `notebook-writer`.
 */
export async function killWriters(
  program: string,
  folder: string,
  kills: number,
  random: () => number,
): Promise<KilledWriters> {
  const names = ["one", "two", "three", "four"];
  const saved = new Map(names.map((name) => [name, 0]));
  const tried = new Map(names.map((name) => [name, 0]));
  const faults: string[] = [];
  const acknowledged = new Set<string>();
  let interrupted = 0;
  let swept = 0;
  let done = 0;
  const look = async (moment: string) => {
    for (const name of names) {
      const text = await readFile(join(folder, `${name}.html`), "utf8").catch(() => null);
      if (text === null) {
        if (saved.get(name)! > 0) faults.push(`${moment}: ${name} is gone`);
        continue;
      }
      const number = numberOf(text);
      if (text !== textOf(name, number)) faults.push(`${moment}: ${name} is no whole version`);
      if (number < saved.get(name)!) faults.push(`${moment}: ${name} is ${number}, saved was ${saved.get(name)}`);
    }
  };
  while (done < kills) {
    const writers = [new Writer(program, folder, names), new Writer(program, folder, names)];
    for (const writer of writers) {
      await writer.saves(1 + Math.floor(random() * 12));
      await writer.kill();
      for (const [name, number] of writer.saved) saved.set(name, Math.max(saved.get(name)!, number));
      for (const [name, number] of writer.tried) tried.set(name, Math.max(tried.get(name)!, number));
      for (const version of writer.versions) {
        if (acknowledged.has(version)) faults.push(`after kill ${done + 1}: ${version} was acknowledged twice`);
        acknowledged.add(version);
      }
      interrupted += names.filter((name) => (writer.tried.get(name) ?? 0) > (writer.saved.get(name) ?? 0)).length;
      // With the other still at work, a file may only be newer.
      await look(`after kill ${++done}`);
      if (done === kills) break;
    }
    await Promise.all(writers.map((writer) => writer.kill()));
    const hidden = async () => (await readdir(folder)).filter((file) => file.startsWith("."));
    const left = (await hidden()).length;
    await new NotebookStore(folder).sweep();
    const stays = await hidden();
    swept += left - stays.length;
    if (stays.length > 0) faults.push(`after kill ${done}: ${stays.join(", ")} stays after the next start`);
    await look(`after the start that followed kill ${done}`);
    for (const name of names) {
      const number = numberOf(await readFile(join(folder, `${name}.html`), "utf8").catch(() => textOf(name, 0)));
      if (number > tried.get(name)!) faults.push(`after kill ${done}: ${name} is ${number}, which nobody wrote`);
    }
  }
  return { kills: done, acknowledged: acknowledged.size, interrupted, swept, faults };
}

/** A running writer, and what it has said. */
class Writer {
  /** The newest of each notebook. */
  readonly saved = new Map<string, number>();
  readonly tried = new Map<string, number>();
  /** All that were acknowledged, as `name number`. */
  readonly versions: string[] = [];
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  #listening: (() => void) | undefined;
  #failure = "";
  #killed = false;

  constructor(program: string, folder: string, names: readonly string[]) {
    this.#process = spawn(process.execPath, [program, folder, ...names], { stdio: ["ignore", "pipe", "pipe"] });
    const lines = createInterface({ input: this.#process.stdout! });
    lines.on("line", (line) => {
      const [what, name = "", number] = line.split(" ");
      (what === "saved" ? this.saved : this.tried).set(name, Number(number));
      if (what === "saved") this.versions.push(`${name} ${number}`);
      this.#listening?.();
    });
    this.#process.stderr!.on("data", (text) => {
      this.#failure += text;
    });
    const spoken = new Promise<void>((resolve) => lines.on("close", resolve));
    const closed = new Promise<void>((resolve) => this.#process.on("close", () => resolve()));
    this.#ended = Promise.all([spoken, closed]).then(() => this.#listening?.());
  }

  /** Resolves when so many more saves are acknowledged than now. Rejects if it ends by itself. */
  async saves(more: number): Promise<void> {
    const wanted = this.versions.length + more;
    let ended = false;
    void this.#ended.then(() => {
      ended = true;
    });
    while (this.versions.length < wanted) {
      if (ended) throw new Error(`A writer ended by itself: ${this.#failure}`);
      await new Promise<void>((resolve) => {
        this.#listening = resolve;
      });
    }
  }

  async kill(): Promise<void> {
    if (!this.#killed) this.#process.kill("SIGKILL");
    this.#killed = true;
    await this.#ended;
    if (this.#failure) throw new Error(`A writer failed: ${this.#failure}`);
  }
}
