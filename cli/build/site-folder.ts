import { createHash } from "node:crypto";
import { mkdtemp, readdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readRegularText } from "../../kernel/headless/regular-file.ts";
import { isDraft, reasonOf, sweepDrafts, WriteError, writeWhole } from "../results/atomic-file.ts";
import { makeFolder } from "../results/made-folder.ts";
import type { SiteFile } from "./program-builds.ts";

/** The file that marks a folder as a site that was built here. It lists the site's files. */
const marker = "yuheng-site.json";

/** A folder that a site cannot be built into, as a sentence. */
export class FolderError extends Error {
  override name = "FolderError";
}

/** Prefix of the folder, within that of the site, in which a build collects its files. */
const STAGE_PREFIX = ".yuheng-building-";

/** When the files of a build appear: each as it is written, or all when the last is, because each needs others. */
export type Appearance = "each" | "together";

/**
 * The folder of a site. Foreign files are never overwritten: the folder must be empty or have our marker. Every file is
 * written to a temporary name and renamed, so that a kill or a full disk leaves whole files. Files that appear together are
 * collected in a folder of their own before, so that an earlier site stays as it was until the new one is complete.
 */
export class SiteFolder {
  readonly path: string;
  /** The folder that files are written to. */
  readonly #stage: string;
  /** Files of the previous build. */
  readonly #previous: ReadonlySet<string>;
  /** Files written by this build, with their hashes. */
  readonly #written = new Map<string, string>();
  /** Folders from which the drafts of a killed build are removed. */
  readonly #swept = new Set<string>();

  private constructor(path: string, stage: string, previous: ReadonlySet<string>) {
    this.path = path;
    this.#stage = stage;
    this.#previous = previous;
  }

  /** Rejects with FolderError if the folder has foreign files. */
  static async open(path: string, appearance: Appearance = "each"): Promise<SiteFolder> {
    const found = await readdir(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw new FolderError(
        error.code === "ENOTDIR"
          ? `${path} is a file: name a folder with --out.`
          : `${path} cannot be read: ${error.message}.`,
      );
    });
    // A build that is killed at its start leaves at most a draft of its marker, or an empty stage.
    const entries = found.filter((name) => !isDraft(name) && !name.startsWith(STAGE_PREFIX));
    const known = await readRegularText(join(path, marker)).catch(() => null);
    if (known === null && entries.length > 0) {
      throw new FolderError(
        `The folder ${path} holds ${entries.length} files that were not built here, such as ${entries[0]}. Nothing was written: name an empty folder with --out, or empty this one.`,
      );
    }
    const files = known === null ? [] : filesOf(known);
    const refuse = (error: NodeJS.ErrnoException): never => {
      throw new FolderError(`${path} could not be made: ${reasonOf(error)}.`);
    };
    await makeFolder(path).catch(refuse);
    await sweepDrafts(path);
    for (const name of found) {
      if (name.startsWith(STAGE_PREFIX)) await rm(join(path, name), { recursive: true, force: true });
    }
    const stage = appearance === "each" ? path : await mkdtemp(join(path, STAGE_PREFIX)).catch(refuse);
    const folder = new SiteFolder(path, stage, new Set(files));
    // Before anything else, so that the next build recognizes the folder even after a kill.
    await folder.#mark(files);
    return folder;
  }

  /** Writes a file. */
  async write({ address, content }: SiteFile): Promise<void> {
    const path = join(this.#stage, address);
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

  /** Lets the files appear, and removes those of an earlier build that this one did not write. Call it when all are written. */
  async finish(): Promise<void> {
    if (this.#isStaged) {
      // A kill while they appear leaves only files that the next build knows as the site's.
      await this.#mark([...new Set([...this.#previous, ...this.#written.keys()])]);
      // Pages last: what they need is there by then.
      const addresses = this.written;
      const isPage = (address: string) => address.endsWith(".html");
      for (const address of [...addresses.filter((each) => !isPage(each)), ...addresses.filter(isPage)]) {
        await this.#appear(address);
      }
      await rm(this.#stage, { recursive: true, force: true });
    }
    await this.#mark([...this.#written.keys()]);
    for (const address of this.#previous) {
      if (!this.#written.has(address)) await rm(join(this.path, address), { force: true });
    }
  }

  /**
   * Ends a build that did not finish, and says what it leaves. Files that have appeared are listed by the marker, with what was
   * there before; others are removed, and the folder, too, if it is new.
   */
  async abandon(): Promise<"pages" | "nothing"> {
    if (!this.#isStaged) {
      await this.#mark([...new Set([...this.#previous, ...this.#written.keys()])]);
      return this.written.some((address) => address.endsWith(".html")) ? "pages" : "nothing";
    }
    await rm(this.#stage, { recursive: true, force: true });
    if (this.#previous.size === 0) {
      await rm(join(this.path, marker), { force: true });
      await rmdir(this.path).catch(() => {});
    }
    return "nothing";
  }

  get #isStaged(): boolean {
    return this.#stage !== this.path;
  }

  async #appear(address: string): Promise<void> {
    const path = join(this.path, address);
    try {
      await makeFolder(dirname(path));
      await rename(join(this.#stage, address), path);
    } catch (error) {
      throw new WriteError(`${path} could not be written: ${reasonOf(error as NodeJS.ErrnoException)}.`);
    }
  }

  async #mark(files: readonly string[]): Promise<void> {
    const content = `${JSON.stringify({ builtBy: "yuheng", files: [...files].sort() }, null, 1)}\n`;
    // A name may look like markup, which a host that guesses the type of a file would take it for.
    await writeWhole(join(this.path, marker), content.replaceAll("<", "\\u003c"));
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
