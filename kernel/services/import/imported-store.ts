import { importedInventoriesDataset } from "../../../lib/lifecycle/resource/dataset-names.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import { Sha256 } from "../../values/sha-256.ts";
import type { DatasetEntry } from "../catalogue.ts";

const texts = messages("import", {
  noStorage: {
    en: "This browser does not allow storage for this page, so an imported database cannot be kept.",
    zh: "浏览器没有为此页面提供存储空间，无法保留导入的数据库。",
  },
  storageFull: {
    en: "The browser's storage for this page is full: {title} could not be kept. Remove imported datasets, or free space on the disk.",
    zh: "浏览器为此页面提供的存储空间已满，无法保留 {title}。请移除已导入的数据集，或腾出磁盘空间。",
  },
});

const FOLDER = "imported-datasets";
const INDEX = "catalogue.json";
/** Only one import at a time may write, across pages, because files without an index entry are removed. */
const LOCK = "yuheng-imported-datasets";

/** Bytes per write: the browser copies its input, and a column of a large table is a third of a gigabyte. */
const PIECE = 8 << 20;

/** A dataset to be stored: its entry, and its Arrow stream in parts. */
export interface StoredDataset {
  readonly entry: DatasetEntry;
  parts(): AsyncIterable<Uint8Array>;
}

/**
 * Imported datasets in the browser's storage (OPFS): Arrow streams and an index of their entries, so that the next visit needs
 * no file. Without browser storage there are none. Each write creates new files, and the index is updated when all of them are
 * complete: until then the previous datasets stay readable, and a cancelled import leaves nothing.
 */
export class ImportedStore {
  /** The datasets, and behind them the list of the inventories among them. */
  async entries(): Promise<DatasetEntry[]> {
    const folder = await this.#folder(false);
    const entries = folder ? await this.#index(folder) : [];
    const list = await listOf(entries);
    return list ? [...entries, list.entry] : entries;
  }

  /** A private copy of the bytes of a dataset; null if it does not exist. */
  async read(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const folder = await this.#folder(false);
    const entries = folder ? await this.#index(folder) : [];
    const entry = entries.find((each) => each.name === name);
    if (!folder || !entry) {
      const list = name === importedInventoriesDataset ? await listOf(entries) : null;
      return list ? list.bytes() : null;
    }
    const file = await folder.getFileHandle(entry.file).catch(() => null);
    return file ? new Uint8Array(await (await file.getFile()).arrayBuffer()) : null;
  }

  /** Stores datasets, replacing those with the same names. `progress` is called with the written share. */
  async write(
    datasets: readonly StoredDataset[],
    progress: (share: number) => void = () => {},
  ): Promise<DatasetEntry[]> {
    return withLock(async () => {
      const folder = await this.#folder(true);
      if (!folder) throw new Fault(texts.noStorage());
      await sweep(folder, await this.#index(folder));
      const suffix = crypto.randomUUID().slice(0, 8);
      const rows = datasets.reduce((sum, { entry }) => sum + entry.rows, 1);
      let done = 0;
      const written: DatasetEntry[] = [];
      try {
        for (const dataset of datasets) {
          written.push(await writeOne(folder, dataset, `${dataset.entry.name}.${suffix}.arrow`));
          done += dataset.entry.rows;
          progress(done / rows);
        }
        const names = new Set(written.map(({ name }) => name));
        const inventories = new Set(written.flatMap(({ imported }) => imported?.inventory?.name ?? []));
        // An inventory may have had datasets that it has no more, such as impact methods.
        const others = (await this.#index(folder)).filter(
          ({ name, imported }) => !names.has(name) && !inventories.has(imported?.inventory?.name ?? ""),
        );
        await writeIndex(folder, [...others, ...written]);
      } finally {
        await sweep(folder, await this.#index(folder));
      }
      return written;
    });
  }

  async remove(names: readonly string[]): Promise<void> {
    await withLock(async () => {
      const folder = await this.#folder(false);
      if (!folder) return;
      const kept = (await this.#index(folder)).filter(({ name }) => !names.includes(name));
      await writeIndex(folder, kept);
      await sweep(folder, kept);
    });
  }

  /** Removes the files of a cancelled import. */
  async tidy(): Promise<void> {
    await withLock(async () => {
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

/** The list of inventories is made of the entries, so that it cannot contradict them. Its code is loaded where there are any. */
async function listOf(entries: readonly DatasetEntry[]) {
  const known = entries.flatMap(({ imported }) => imported?.inventory ?? []);
  return known.length === 0 ? null : (await import("./inventory-list.ts")).inventoryList(known);
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
    // Part by part, so that a large table is never in memory twice.
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
      throw new Fault(texts.storageFull({ title: entry.title }));
    throw error;
  }
  return { ...entry, file, bytes, sha256: sha.hex() };
}

async function writeIndex(folder: FileSystemDirectoryHandle, entries: readonly DatasetEntry[]): Promise<void> {
  const target = await (await folder.getFileHandle(INDEX, { create: true })).createWritable();
  await target.write(JSON.stringify(entries));
  await target.close();
}

/** Removes the files without an entry. A file that is still locked is left for the next time. */
async function sweep(folder: FileSystemDirectoryHandle, entries: readonly DatasetEntry[]): Promise<void> {
  const kept = new Set([INDEX, ...entries.map(({ file }) => file)]);
  const stray: string[] = [];
  for await (const name of folder.keys()) if (!kept.has(name)) stray.push(name);
  for (const name of stray) await folder.removeEntry(name).catch(() => {});
}

async function withLock<T>(act: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(LOCK, act) : act();
}
