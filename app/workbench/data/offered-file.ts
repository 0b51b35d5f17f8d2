import { tableName } from "../../../kernel/attachment/table-name.ts";
import type { Attachment } from "../../../kernel/services/attachment.ts";
import type { FoundTable, TableFileApi } from "../../../lib/files/table/table-file.ts";
import type { ColumnType, ReadColumn, TableReading } from "../../../lib/files/table/table-reading.ts";
import type { DataFile } from "./data-file.ts";

/** Of more tables than this in a file, only the first is selected at first. */
const SELECTED = 8;

/** The settings of a reading that apply to the whole table. */
export type TableOptions = Partial<Omit<TableReading, "format" | "part" | "columns">>;

/** A table of a file, with what the user has set. */
export interface OfferedTable {
  readonly found: FoundTable;
  readonly name: string;
  /** Whether it is to be added. */
  readonly selected: boolean;
  /** What the user has set; all else is recognised. */
  readonly options: TableOptions;
  /** Types and units set by the user, by the name of the column. */
  readonly types: ReadonlyMap<string, ColumnType>;
  readonly units: ReadonlyMap<string, string>;
}

/** Why a name cannot be given to a table. */
export type NameProblem = "empty" | "wrong" | "taken";

/** A file and the tables that were found in it, which the user looks at before they are added. */
export class OfferedFile {
  #file: DataFile;
  readonly #reader: TableFileApi;
  /** The names of tables that are not free, in lower case. */
  #taken: ReadonlySet<string>;
  #tables: readonly OfferedTable[];
  /** The number of the last change of a reading: an earlier one that ends later counts no more. */
  #change = 0;

  private constructor(
    reader: TableFileApi,
    file: DataFile,
    taken: ReadonlySet<string>,
    tables: readonly OfferedTable[],
  ) {
    this.#reader = reader;
    this.#file = file;
    this.#taken = taken;
    this.#tables = tables;
  }

  /**
   * Finds the tables in a file. Rejects with TableFileError.
   * @param taken the names of the notebook's other tables and of its datasets, in lower case
   * @param before the file as it is in the notebook already: its tables keep their names and readings
   */
  static async open(
    reader: TableFileApi,
    file: DataFile,
    taken: ReadonlySet<string>,
    before: Attachment | null,
  ): Promise<OfferedFile> {
    const found = await reader.find(file.name, file.bytes);
    const known = Object.entries(before?.tables ?? {});
    const used = new Set([...taken, ...known.map(([name]) => name.toLowerCase())]);
    const tables = found.map((table, i): OfferedTable => {
      const [name] = known.find(([, { reading }]) => reading.part === table.reading.part) ?? [];
      const free = name ?? tableName(nameFor(file.name, table, found.length), used);
      used.add(free.toLowerCase());
      const selected = known.length > 0 ? name !== undefined : i === 0 || found.length <= SELECTED;
      return { found: table, name: free, selected, options: {}, types: new Map(), units: new Map() };
    });
    const offered = new OfferedFile(reader, file, taken, tables);
    for (const [i, table] of tables.entries()) {
      const reading = before?.tables[table.name]?.reading;
      if (reading) await offered.#restore(i, reading);
    }
    return offered;
  }

  get file(): DataFile {
    return this.#file;
  }

  get tables(): readonly OfferedTable[] {
    return this.#tables;
  }

  get selected(): readonly OfferedTable[] {
    return this.#tables.filter(({ selected }) => selected);
  }

  /** Gives the file another name; tables whose names are not free beside it get others. */
  renameFile(name: string, taken: ReadonlySet<string>): void {
    this.#file = { ...this.#file, name };
    this.#taken = taken;
    const used = new Set(taken);
    this.#tables = this.#tables.map((table) => {
      const free = used.has(table.name.toLowerCase()) ? tableName(table.name, used) : table.name;
      used.add(free.toLowerCase());
      return { ...table, name: free };
    });
  }

  rename(at: number, name: string): void {
    this.#set(at, { name });
  }

  select(at: number, selected: boolean): void {
    this.#set(at, { selected });
  }

  /** Why a table cannot have its name; null if it can. */
  problemOf(at: number): NameProblem | null {
    const name = this.#tables[at]!.name;
    if (name === "") return "empty";
    if (!/^\p{L}[\p{L}\p{N}_]{0,62}$/u.test(name)) return "wrong";
    const low = name.toLowerCase();
    const isOther = this.#tables.some((table, i) => i !== at && table.selected && table.name.toLowerCase() === low);
    return isOther || this.#taken.has(low) ? "taken" : null;
  }

  /** Reads the table in another way; its columns are recognised again. Rejects with TableFileError, and all is as before. */
  async setOptions(at: number, options: TableOptions): Promise<void> {
    await this.#read(at, { options: { ...this.#tables[at]!.options, ...options } });
  }

  /** Rejects with TableFileError, and all is as before. */
  async setType(at: number, column: string, type: ColumnType): Promise<void> {
    await this.#read(at, { types: new Map(this.#tables[at]!.types).set(column, type) });
  }

  setUnit(at: number, column: string, unit: string): void {
    const units = new Map(this.#tables[at]!.units).set(column, unit);
    const { found } = this.#tables[at]!;
    const columns = found.reading.columns.map((each) => ({ ...each, unit: units.get(each.name) ?? each.unit }));
    this.#set(at, { units, found: { ...found, reading: { ...found.reading, columns } } });
  }

  /** Sets a table as it was read before; if it can no longer be read so, it stays as it is recognised. */
  async #restore(at: number, { format: _, part: __, columns, ...options }: TableReading): Promise<void> {
    const types = new Map(columns.map(({ name, type }) => [name, type]));
    const units = new Map(columns.map(({ name, unit }) => [name, unit]));
    await this.#read(at, { options, types, units }).catch(() => {});
  }

  async #read(at: number, change: Partial<OfferedTable>): Promise<void> {
    const number = ++this.#change;
    const { found, options, types, units } = { ...this.#tables[at]!, ...change };
    const { format, part } = found.reading;
    const asked = { ...options, format, ...(part !== undefined && { part }) };
    let read = await this.#find(asked, found);
    const columns = read.reading.columns.map(
      ({ name, type, unit }): ReadColumn => ({ name, type: types.get(name) ?? type, unit: units.get(name) ?? unit }),
    );
    const differs = columns.some(({ type }, i) => type !== read.reading.columns[i]!.type);
    if (differs) read = await this.#find({ ...read.reading, columns }, found);
    if (number !== this.#change) return;
    this.#set(at, { ...change, found: { ...read, reading: { ...read.reading, columns } } });
  }

  async #find(asked: Partial<TableReading>, before: FoundTable): Promise<FoundTable> {
    const found = await this.#reader.find(this.file.name, this.file.bytes, asked);
    return found.find(({ title }) => title === before.title) ?? found[0] ?? before;
  }

  #set(at: number, change: Partial<OfferedTable>): void {
    this.#tables = this.#tables.map((table, i) => (i === at ? { ...table, ...change } : table));
  }
}

/** What a table is called after: the only one in a file after the file, one of several after its own title. */
function nameFor(fileName: string, { title }: FoundTable, count: number): string {
  return count === 1 ? fileName.replace(/^.*\//, "").replace(/(?<=.)\.[^.]+$/, "") : title;
}
