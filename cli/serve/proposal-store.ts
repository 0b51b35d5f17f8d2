import { createHash } from "node:crypto";
import { readdir, realpath, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { foldName } from "../../kernel/document/notebook-name.ts";
import {
  type ProposalResults,
  type ProposedVersion,
  proposalResultsSchema,
  proposedVersionSchema,
} from "../../kernel/document/proposed-version.ts";
import { writeWhole } from "../results/atomic-file.ts";
import { openConfined } from "./confined-file.ts";
import { isName, MAX_NOTEBOOK_BYTES } from "./notebook-store.ts";
import { isProof, proofOf } from "./origin-proof.ts";
import { isAbandoned, newProcessName } from "./process-name.ts";

/** A proposal has two texts, and JSON, twice over, may double their bytes twice. */
const MOST_BYTES = 8 * MAX_NOTEBOOK_BYTES;

/** What is written, and the proof that a process of this user has written it under this name. */
const sealed = z.object({ content: z.string(), proof: z.string() });

/**
 * Which notebooks of a folder are open in a workbench, and the versions that programs propose for them. Both are hidden files of the
 * folder, because the programs that serve the workbench and that propose are different processes.
 */
export class ProposalStore {
  readonly #folder: string;
  /** Names this process in the marks of open notebooks. */
  readonly #process = newProcessName();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Marks a notebook as open in the workbench that this process serves. */
  async open(name: string): Promise<void> {
    await writeFile(join(this.#folder, this.#markOf(name)), "");
  }

  async close(name: string): Promise<void> {
    await rm(join(this.#folder, this.#markOf(name)), { force: true });
  }

  /** Whether a workbench has the notebook open. Marks of processes that have ended do not count, and are removed. */
  async isOpen(name: string): Promise<boolean> {
    const files = await readdir(this.#folder).catch(() => [] as string[]);
    const begin = `${stemOf(name)}-`;
    for (const file of files.filter((each) => each.startsWith(begin) && each.endsWith(".open"))) {
      const path = join(this.#folder, file);
      const found = await stat(path).catch(() => null);
      if (!found) continue;
      if (!isAbandoned(file.slice(begin.length, -".open".length), Date.now() - found.mtimeMs)) return true;
      await rm(path, { force: true });
    }
    return false;
  }

  /** The version that is proposed for a notebook; null if there is none that a program of this user has written. */
  async read(name: string): Promise<ProposedVersion | null> {
    return this.#proven(proposalOf(name), proposedVersionSchema);
  }

  /** Whether there is a file of a proposal for a notebook: one that is not read came with the folder. */
  async isThere(name: string): Promise<boolean> {
    return (await stat(join(this.#folder, proposalOf(name))).catch(() => null)) !== null;
  }

  /** What came of a proposed version on a copy; null if a person has not run it, or does not tell. */
  async results(name: string, version: string): Promise<ProposalResults | null> {
    const results = await this.#proven(resultsOf(name), proposalResultsSchema);
    return results?.version === version ? results : null;
  }

  /** Tells the results of the version that is proposed now; others are dropped. */
  async tell(name: string, results: ProposalResults): Promise<void> {
    if ((await this.read(name))?.version !== results.version) return;
    await this.#prove(resultsOf(name), results);
  }

  /** What a program of this user has written into a file; null for what came with the folder, or is something else. */
  async #proven<T>(file: string, schema: z.ZodMiniType<T>): Promise<T | null> {
    const written = sealed.safeParse(await this.#json(file));
    if (!written.success || !isProof(written.data.proof, `${file}\n${written.data.content}`)) return null;
    try {
      return schema.safeParse(JSON.parse(written.data.content)).data ?? null;
    } catch {
      return null;
    }
  }

  async #prove(file: string, value: ProposedVersion | ProposalResults): Promise<void> {
    const content = JSON.stringify(value);
    await writeWhole(join(this.#folder, file), JSON.stringify({ content, proof: proofOf(`${file}\n${content}`) }));
  }

  async #json(file: string): Promise<unknown> {
    const root = await realpath(this.#folder).catch(() => null);
    const handle = root === null ? null : await openConfined(root, file);
    if (!handle) return null;
    try {
      return (await handle.stat()).size > MOST_BYTES ? null : JSON.parse(await handle.readFile("utf8"));
    } catch {
      return null;
    } finally {
      await handle.close();
    }
  }

  /** Proposes a version in the place of one that was proposed before. Rejects with WriteError. */
  async propose(name: string, proposed: ProposedVersion): Promise<void> {
    await this.#prove(proposalOf(name), proposed);
  }

  /** Removes a proposal that a person has decided on, unless another has come meanwhile. */
  async decide(name: string, version: string): Promise<void> {
    if ((await this.read(name))?.version !== version) return;
    for (const file of [proposalOf(name), resultsOf(name)]) await rm(join(this.#folder, file), { force: true });
  }

  #markOf(name: string): string {
    return `${stemOf(name)}-${this.#process}.open`;
  }
}

function proposalOf(name: string): string {
  return `${stemOf(name)}.proposal`;
}

function resultsOf(name: string): string {
  return `${stemOf(name)}.results`;
}

/** Names that differ only in case may be one notebook. */
function stemOf(name: string): string {
  const key = isName(name) ? foldName(name) : "";
  return `.yuheng-${createHash("sha256").update(key).digest("hex").slice(0, 16)}`;
}
