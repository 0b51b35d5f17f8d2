import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { findDeclaredNames, findImportedNames } from "../../kernel/check/subject.ts";
import { parseNotebook } from "../../kernel/document/index.ts";

/** The notebooks of one folder, as far as they import from one another. Each file is read once. */
export class NotebookFolder {
  readonly #folder: string;
  readonly #names = new Map<string, Promise<ReadonlySet<string> | null>>();
  #taken: Promise<Map<string, Set<string>>> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The names that a notebook declares; null where there is none of this name. */
  namesOf(notebook: string): Promise<ReadonlySet<string> | null> {
    let names = this.#names.get(notebook);
    if (!names) {
      names = this.#read(`${notebook}.html`).then((text) =>
        text === null ? null : findDeclaredNames(parseNotebook(text)),
      );
      this.#names.set(notebook, names);
    }
    return names;
  }

  /** The names that the others of the folder import from a notebook. */
  async takenFrom(notebook: string): Promise<ReadonlySet<string>> {
    this.#taken ??= this.#findTaken();
    return (await this.#taken).get(notebook) ?? new Set();
  }

  async #findTaken(): Promise<Map<string, Set<string>>> {
    const all = new Map<string, Set<string>>();
    for (const file of await readdir(this.#folder).catch(() => [] as string[])) {
      const text = file.endsWith(".html") ? await this.#read(file) : null;
      // Most notebooks import nothing; those need not be compiled.
      if (text === null || !/\bimport\b/.test(text)) continue;
      for (const [name, names] of findImportedNames(parseNotebook(text))) {
        all.set(name, new Set([...(all.get(name) ?? []), ...names]));
      }
    }
    return all;
  }

  #read(file: string): Promise<string | null> {
    return readFile(join(this.#folder, file), "utf8").catch(() => null);
  }
}
