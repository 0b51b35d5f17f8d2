import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";
import type { Progress } from "../runtime/state.ts";
import { untilAborted } from "../workers/abort.ts";
import type { Catalogue, DatasetEntry } from "./catalogue.ts";
import type { ImportedStore } from "./import/imported-store.ts";
import { onceFor } from "./once-for.ts";

const texts = messages("services", {
  noDataset: {
    en: "There is no dataset named `{name}`. The data panel lists what there is.",
    zh: "没有名为 `{name}` 的数据集。“数据”面板列出了现有的数据集。",
  },
  noDatasetNear: {
    en: "There is no dataset named `{name}`. Did you mean `{near}`?",
    zh: "没有名为 `{name}` 的数据集。您是不是要用 `{near}`？",
  },
  loading: {
    en: "Loading {name}",
    zh: "正在载入 {name}",
  },
  importedDatasetGone: {
    en: "The imported dataset `{name}` is no longer in the browser's storage: import it again.",
    zh: "导入的数据集 `{name}` 已不在浏览器的存储中，请重新导入。",
  },
  noCatalogue: {
    en: "The catalogue of datasets (datasets/catalogue.json) could not be read. Is the server running?",
    zh: "无法读取数据目录（datasets/catalogue.json）。服务器是否在运行？",
  },
  serverAnswered: {
    en: "the server answered {status}",
    zh: "服务器返回 {status}",
  },
  serverUnreachable: {
    en: "the server could not be reached",
    zh: "无法连接服务器",
  },
  missingFile: {
    en: "The file of dataset `{name}` (datasets/{file}) is missing: {why}.",
    zh: "缺少数据集 `{name}` 的文件（datasets/{file}）：{why}。",
  },
  oversizedFile: {
    en: "The file of dataset `{name}` (datasets/{file}) is longer than the catalogue says ({bytes} bytes). Run `npm run datasets` or restore the file.",
    zh: "数据集 `{name}` 的文件（datasets/{file}）比数据目录所述的 {bytes} 字节更长。请运行 `npm run datasets` 或恢复该文件。",
  },
  hashMismatch: {
    en: "The file of dataset `{name}` (datasets/{file}) is not the one the catalogue describes: its SHA-256 is {found}…, expected {expected}…. Run `npm run datasets` or restore the file.",
    zh: "数据集 `{name}` 的文件（datasets/{file}）与数据目录所述不符：其 SHA-256 为 {found}…，应为 {expected}…。请运行 `npm run datasets` 或恢复该文件。",
  },
});

/** Thrown for a dataset that cannot be loaded. */
export class DatasetError extends Fault {
  override name = "DatasetError";
}

/** Thrown for a name without a dataset. */
export class UnknownDataset extends DatasetError {
  readonly asked: string;
  /** The nearest existing name. */
  readonly near: string | undefined;

  constructor(asked: string, near: string | undefined) {
    super(near === undefined ? texts.noDataset({ name: asked }) : texts.noDatasetNear({ name: asked, near }));
    this.asked = asked;
    this.near = near;
  }
}

export interface CallOptions {
  signal?: AbortSignal;
  progress?: (progress: Progress) => void;
}

/** The source of the catalogue and its files. Files are returned as by `fetch`, or null if the source is unreachable. */
export interface DatasetSource {
  catalogue(): Promise<Catalogue | null>;
  file(entry: DatasetEntry): Promise<Response | null>;
  /** The datasets imported into this browser, if they belong to this source. */
  readonly imported?: Pick<ImportedStore, "entries" | "read">;
  /** The message for a file whose hash differs from its entry; by default, how to repair a clone. */
  differs?(entry: DatasetEntry, hash: string): Message;
}

/** A file of a dataset; a packed one is unpacked by `unpackArrow`. */
export interface DatasetFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly packed: boolean;
}

/** Reads the catalogue and the files it lists; every file is verified by its hash before it is returned. */
export class DatasetService {
  readonly #source: DatasetSource;
  /** Verified files. */
  readonly #files = new Map<string, Promise<DatasetFile>>();
  readonly #unpacked = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #imported: NonNullable<DatasetSource["imported"]>;
  #catalogue: Promise<Catalogue> | null = null;

  constructor(source: DatasetSource) {
    this.#source = source;
    this.#imported = source.imported ?? nothingImported;
  }

