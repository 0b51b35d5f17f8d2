import { nearestName } from "../../lib/tool/nearest-name.ts";
import type { Progress } from "../runtime/state.ts";
import { untilAborted } from "./abort.ts";
import type { Catalogue, DatasetEntry } from "./catalogue.ts";
import { ImportedStore } from "./import/imported-store.ts";
import { unpackArrow } from "./packed-arrow.ts";

/** A dataset that cannot be had, as a sentence. */
export class DatasetError extends Error {
  override name = "DatasetError";
}

export interface CallOptions {
  signal?: AbortSignal;
  progress?: (progress: Progress) => void;
}

/** Where the catalogue and the files that it lists lie. Each answers as `fetch` does, or null where nobody answers. */
export interface DatasetSource {
  catalogue(): Promise<Catalogue | null>;
  file(entry: DatasetEntry): Promise<Response | null>;
  /** Whether what was imported into this browser belongs to it. */
  readonly takesImported: boolean;
  /** What is said of a file with another hash than its entry; left out, how a clone is mended. */
  differs?(entry: DatasetEntry, hash: string): string;
}

/** The catalogue and its files as they are served beside the page. */
function servedDatasets(
  base: URL,
  read: (address: URL) => Promise<Response> = (address) => fetch(address),
): DatasetSource {
  return {
    takesImported: true,
    catalogue: async () => {
      const response = await read(new URL("catalogue.json", base)).catch(() => null);
      return response?.ok ? response.json() : null;
    },
    file: ({ file }) => read(new URL(file, base)).catch(() => null),
  };
}

/** Reads the catalogue and the files it lists; every file is checked against its hash before anyone sees a byte. */
export class DatasetService {
  readonly #source: DatasetSource;
  readonly #files = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #imported: Pick<ImportedStore, "entries" | "read">;
  #catalogue: Promise<Catalogue> | null = null;

  /**
   * @param source where the files lie, or the address below which `catalogue.json` and they are served
   * @param read how an address is read; rejects, or answers with a status, where there is nothing
   */
  constructor(source: DatasetSource | URL, read?: (address: URL) => Promise<Response>) {
    this.#source = source instanceof URL ? servedDatasets(source, read) : source;
    this.#imported = this.#source.takesImported ? new ImportedStore() : nothingImported;
  }

  /** What ships, and after it what was imported into this browser. */
  async entries(): Promise<DatasetEntry[]> {
    this.#catalogue ??= this.#fetchCatalogue();
    try {
      const [{ datasets }, imported] = await Promise.all([this.#catalogue, this.#imported.entries()]);
      return [...datasets, ...imported];
    } catch (error) {
      this.#catalogue = null; // the next call tries again
      throw error;
    }
  }

  async entry(name: string): Promise<DatasetEntry> {
    const entries = await this.entries();
    const found = entries.find((entry) => entry.name === name);
    if (found) return found;
    const near = nearestName(
      name,
      entries.map((entry) => entry.name),
    );
    const hint = near ? ` Did you mean \`${near}\`?` : " The data panel lists what there is.";
    throw new DatasetError(`There is no dataset named \`${name}\`.${hint}`);
  }

  /** The bytes of a dataset, unpacked where its file is packed. They are shared: copy before transferring. */
  async load(name: string, { signal, progress }: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    const entry = await untilAborted(this.entry(name), signal);
    if (await this.#isImported(name)) return this.#readImported(name, signal);
    let file = this.#files.get(name);
    if (!file) {
      file = this.#fetchFile(entry, progress);
      this.#files.set(name, file);
      file.catch(() => this.#files.delete(name));
    }
    return untilAborted(file, signal);
  }

  /** The bytes of a dataset for the caller alone, to be transferred or changed. */
  async take(name: string, options: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.load(name, options);
    // An imported table can be half a gigabyte: it is read anew for each caller rather than kept and copied.
    return (await this.#isImported(name)) ? bytes : bytes.slice();
  }

  async #isImported(name: string): Promise<boolean> {
    const shipped = (await this.#catalogue)?.datasets.some((entry) => entry.name === name);
    return !shipped && (await this.#imported.entries()).some((entry) => entry.name === name);
  }

  async #readImported(name: string, signal: AbortSignal | undefined): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await untilAborted(this.#imported.read(name), signal);
    if (bytes) return bytes;
    throw new DatasetError(`The imported dataset \`${name}\` is no longer in the browser's storage: import it again.`);
  }

  async #fetchCatalogue(): Promise<Catalogue> {
    const catalogue = await this.#source.catalogue();
    if (!catalogue) {
      throw new DatasetError(
        "The catalogue of datasets (datasets/catalogue.json) could not be read. Is the server running?",
      );
    }
    return catalogue;
  }

  async #fetchFile(entry: DatasetEntry, progress?: (progress: Progress) => void): Promise<Uint8Array<ArrayBuffer>> {
    const response = await this.#source.file(entry);
    if (!response?.ok || !response.body) {
      const why = response ? `the server answered ${response.status}` : "the server could not be reached";
      throw new DatasetError(`The file of dataset \`${entry.name}\` (datasets/${entry.file}) is missing: ${why}.`);
    }
    const bytes = new Uint8Array(entry.bytes);
    const tooLong = new DatasetError(
      `The file of dataset \`${entry.name}\` (datasets/${entry.file}) is longer than the catalogue says (${entry.bytes} bytes). Run \`npm run datasets\` or restore the file.`,
    );
    let length = 0;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (length + value.length > bytes.length) throw tooLong;
      bytes.set(value, length);
      length += value.length;
      progress?.({ fraction: length / entry.bytes, message: `Loading ${entry.name}` });
    }
    const hash = await sha256(bytes.subarray(0, length));
    if (hash !== entry.sha256) {
      const said = this.#source.differs?.(entry, hash);
      throw new DatasetError(
        said ??
          `The file of dataset \`${entry.name}\` (datasets/${entry.file}) is not the one the catalogue describes: its SHA-256 is ${hash.slice(0, 12)}…, expected ${entry.sha256.slice(0, 12)}…. Run \`npm run datasets\` or restore the file.`,
      );
    }
    return entry.encoding ? unpackArrow(bytes) : bytes;
  }
}

const nothingImported = { entries: async () => [], read: async () => null };

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
