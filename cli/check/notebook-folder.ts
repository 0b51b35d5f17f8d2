import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { findDeclaredNames, findImportedNames } from "../../kernel/check/subject.ts";
import { parseNotebook } from "../../kernel/document/index.ts";
import { readRegularText } from "../../kernel/headless/regular-file.ts";

/** The imports between the notebooks of one folder. Each file is read once. */
export class NotebookFolder {
  readonly #folder: string;
  readonly #names = new Map<string, Promise<ReadonlySet<string> | null>>();
  #imported: Promise<Map<string, Set<string>>> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The names that a notebook declares; null if there is no such notebook. */
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

  /** The names that other notebooks of the folder import from a notebook. */
  async importedFrom(notebook: string): Promise<ReadonlySet<string>> {
    this.#imported ??= this.#findImported();
    return (await this.#imported).get(notebook) ?? new Set();
  }

  async #findImported(): Promise<Map<string, Set<string>>> {
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
    return readRegularText(join(this.#folder, file)).catch(() => null);
  }
}
