import { createHash } from "node:crypto";
import { existsSync, lstatSync, realpathSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Catalogue, DatasetEntry } from "../../kernel/services/catalogue.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { root } from "../installation/root.ts";
import { FileRefused, openConfined } from "./confined-file.ts";

const texts = messages("server", {
  missing: {
    en: "There is no dataset file {file}",
    zh: "没有数据集文件 {file}",
  },
  withoutName: {
    en: "Dataset {place} of {catalogue} has no `name` of small letters, digits and _, as a table of the database needs.",
    zh: "{catalogue} 的第 {place} 个数据集没有可用的 `name`：数据库的表名只能由小写字母、数字和 _ 组成。",
  },
  withoutFile: {
    en: "Dataset {place} of {catalogue} has no `file` in the catalogue's folder that ends in .arrow or .json.",
    zh: "{catalogue} 的第 {place} 个数据集没有可用的 `file`：文件须与目录同在一处，以 .arrow 或 .json 结尾。",
  },
  refusedFile: {
    en: "Dataset {place} of {catalogue}: {reason}",
    zh: "{catalogue} 的第 {place} 个数据集：{reason}",
  },
  absentFile: {
    en: "Dataset {place} of {catalogue}: there is no file {file}.",
    zh: "{catalogue} 的第 {place} 个数据集：没有文件 {file}。",
  },
  notArrow: {
    en: "Dataset {place} of {catalogue}: {file} is not an Arrow file.",
    zh: "{catalogue} 的第 {place} 个数据集：{file} 不是 Arrow 文件。",
  },
  repeatedDataset: {
    en: "The dataset `{name}` of {folder} has the name or the file of another (`{other}`, {file}). Give it its own.",
    zh: "{folder} 的数据集 `{name}` 与另一数据集（`{other}`，{file}）同名或同用一个文件。请另取名称或文件。",
  },
  linkedFolder: {
    en: "The folder {folder} is a link. Links are not followed; put the folder itself in its place.",
    zh: "文件夹 {folder} 是链接。服务器不会跟随链接；请改为放置文件夹本身。",
  },
  unreadableCatalogue: {
    en: "The catalogue {path} cannot be read: {why}.",
    zh: "无法读取目录 {path}：{why}。",
  },
  catalogueWithoutList: {
    en: "The catalogue {path} has no list `datasets`.",
    zh: "目录 {path} 中没有列表 `datasets`。",
  },
  missingDatasetFile: {
    en: "There is no dataset file {file}.",
    zh: "没有数据集文件 {file}。",
  },
});

/** A catalogue that cannot be read or conflicts with another, as a sentence. */
export class CatalogueError extends Fault {
  override name = "CatalogueError";
  /** A command ends with it as with any wrong input. */
  readonly exitCode = 2;
}

/** Files that may be served as datasets. */
export const datasetFile = /^[\w-]+\.(arrow|packed|json)$/;

/** Files with a notice that must accompany every copy of a dataset (`notice` of its entry). */
export const noticeFile = /^[\w-]+\.LICENCE\.txt$/;

/**
 * The datasets of one or more folders, each with its own `catalogue.json`, as one catalogue. The first folder has the shipped
 * datasets; the others are a user's own, whose entries may omit what can be read from the file.
 */
export class DatasetFolders {
  readonly folders: readonly string[];
  readonly #catalogues = new Map<string, Promise<readonly DatasetEntry[]>>();
  /** Their real paths at the start: a link that replaces a folder later is not followed. */
  readonly #roots: ReadonlyMap<string, string>;

  constructor(folders: readonly string[]) {
    this.folders = folders;
    this.#roots = new Map(folders.map((folder) => [folder, existsSync(folder) ? realpathSync(folder) : folder]));
  }

  /** The merged catalogue; those of a user's own folders are read again each time. Rejects with CatalogueError. */
  async catalogue(): Promise<Catalogue> {
    const all: DatasetEntry[] = [];
    for (const [i, folder] of this.folders.entries()) {
      for (const entry of await this.#read(folder, i > 0)) {
        const same = all.find(({ name, file }) => name === entry.name || file === entry.file);
        if (same) {
          throw new CatalogueError(
            texts.repeatedDataset({ name: entry.name, folder, other: same.name, file: same.file }),
          );
        }
        all.push(entry);
      }
    }
    return { version: 1, datasets: all };
  }