  /** The shipped datasets, followed by those imported into this browser. */
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
    return entryNamed(await this.entries(), name);
  }

  /** The bytes of a dataset, unpacked if its file is packed. They are shared: copy before transferring. */
  async load(name: string, options: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    const { bytes, packed } = await this.file(name, options);
    if (!packed) return bytes;
    const unpacked = onceFor(this.#unpacked, name, () => unpack(bytes));
    return untilAborted(unpacked, options.signal);
  }

  /** The file of a dataset as it is stored. Its bytes are shared: copy before transferring. */
  async file(name: string, { signal, progress }: CallOptions = {}): Promise<DatasetFile> {
    const entry = await untilAborted(this.entry(name), signal);
    if (await this.#isImported(name)) return { bytes: await this.#readImported(name, signal), packed: false };
    const file = onceFor(this.#files, name, () => this.#fetchFile(entry, progress));
    return untilAborted(file, signal);
  }

  /** The same for the caller alone, who may transfer the bytes and, where it runs, unpack them. */
  async takeFile(name: string, options: CallOptions = {}): Promise<DatasetFile> {
    const file = await this.file(name, options);
    // An imported table can be half a gigabyte: it is read again for each caller rather than cached and copied.
    return (await this.#isImported(name)) ? file : { ...file, bytes: file.bytes.slice() };
  }

  async #isImported(name: string): Promise<boolean> {
    const shipped = (await this.#catalogue)?.datasets.some((entry) => entry.name === name);
    return !shipped && (await this.#imported.entries()).some((entry) => entry.name === name);
  }

  async #readImported(name: string, signal: AbortSignal | undefined): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await untilAborted(this.#imported.read(name), signal);
    if (bytes) return bytes;
    throw new DatasetError(texts.importedDatasetGone({ name }));
  }

  async #fetchCatalogue(): Promise<Catalogue> {
    const catalogue = await this.#source.catalogue();
    if (!catalogue) {
      throw new DatasetError(texts.noCatalogue());
    }
    return catalogue;
  }

  async #fetchFile(entry: DatasetEntry, progress?: (progress: Progress) => void): Promise<DatasetFile> {
    const response = await this.#source.file(entry);
    if (!response?.ok || !response.body) {
      const why = response ? texts.serverAnswered({ status: response.status }) : texts.serverUnreachable();
      throw new DatasetError(texts.missingFile({ name: entry.name, file: entry.file, why }));
    }
    const bytes = new Uint8Array(entry.bytes);
    const tooLong = new DatasetError(texts.oversizedFile({ name: entry.name, file: entry.file, bytes: entry.bytes }));
    let length = 0;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (length + value.length > bytes.length) throw tooLong;
      bytes.set(value, length);
      length += value.length;
      progress?.({ fraction: length / entry.bytes, message: texts.loading({ name: entry.name }) });
    }
    const hash = await sha256(bytes.subarray(0, length));
    if (hash !== entry.sha256) {
      throw new DatasetError(
        this.#source.differs?.(entry, hash) ??
          texts.hashMismatch({
            name: entry.name,
            file: entry.file,
            found: hash.slice(0, 12),
            expected: entry.sha256.slice(0, 12),
          }),
      );
    }
    return { bytes, packed: entry.encoding !== undefined };
  }
}

/** What queries need of datasets. */
export interface DatasetReader extends Pick<DatasetService, "entry" | "load"> {
  /** @param wanted names that a statement mentions */
  entries(wanted?: ReadonlySet<string>): Promise<DatasetEntry[]>;
}

/** Throws UnknownDataset. */
export function entryNamed(entries: readonly DatasetEntry[], name: string): DatasetEntry {
  const found = entries.find((entry) => entry.name === name);
  if (found) return found;
  const near = nearestName(
    name,
    entries.map((entry) => entry.name),
  );
  throw new UnknownDataset(name, near);
}

/** Loaded on demand, because few pages read a packed file. */
async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return (await import("./packed-arrow.ts")).unpackArrow(bytes);
}

const nothingImported = { entries: async () => [], read: async () => null };

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Browsers offer no digest to pages served over plain HTTP.
  if (!crypto.subtle) return new (await import("../values/sha-256.ts")).Sha256().add(bytes).hex();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
