import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDraft, reasonOf, sweepDrafts, writeWhole } from "../results/atomic-file.ts";
import type { SiteFile } from "./programs.ts";

/** The file that marks a folder as a site that was built here. It lists the site's files. */
const marker = "yuheng-site.json";

/** A folder that a site cannot be built into, as a sentence. */
export class FolderError extends Error {
  override name = "FolderError";
}

/**
 * The folder of a site. Foreign files are never overwritten: the folder must be empty or have our marker. Every file is
 * written to a temporary name and renamed, so that a kill or a full disk leaves whole files.
 */
export class SiteFolder {
  readonly path: string;
  /** Files of the previous build. */
  readonly #previous: ReadonlySet<string>;
  /** Files written by this build, with their hashes. */
  readonly #written = new Map<string, string>();
  /** Folders from which the drafts of a killed build are removed. */
  readonly #swept = new Set<string>();

  private constructor(path: string, previous: ReadonlySet<string>) {
    this.path = path;
    this.#previous = previous;
  }

  /** Rejects with FolderError if the folder has foreign files. */
  static async open(path: string): Promise<SiteFolder> {
    const found = await readdir(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw new FolderError(
        error.code === "ENOTDIR"
          ? `${path} is a file: name a folder with --out.`
          : `${path} cannot be read: ${error.message}.`,
      );
    });
    // A build that is killed at its start leaves at most a draft of its marker.
    const entries = found.filter((name) => !isDraft(name));
    const known = await readFile(join(path, marker), "utf8").catch(() => null);
    if (known === null && entries.length > 0) {
      throw new FolderError(
        `The folder ${path} holds ${entries.length} files that were not built here, such as ${entries[0]}. Nothing was written: name an empty folder with --out, or empty this one.`,
      );
    }
    const files = known === null ? [] : filesOf(known);
    const folder = new SiteFolder(path, new Set(files));
    await mkdir(path, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      throw new FolderError(`${path} could not be made: ${reasonOf(error)}.`);
    });
    // Before anything else, so that the next build recognizes the folder even after a kill.
    await folder.#mark(files);
    return folder;
  }

  /** Writes a file. */
  async write({ address, content }: SiteFile): Promise<void> {
    const path = join(this.path, address);
    const parent = dirname(path);
    if (!this.#swept.has(parent)) {
      this.#swept.add(parent);
      await sweepDrafts(parent);
    }
    await writeWhole(path, content);
    this.#written.set(address, createHash("sha256").update(content).digest("hex"));
  }

  get written(): readonly string[] {
    return [...this.#written.keys()].sort();
  }

  /** Changes when any of the files does. */
  fingerprint(): string {
    const lines = this.written.map((address) => `${address} ${this.#written.get(address)}`);
    return createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
  }

  /** Removes the files of an earlier build that this one did not write. Call it when everything is written. */
  async finish(): Promise<void> {
    await this.#mark([...this.#written.keys()]);
    for (const address of this.#previous) {
      if (!this.#written.has(address)) await rm(join(this.path, address), { force: true });
    }
  }

  /** Ends a build that did not finish: the marker lists what it wrote and what was there before. */
  async abandon(): Promise<void> {
    await this.#mark([...new Set([...this.#previous, ...this.#written.keys()])]);
  }

  async #mark(files: readonly string[]): Promise<void> {
    await this.write({
      address: marker,
      content: `${JSON.stringify({ builtBy: "yuheng", files: [...files].sort() }, null, 1)}\n`,
    });
    this.#written.delete(marker);
  }
}

function filesOf(text: string): string[] {
  try {
    const { files } = JSON.parse(text) as { files?: unknown };
    return Array.isArray(files)
      ? files.filter((file) => typeof file === "string" && !/(^|\/)\.\.(\/|$)|^\//.test(file))
      : [];
  } catch {
    return [];
  }
}