  /** The path of a file that a catalogue names; one that none names is looked for in the first folder. */
  async find(file: string): Promise<string> {
    return join(await this.#folderOf(file), file);
  }

  /** Opens a file; null if there is none. Rejects with FileRefused for anything but a file of its folder, such as a link. */
  async open(file: string): Promise<FileHandle | null> {
    return this.#open(await this.#folderOf(file), file);
  }

  /** Reads a file. Rejects with CatalogueError if there is none, and with FileRefused. */
  read(file: string): Promise<Buffer> {
    return readFrom((name) => this.open(name), file);
  }

  async #folderOf(file: string): Promise<string> {
    for (const folder of this.folders.slice(1)) {
      if ((await this.#read(folder, true)).some((entry) => entry.file === file)) return folder;
    }
    return this.folders[0]!;
  }

  #open(folder: string, file: string): Promise<FileHandle | null> {
    return openConfined(this.#roots.get(folder)!, file);
  }

  #read(folder: string, isOwn: boolean): Promise<readonly DatasetEntry[]> {
    const known = isOwn ? undefined : this.#catalogues.get(folder);
    if (known) return known;
    const reading = readCatalogue(folder, isOwn, (file) => this.#open(folder, file));
    this.#catalogues.set(folder, reading);
    return reading;
  }
}

/** The folder of the datasets that ship. */
const shipped = join(root, "datasets");

/** The datasets of a folder of notebooks: those that ship, and those of its folder `datasets` if it has a catalogue. */
export function findDatasets(folder: string): DatasetFolders {
  const own = resolve(folder, "datasets");
  if (lstatSync(own, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new CatalogueError(texts.linkedFolder({ folder: own }));
  }
  return new DatasetFolders(own !== shipped && existsSync(join(own, "catalogue.json")) ? [shipped, own] : [shipped]);
}

/** Opens a file of a folder; null if there is none. */
type Open = (file: string) => Promise<FileHandle | null>;

async function readCatalogue(folder: string, isOwn: boolean, open: Open): Promise<DatasetEntry[]> {
  const path = join(folder, "catalogue.json");
  let entries: unknown;
  try {
    entries = (JSON.parse((await readFrom(open, "catalogue.json")).toString("utf8")) as { datasets?: unknown })
      .datasets;
  } catch (error) {
    const isMissing = error instanceof CatalogueError;
    const why = isMissing ? texts.missing({ file: "catalogue.json" }) : (error as Error).message.replace(/\.$/, "");
    throw new CatalogueError(texts.unreadableCatalogue({ path, why }));
  }
  if (!Array.isArray(entries)) throw new CatalogueError(texts.catalogueWithoutList({ path }));
  return isOwn ? Promise.all(entries.map((entry: unknown, i) => completeEntry(entry, i, folder, open))) : entries;
}

/** Completes an entry of a user's own catalogue: its name and file are required, the rest is read from the file or left empty. */
async function completeEntry(given: unknown, place: number, folder: string, open: Open): Promise<DatasetEntry> {
  const entry = (given ?? {}) as Partial<DatasetEntry>;
  const where = { place: place + 1, catalogue: join(folder, "catalogue.json") };
  const { name, file } = entry;
  if (typeof name !== "string" || !/^[a-z_]\w*$/.test(name)) {
    throw new CatalogueError(texts.withoutName(where));
  }
  if (typeof file !== "string" || !datasetFile.test(file)) {
    throw new CatalogueError(texts.withoutFile(where));
  }
  const bytes = await readFrom(open, file).catch((error: Error) => {
    if (error instanceof FileRefused) throw new CatalogueError(texts.refusedFile({ ...where, reason: error.said }));
    throw new CatalogueError(texts.absentFile({ ...where, file: join(folder, file) }));
  });
  const described = () =>
    describeArrow(bytes, file).catch((error: unknown) => {
      // An Arrow file with a column that is not read says which.
      const isUnread = error instanceof Fault && error.name === "ArrowFileError" && "reason" in error && error.reason;
      throw new CatalogueError(
        isUnread ? texts.refusedFile({ ...where, reason: error.said }) : texts.notArrow({ ...where, file }),
      );
    });
  const format = file.endsWith(".json") ? "topojson" : "arrow";
  return {
    title: name,
    title_zh: entry.title ?? name,
    summary: "",
    kind: "production",
    years: null,
    vintage: "",
    publisher: "",
    citation: "",
    licence: "",
    licence_url: null,
    licence_confirmed: false,
    source: "",
    traps: [],
    share_alike: false,
    ...(format === "arrow" ? await described() : { rows: 0, columns: [] }),
    ...entry,
    name,
    file,
    format,
    // The file may have been rewritten since the catalogue was.
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

async function readFrom(open: Open, file: string): Promise<Buffer<ArrayBuffer>> {
  const handle = await open(file);
  if (!handle) throw new CatalogueError(texts.missingDatasetFile({ file }));
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function describeArrow(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<Pick<DatasetEntry, "rows" | "columns">> {
  const { readArrow } = await import("../../lib/files/arrow/arrow-file.ts");
  const table = readArrow(bytes, name);
  const columns = table.schema.fields.map(({ name, type, metadata }) => ({
    name,
    type: String(type),
    unit: metadata.get("unit") ?? "none",
    description: metadata.get("description") ?? "",
  }));
  return { rows: table.numRows, columns };
}
