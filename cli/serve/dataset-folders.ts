import { createHash } from "node:crypto";
import { existsSync, lstatSync, realpathSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Catalogue, DatasetEntry } from "../../kernel/services/catalogue.ts";
import { FileRefused, openConfined } from "./confined-file.ts";

/** A catalogue that cannot be read or does not fit beside the others, as a sentence. */
export class CatalogueError extends Error {
  override name = "CatalogueError";
}

/** Files that may be served as datasets. */
export const datasetFile = /^[\w-]+\.(arrow|packed|json)$/;

/**
 * The datasets of one or more folders, each with a `catalogue.json` of its own, as one catalogue. The first folder ships;
 * those after it are a person's own, whose entries may leave out what can be found in the file.
 */
export class DatasetFolders {
  readonly folders: readonly string[];
  readonly #catalogues = new Map<string, Promise<readonly DatasetEntry[]>>();
  /** Their real paths, as they were at first: a link that is put in the place of one later leads nowhere. */
  readonly #roots: ReadonlyMap<string, string>;

  constructor(folders: readonly string[]) {
    this.folders = folders;
    this.#roots = new Map(folders.map((folder) => [folder, existsSync(folder) ? realpathSync(folder) : folder]));
  }

  /** The merged catalogue, read anew where a folder is a person's own. Rejects with a CatalogueError. */
  async catalogue(): Promise<Catalogue> {
    const all: DatasetEntry[] = [];
    for (const [i, folder] of this.folders.entries()) {
      for (const entry of await this.#read(folder, i > 0)) {
        const same = all.find(({ name, file }) => name === entry.name || file === entry.file);
        if (same) {
          throw new CatalogueError(
            `The dataset \`${entry.name}\` of ${folder} has the name or the file of another (\`${same.name}\`, ${same.file}). Give it its own.`,
          );
        }
        all.push(entry);
      }
    }
    return { version: 1, datasets: all };
  }

  /** Where a file lies that the catalogue names, or the first folder has. */
  async find(file: string): Promise<string> {
    return join(await this.#folderOf(file), file);
  }

  /** Opens it; null if there is none. Rejects with FileRefused for what is not a file of its folder, such as a link. */
  async open(file: string): Promise<FileHandle | null> {
    return this.#open(await this.#folderOf(file), file);
  }

  /** Its bytes. Rejects where there is none, and with FileRefused. */
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
const shipped = resolve(import.meta.dirname, "../../datasets");

/** The datasets of a folder of notebooks: those that ship, and those of its folder `datasets` if it has a catalogue. */
export function findDatasets(folder: string): DatasetFolders {
  const own = resolve(folder, "datasets");
  if (lstatSync(own, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new CatalogueError(
      `The folder ${own} is a link. Links are not followed; put the folder itself in its place.`,
    );
  }
  return new DatasetFolders(own !== shipped && existsSync(join(own, "catalogue.json")) ? [shipped, own] : [shipped]);
}

/** Opens a file of a folder, or gives null. */
type Open = (file: string) => Promise<FileHandle | null>;

async function readCatalogue(folder: string, isOwn: boolean, open: Open): Promise<DatasetEntry[]> {
  const path = join(folder, "catalogue.json");
  let entries: unknown;
  try {
    entries = (JSON.parse((await readFrom(open, "catalogue.json")).toString("utf8")) as { datasets?: unknown })
      .datasets;
  } catch (error) {
    const why = (error as Error).message.replace(/\.$/, "");
    throw new CatalogueError(`The catalogue ${path} cannot be read: ${why}.`);
  }
  if (!Array.isArray(entries)) throw new CatalogueError(`The catalogue ${path} has no list \`datasets\`.`);
  return isOwn ? Promise.all(entries.map((entry: unknown, i) => completeEntry(entry, i, folder, open))) : entries;
}

/** An entry of a person's own catalogue: its name and its file are needed, the rest is found or left open. */
async function completeEntry(given: unknown, place: number, folder: string, open: Open): Promise<DatasetEntry> {
  const entry = (given ?? {}) as Partial<DatasetEntry>;
  const where = `Dataset ${place + 1} of ${join(folder, "catalogue.json")}`;
  const { name, file } = entry;
  if (typeof name !== "string" || !/^[a-z_]\w*$/.test(name)) {
    throw new CatalogueError(
      `${where} has no \`name\` of small letters, digits and _, as a table of the database needs.`,
    );
  }
  if (typeof file !== "string" || !datasetFile.test(file)) {
    throw new CatalogueError(`${where} has no \`file\` beside the catalogue that ends in .arrow or .json.`);
  }
  const bytes = await readFrom(open, file).catch((error: Error) => {
    if (error instanceof FileRefused) throw new CatalogueError(`${where}: ${error.message}`);
    throw new CatalogueError(`${where}: there is no file ${join(folder, file)}.`);
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
    ...(format === "arrow" ? await describeArrow(bytes, file) : { rows: 0, columns: [] }),
    ...entry,
    name,
    file,
    format,
    // What is on disk counts: the file may have been written anew since the catalogue was.
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

async function readFrom(open: Open, file: string): Promise<Buffer<ArrayBuffer>> {
  const handle = await open(file);
  if (!handle) throw new Error(`there is no file ${file}`);
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
  const { readArrow } = await import("../../kernel/services/arrow-file.ts");
  const table = readArrow(bytes, name);
  const columns = table.schema.fields.map(({ name, type, metadata }) => ({
    name,
    type: String(type),
    unit: metadata.get("unit") ?? "none",
    description: metadata.get("description") ?? "",
  }));
  return { rows: table.numRows, columns };
}
