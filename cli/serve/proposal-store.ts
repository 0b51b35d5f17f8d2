import { createHash } from "node:crypto";
import { readdir, realpath, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type ProposalResults,
  type ProposedVersion,
  proposalResultsSchema,
  proposedVersionSchema,
} from "../../kernel/document/proposed-version.ts";
import { foldName } from "../../kernel/notebook/notebook-name.ts";
import { writeWhole } from "../results/atomic-file.ts";
import { openConfined } from "./confined-file.ts";
import { isName, MAX_NOTEBOOK_BYTES } from "./notebook-store.ts";
import { isAbandoned, newProcessName } from "./process-name.ts";

/** A proposal has two texts, and JSON may double their bytes. */
const MOST_BYTES = 4 * MAX_NOTEBOOK_BYTES;

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

  /** The version that is proposed for a notebook; null if there is none. */
  async read(name: string): Promise<ProposedVersion | null> {
    const proposed = proposedVersionSchema.safeParse(await this.#json(proposalOf(name)));
    // Whoever has written something else, it is no proposal.
    return proposed.success ? proposed.data : null;
  }

  /** What came of a proposed version on a copy; null if a person has not run it, or does not tell. */
  async results(name: string, version: string): Promise<ProposalResults | null> {
    const results = proposalResultsSchema.safeParse(await this.#json(resultsOf(name)));
    return results.success && results.data.version === version ? results.data : null;
  }

  /** Tells the results of the version that is proposed now; others are dropped. */
  async tell(name: string, results: ProposalResults): Promise<void> {
    if ((await this.read(name))?.version !== results.version) return;
    await writeWhole(join(this.#folder, resultsOf(name)), JSON.stringify(results));
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
    await writeWhole(join(this.#folder, proposalOf(name)), JSON.stringify(proposed));
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
