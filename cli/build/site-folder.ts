import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDraft, reasonOf, sweepDrafts, writeWhole } from "../results/atomic-file.ts";
import type { SiteFile } from "./programs.ts";

/** The file by which a folder is known to be a site that was built here. It lists what belongs to it. */
const marker = "yuheng-site.json";

/** A folder that a site is not built into, as a sentence. */
export class FolderError extends Error {
  override name = "FolderError";
}

/**
 * The folder of a site. What was not built here is never overwritten: a folder is taken that is empty, or that carries our
 * marker. Every file is written beside its place and moved into it, so that a kill or a full disk leaves whole files.
 */
export class SiteFolder {
  readonly path: string;
  readonly #before: ReadonlySet<string>;
  /** Files written by this build, with their hashes. */
  readonly #written = new Map<string, string>();
  /** Folders from which what a killed build left half-written is gone. */
  readonly #swept = new Set<string>();

  private constructor(path: string, before: ReadonlySet<string>) {
    this.path = path;
    this.#before = before;
  }

  /** Rejects with FolderError where the folder holds something else. */
  static async open(path: string): Promise<SiteFolder> {
    const found = await readdir(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw new FolderError(
        error.code === "ENOTDIR"
          ? `${path} is a file: name a folder with --out.`
          : `${path} cannot be read: ${error.message}.`,
      );
    });
    // A build that is killed as it begins leaves no more than a draft of its marker.
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
    // Before anything else: what a kill leaves is known as ours the next time.
    await folder.#mark(files);
    return folder;
  }

  /** Writes a file unless the same name, which changes with the content, is there. */
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

  /** Takes away what an earlier build wrote and this one did not. Call it when everything stands. */
  async finish(): Promise<void> {
    await this.#mark([...this.#written.keys()]);
    for (const address of this.#before) {
      if (!this.#written.has(address)) await rm(join(this.path, address), { force: true });
    }
  }

  /** Where a build ends before its time: what it wrote is known as ours the next time, beside what was there. */
  async leave(): Promise<void> {
    await this.#mark([...new Set([...this.#before, ...this.#written.keys()])]);
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
