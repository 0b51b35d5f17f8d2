import type { DatasetEntry } from "../services/catalogue.ts";
import { type CallOptions, type DatasetReader, entryNamed } from "../services/datasets.ts";
import type { AttachedTables } from "./attached-tables.ts";

/** The datasets of one notebook: those of the catalogue, and the tables in its own files. */
export class NotebookDatasets implements DatasetReader {
  readonly #shared: DatasetReader;
  readonly #own: AttachedTables;

  constructor(shared: DatasetReader, own: AttachedTables) {
    this.#shared = shared;
    this.#own = own;
  }

  /** @param wanted names for which the notebook's files are looked into */
  async entries(wanted?: ReadonlySet<string>): Promise<DatasetEntry[]> {
    const shared = await this.#shared.entries();
    const names = new Set(shared.map(({ name }) => name));
    // Most queries are of the catalogue's tables: these need no look at the files.
    if (wanted && [...wanted].every((name) => names.has(name))) return shared;
    const own = await this.#own.entries(wanted);
    return [...shared, ...own.filter(({ name }) => !names.has(name))];
  }

  async entry(name: string): Promise<DatasetEntry> {
    const shared = (await this.#shared.entries()).find((entry) => entry.name === name);
    return shared ?? (await this.#own.entry(name)) ?? entryNamed(await this.entries(), name);
  }

  async load(name: string, options: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    const isShared = (await this.#shared.entries()).some((entry) => entry.name === name);
    return (isShared ? null : await this.#own.load(name)) ?? this.#shared.load(name, options);
  }
}
