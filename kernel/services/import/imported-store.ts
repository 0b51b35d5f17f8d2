import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import { Sha256 } from "../../values/sha-256.ts";
import type { DatasetEntry } from "../catalogue.ts";

const said = messages("import", {
  noStorage: {
    en: "This browser gives the page no storage, so that an imported database cannot be kept.",
    zh: "浏览器没有为此页面提供存储空间，无法保留导入的数据库。",
  },
  storageFull: {
    en: "The browser's storage for this page is full: {title} could not be kept. Remove imported datasets, or free space on the disk.",
    zh: "浏览器为此页面提供的存储空间已满，无法保留 {title}。请移除已导入的数据集，或腾出磁盘空间。",
  },
});

const FOLDER = "imported-datasets";
const INDEX = "catalogue.json";
/** One import at a time writes, in whatever page: what no index names is swept away, and must not be someone else's half. */
const LOCK = "yuheng-imported-datasets";

/** Bytes written at once: the browser copies what it is given, and a column of a large table is a third of a gigabyte. */
const PIECE = 8 << 20;

/** A dataset to be stored: its entry, and its Arrow stream in parts. */
export interface StoredDataset {
  readonly entry: DatasetEntry;
  parts(): AsyncIterable<Uint8Array>;
}

/**
 * Imported datasets in the browser's own storage (OPFS): Arrow streams beside an index of their entries, so that the next
 * visit needs no file. Where the browser gives no storage there are none. Each writing has files of its own, and the index
 * is changed when all of them are whole: what was there before stays readable until then, and after an import that was
 * given up nothing of it is left.
 */
export class ImportedStore {
  async entries(): Promise<DatasetEntry[]> {
    const folder = await this.#folder(false);
    return folder ? this.#index(folder) : [];
  }

  /** The bytes of a dataset, the caller's own; null where it is not there. */
  async read(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const folder = await this.#folder(false);
    const entry = folder && (await this.#index(folder)).find((each) => each.name === name);
    const file = entry && (await folder.getFileHandle(entry.file).catch(() => null));
    return file ? new Uint8Array(await (await file.getFile()).arrayBuffer()) : null;
  }

  /** Stores datasets in place of those with the same names. `progress` hears of the share that is written. */
  async write(
    datasets: readonly StoredDataset[],
    progress: (share: number) => void = () => {},
  ): Promise<DatasetEntry[]> {
    return locked(async () => {
      const folder = await this.#folder(true);
      if (!folder) throw new Fault(said.noStorage());
      await sweep(folder, await this.#index(folder));
      const mark = crypto.randomUUID().slice(0, 8);
      const rows = datasets.reduce((sum, { entry }) => sum + entry.rows, 1);
      let done = 0;
      const written: DatasetEntry[] = [];
      try {
        for (const dataset of datasets) {
          written.push(await writeOne(folder, dataset, `${dataset.entry.name}.${mark}.arrow`));
          done += dataset.entry.rows;
          progress(done / rows);
        }
        const names = new Set(written.map(({ name }) => name));
        const others = (await this.#index(folder)).filter(({ name }) => !names.has(name));
        await writeIndex(folder, [...others, ...written]);
      } finally {
        await sweep(folder, await this.#index(folder));
      }
      return written;
    });
  }

  async remove(names: readonly string[]): Promise<void> {
    await locked(async () => {
      const folder = await this.#folder(false);
      if (!folder) return;
      const kept = (await this.#index(folder)).filter(({ name }) => !names.includes(name));
      await writeIndex(folder, kept);
      await sweep(folder, kept);
    });
  }

  /** Takes away what an import left that was given up. */
  async tidy(): Promise<void> {
    await locked(async () => {
      const folder = await this.#folder(false);
      if (folder) await sweep(folder, await this.#index(folder));
    });
  }

  async #index(folder: FileSystemDirectoryHandle): Promise<DatasetEntry[]> {
    const file = await folder.getFileHandle(INDEX).catch(() => null);
    if (!file) return [];
    try {
      return JSON.parse(await (await file.getFile()).text()) as DatasetEntry[];
    } catch {
      return [];
    }
  }

  async #folder(create: boolean): Promise<FileSystemDirectoryHandle | null> {
    try {
      const root = await navigator.storage.getDirectory();
      return await root.getDirectoryHandle(FOLDER, { create });
    } catch {
      return null;
    }
  }
}

async function writeOne(
  folder: FileSystemDirectoryHandle,
  { entry, parts }: StoredDataset,
  file: string,
): Promise<DatasetEntry> {
  const target = await (await folder.getFileHandle(file, { create: true })).createWritable();
  const sha = new Sha256();
  let bytes = 0;
  try {
    // Part by part: a large table is never held twice.
    for await (const part of parts()) {
      for (let at = 0; at < part.length; at += PIECE) {
        const piece = part.subarray(at, at + PIECE) as Uint8Array<ArrayBuffer>;
        await target.write(piece);
        sha.add(piece);
      }
      bytes += part.byteLength;
    }
    await target.close();
  } catch (error) {
    await target.abort().catch(() => {});
    if (error instanceof DOMException && error.name === "QuotaExceededError")
      throw new Fault(said.storageFull({ title: entry.title }));
    throw error;
  }
  return { ...entry, file, bytes, sha256: sha.hex() };
}

async function writeIndex(folder: FileSystemDirectoryHandle, entries: readonly DatasetEntry[]): Promise<void> {
  const target = await (await folder.getFileHandle(INDEX, { create: true })).createWritable();
  await target.write(JSON.stringify(entries));
  await target.close();
}

/** Removes the files that no entry names. One that is still held is left for the next time. */
async function sweep(folder: FileSystemDirectoryHandle, entries: readonly DatasetEntry[]): Promise<void> {
  const kept = new Set([INDEX, ...entries.map(({ file }) => file)]);
  const stray: string[] = [];
  for await (const name of folder.keys()) if (!kept.has(name)) stray.push(name);
  for (const name of stray) await folder.removeEntry(name).catch(() => {});
}

async function locked<T>(act: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(LOCK, act) : act();
}
