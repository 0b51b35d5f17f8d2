import { readdir, realpath, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type AssistantRight, assistantRightSchema } from "../../kernel/document/assistant-right.ts";
import { writeWhole } from "../results/atomic-file.ts";
import { openConfined } from "./confined-file.ts";
import { isProof, proofOf } from "./origin-proof.ts";
import { isAbandoned, isOwnName, newProcessName } from "./process-name.ts";

const PREFIX = ".yuheng-assistant-";
const MOST_BYTES = 10_000;

/**
 * What the assistants of a folder may do besides reading and proposing: run notebooks with the rights of the person, and see what
 * proposals give. Each connection has a hidden file, because the programs that ask and that serve the workbench are different
 * processes; only the workbench, where a person decides, writes that one is allowed.
 */
export class AssistantStore {
  readonly #folder: string;
  /** Names the connection of this process. */
  readonly id = newProcessName();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What this connection may; null if it has not asked yet. */
  async state(): Promise<AssistantRight["state"] | null> {
    return (await this.#read(this.id))?.state ?? null;
  }

  /** Asks the person for the right, on behalf of a notebook. What was decided stands. Rejects with WriteError. */
  async ask(notebook: string): Promise<void> {
    if ((await this.state()) === null) await this.#write({ id: this.id, state: "asked", notebook });
  }

  /** Gives the right that the person gave with the command. Rejects with WriteError. */
  async allow(): Promise<void> {
    await this.#write({ id: this.id, state: "allowed", notebook: "" });
  }

  /** The assistants that have asked, in this process or another of this user. Those that have ended are removed. */
  async list(): Promise<AssistantRight[]> {
    const files = await readdir(this.#folder).catch(() => [] as string[]);
    const rights: AssistantRight[] = [];
    for (const file of files.filter((each) => each.startsWith(PREFIX)).sort()) {
      const id = file.slice(PREFIX.length);
      const path = join(this.#folder, file);
      const found = await stat(path).catch(() => null);
      if (!found) continue;
      if (isAbandoned(id, Date.now() - found.mtimeMs)) await rm(path, { force: true });
      else if (isOwnName(id)) rights.push(...[await this.#read(id)].filter((right) => right !== null));
    }
    return rights;
  }

  /** How many files say what assistants may that no program of this user has written: they came with the folder, and give nothing. */
  async countForeign(): Promise<number> {
    const files = await readdir(this.#folder).catch(() => [] as string[]);
    let count = 0;
    for (const id of files.filter((each) => each.startsWith(PREFIX)).map((each) => each.slice(PREFIX.length))) {
      if (!isOwnName(id) || (await this.#read(id).catch(() => null)) === null) ++count;
    }
    return count;
  }

  /** What the person has decided on one that has asked. */
  async decide(id: string, may: boolean): Promise<void> {
    const right = isOwnName(id) ? await this.#read(id) : null;
    if (right) await this.#write({ ...right, state: may ? "allowed" : "refused" });
  }

  /** The connection of this process has ended. */
  async end(): Promise<void> {
    await rm(this.#pathOf(this.id), { force: true });
  }

  async #read(id: string): Promise<AssistantRight | null> {
    if (!assistantRightSchema.shape.id.safeParse(id).success) return null;
    const root = await realpath(this.#folder).catch(() => null);
    const handle = root === null ? null : await openConfined(root, `${PREFIX}${id}`);
    if (!handle) return null;
    try {
      if ((await handle.stat()).size > MOST_BYTES) return null;
      const kept = JSON.parse(await handle.readFile("utf8"));
      const right = assistantRightSchema.parse(kept);
      return right.id === id && isProof(String(kept.proof), proven(right)) ? right : null;
    } catch {
      return null;
    } finally {
      await handle.close();
    }
  }

  async #write(right: AssistantRight): Promise<void> {
    await writeWhole(this.#pathOf(right.id), JSON.stringify({ ...right, proof: proofOf(proven(right)) }));
  }

  #pathOf(id: string): string {
    return join(this.#folder, `${PREFIX}${id}`);
  }
}

/** What the proof of a right says: all of it. An assistant that can write files of the folder must not allow itself anything. */
function proven({ id, state, notebook }: AssistantRight): string {
  return JSON.stringify(["assistant", id, state, notebook]);
}
