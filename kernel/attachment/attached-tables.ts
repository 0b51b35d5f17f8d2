import type { TableFileApi } from "../../lib/files/table/table-file.ts";
import type { AttachedTable, Attachment, Attachments } from "../services/attachment.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import { onceFor } from "../services/once-for.ts";
import { hashOf } from "../values/canonical.ts";
import { MissingFile } from "./missing-file.ts";
import { tableEntry } from "./table-entry.ts";
import { fileTableName, tableName } from "./table-name.ts";

/** A table and the file that holds it. */
interface Placed {
  readonly name: string;
  readonly attachment: Attachment;
  readonly table: AttachedTable;
}

/** Endings of files that are looked into when a statement names a table like them. */
const HOLDS_TABLES = /\.(?:csv|tsv|json|jsonl|ndjson|geojson|topojson|parquet|arrow|xlsx|xls|sqlite|sqlite3|db)$/i;

/**
 * The tables in the files of a notebook, as datasets. Those that a user has added are known by name. A file beside the notebook is
 * a table when a statement names it: `from data` reads `data.csv` as it is recognised. Each is read when it is first needed.
 */
export class AttachedTables {
  readonly #attachments: Attachments;
  readonly #tables: Pick<TableFileApi, "find" | "read">;
  readonly #read = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #found = new Map<string, Promise<Placed[]>>();

  constructor(attachments: Attachments, tables: Pick<TableFileApi, "find" | "read">) {
    this.#attachments = attachments;
    this.#tables = tables;
  }

  /** @param wanted names for which files without known tables are looked into; a file that cannot be read holds no table */
  async entries(wanted: ReadonlySet<string> = new Set()): Promise<DatasetEntry[]> {
    return (await this.#placed(wanted, () => [])).map(entryOf);
  }

  /** The entry of a table; null if there is none. Throws a Fault if the file that may hold it cannot be read. */
  async entry(name: string): Promise<DatasetEntry | null> {
    return (await this.#placed(new Set([name]), rethrow)).filter((each) => each.name === name).map(entryOf)[0] ?? null;
  }

  /** The Arrow stream of a table; null if there is none of this name. It is shared: copy before transferring. */
  async load(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const placed = (await this.#placed(new Set([name]), rethrow)).find((each) => each.name === name);
    if (!placed) return null;
    const { attachment, table } = placed;
    return onceFor(this.#read, versionOf(attachment, table), async () => {
      const file = await this.#attachments.read(attachment.name);
      if (!file) throw new MissingFile(attachment.name);
      return (await this.#tables.read(attachment.name, file.bytes, table.reading)).bytes;
    });
  }

  async #placed(wanted: ReadonlySet<string>, unread: (error: unknown) => Placed[]): Promise<Placed[]> {
    const files = await this.#attachments.list();
    const known = placedIn(files);
    const names = new Set(known.map(({ name }) => name));
    const open = [...wanted].filter((name) => !names.has(name));
    if (open.length === 0) return known;
    const others = files.filter(({ name, tables }) => HOLDS_TABLES.test(name) && Object.keys(tables).length === 0);
    const found = await Promise.all(
      others.filter((file) => mayHold(file, open)).map((file) => this.#find(file).catch(unread)),
    );
    for (const placed of found.flat())
      if (open.includes(placed.name) && !names.has(placed.name)) {
        names.add(placed.name);
        known.push(placed);
      }
    return known;
  }

  /** The tables of a file that nobody has described: each sheet of a workbook, or table of a database, with several has its own name. */
  #find({ name, size, lastModified }: Attachment): Promise<Placed[]> {
    return onceFor(this.#found, `${name} ${size} ${lastModified}`, async () => {
      const file = await this.#attachments.read(name);
      if (!file) return [];
      const tables = await this.#tables.find(name, file.bytes);
      const stem = fileTableName(name);
      const taken = new Set<string>();
      return tables.map(({ title, reading, rows }, i): Placed => {
        // The first sheet is the table that a workbook is known for; a database has no first one.
        const isMain = tables.length === 1 || (i === 0 && reading.format !== "sqlite");
        const table = tableName(isMain ? stem : `${stem} ${title}`, taken);
        taken.add(table);
        return { name: table, attachment: file.attachment, table: { reading, rows } };
      });
    });
  }
}

function rethrow(error: unknown): never {
  throw error;
}

function placedIn(files: readonly Attachment[]): Placed[] {
  return files.flatMap((attachment) =>
    Object.entries(attachment.tables).map(([name, table]): Placed => ({ name, attachment, table })),
  );
}

function entryOf({ name, attachment, table }: Placed): DatasetEntry {
  return tableEntry(attachment, name, table, { bytes: attachment.size, sha256: versionOf(attachment, table) });
}

/** Whether a file that nobody has described may hold a table of one of these names. */
function mayHold({ name }: Attachment, tables: readonly string[]): boolean {
  const first = fileTableName(name);
  return tables.some((table) => table.startsWith(first));
}

/** Changes with the bytes of the file and with how they are read. */
function versionOf({ sha256 }: Attachment, { reading }: AttachedTable): string {
  return hashOf([sha256, reading]);
}
