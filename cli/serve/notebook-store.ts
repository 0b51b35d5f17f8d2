import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** A notebook on disk. The version is the hash of its text. */
export interface StoredNotebook {
  name: string;
  text: string;
  version: string;
  modified: string;
}

/** A save that would overwrite what somebody else has written. */
export class VersionConflict extends Error {
  readonly current: StoredNotebook | null;
  constructor(current: StoredNotebook | null) {
    super(current ? "The file has changed since it was opened." : "The file has been removed since it was opened.");
    this.current = current;
  }
}

/** The notebooks of one folder. Names cannot lead out of it; writes are atomic, and never overwrite a version unseen. */
export class NotebookStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async list(): Promise<StoredNotebook[]> {
    const files = await readdir(this.#folder).catch(() => [] as string[]);
    const names = files.filter((file) => file.endsWith(".html")).map((file) => file.slice(0, -".html".length));
    const notebooks = await Promise.all(names.filter(isName).map((name) => this.read(name)));
    return notebooks.filter((notebook) => notebook !== null).sort((a, b) => a.name.localeCompare(b.name));
  }

  async read(name: string): Promise<StoredNotebook | null> {
    const path = this.#path(name);
    const text = await readFile(path, "utf8").catch(() => null);
    if (text === null) return null;
    const { mtime } = await stat(path);
    return { name, text, version: versionOf(text), modified: mtime.toISOString() };
  }

  /** Writes a notebook whose version on disk is the given one (null: it must not exist). Throws VersionConflict. */
  async write(name: string, text: string, version: string | null): Promise<StoredNotebook> {
    const path = this.#path(name);
    const current = await this.read(name);
    if ((current?.version ?? null) !== version) throw new VersionConflict(current);
    await mkdir(this.#folder, { recursive: true });
    const temporary = join(this.#folder, `.${name}.${randomBytes(6).toString("hex")}.tmp`);
    try {
      const file = await open(temporary, "wx");
      try {
        await file.writeFile(text, "utf8");
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return (await this.read(name))!;
  }

  #path(name: string): string {
    if (!isName(name)) throw new RangeError(`“${name}” cannot be the name of a notebook.`);
    return join(this.#folder, `${name}.html`);
  }
}

/** Letters, digits, dashes and underscores of any script, no dot first, so that no name leads out of the folder. */
export function isName(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_ -]{0,119}$/u.test(name);
}

export function versionOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
