import { bytesToHex } from "@noble/hashes/utils.js";
import {
  type Data,
  DataType,
  Field,
  Float64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
} from "apache-arrow";
import { sqlName } from "../../lib/files/sqlite/sql-name.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { fileTableName } from "../attachment/table-name.ts";
import type { Run } from "../runtime/run.ts";
import type { Attachment } from "../services/attachment.ts";
import type { PageClient } from "../services/page-client.ts";
import { mentionedNames } from "../services/sql.ts";
import { type SqlTable, sqlTable } from "../services/sql-table.ts";
import { withTables } from "../services/with-tables.ts";
import { type Column, columnsOf, isArrowTable } from "../values/column.ts";
import { type ValueColumn, valueTable } from "../values/table.ts";
import type { DatabaseColumn } from "./database-column.ts";
import type { NotebookFile } from "./file-attachment.ts";
import { queryTable } from "./query-table.ts";

const texts = messages("duckdb", {
  notTable: {
    en: "The source `{name}` of a DuckDBClient is not a table. Give a `FileAttachment`, a list of records, columns by name, or an Arrow table.",
    zh: "DuckDBClient 的数据源 `{name}` 不是表。请给出 `FileAttachment`、记录列表、按名称给出的列，或 Arrow 表。",
  },
  address: {
    en: "The source `{name}` of a DuckDBClient is an address: a notebook has no network. Put the file beside the notebook or add it by “+ Data”, and give `FileAttachment(…)`.",
    zh: "DuckDBClient 的数据源 `{name}` 是网址：笔记本不能访问网络。请将文件放在笔记本旁，或用“+ 数据”添加，再以 `FileAttachment(…)` 给出。",
  },
  empty: {
    en: "The source `{name}` of a DuckDBClient has no rows, so that its columns are not known. Give an Arrow table, or columns by name.",
    zh: "DuckDBClient 的数据源 `{name}` 没有行，无法得知有哪些列。请给出 Arrow 表，或按名称给出各列。",
  },
  notTableFile: {
    en: "“{file}” cannot be a source of a DuckDBClient: give a CSV, TSV, JSON, Arrow, Parquet or XLSX file.",
    zh: "“{file}”不能作为 DuckDBClient 的数据源：请给出 CSV、TSV、JSON、Arrow、Parquet 或 XLSX 文件。",
  },
  unevenColumns: {
    en: "The columns of the source `{name}` of a DuckDBClient have different lengths.",
    zh: "DuckDBClient 的数据源 `{name}` 各列长度不同。",
  },
  notReading: {
    en: "A DuckDBClient with tables of its own runs one statement that reads at a time: `select`, `from`, `with`, `values`, `pivot`, `describe`, `summarize`. Give data that change as new sources of `DuckDBClient.of`.",
    zh: "带有自有表的 DuckDBClient 每次只执行一条读取语句：`select`、`from`、`with`、`values`、`pivot`、`describe`、`summarize`。若数据有变，请作为新的数据源交给 `DuckDBClient.of`。",
  },
});

/** What a table of a client is made of; promises of these are awaited. */
export type DuckDBSource =
  | NotebookFile
  | Table
  | readonly object[]
  | Readonly<Record<string, ArrayLike<unknown>>>
  | { readonly data: Table | readonly object[] }
  | { readonly file: NotebookFile };

type Sources = Readonly<Record<string, DuckDBSource | Promise<DuckDBSource>>>;
/** Runs a statement. `own` are its names in lower case that do not stand for tables of the database. */
type Query = (sql: string, values: unknown[], own: ReadonlySet<string>) => Promise<Uint8Array>;
/** The name of a table of the notebook's database, or the rows themselves. */
type Resolved = string | SqlTable;

/**
 * `DuckDBClient` of one run: its clients ask the notebook's own database. `files` are the known files of the notebook, `isDataset`
 * tells the names of shipped datasets.
 */
export function duckdbClientOf(
  page: Pick<PageClient, "query">,
  run: Run,
  files: readonly Attachment[],
  isDataset: (name: string) => boolean,
) {
  const nameOf = (file: NotebookFile) => databaseName(file, files, isDataset);
  return class Client extends DuckDBClient {
    /**
     * A client in whose queries the given tables can be read by name, besides those of the notebook's database. Rows of lists, columns
     * and Arrow tables are sent with each query that names them; files are read by the database.
     */
    static async of(sources: Sources = {}): Promise<DuckDBClient> {
      const known = await Promise.all(
        Object.entries(sources).map(
          async ([name, source]): Promise<[string, Resolved]> => [name, await resolved(name, await source, nameOf)],
        ),
      );
      return new Client((sql, values, own) => page.query(run, sql, values, own), new Map(known));
    }

    /** The template tag of such a client. */
    static async sql(sources: Sources = {}): Promise<DuckDBClient["sql"]> {
      return (await Client.of(sources)).sql;
    }
  };
}

/** `db` of one run: the notebook's own database, unless a cell declares another of this name. */
export function databaseOf(page: Pick<PageClient, "query">, run: Run): DuckDBClient {
  return new DuckDBClient((sql, values) => page.query(run, sql, values));
}

/** The queries of cells on named tables, after Observable's client of this name. Integers and decimals come as numbers. */
export class DuckDBClient {
  readonly #query: Query;
  readonly #tables: ReadonlyMap<string, Resolved>;

  constructor(query: Query, tables: ReadonlyMap<string, Resolved> = new Map()) {
    this.#query = query;
    this.#tables = tables;
  }

  get dialect(): string {
    return "duckdb";
  }

  /** A template tag whose values become literals; the result is an Arrow table. */
  readonly sql = (strings: TemplateStringsArray, ...values: unknown[]): Promise<Table> =>
    this.query(strings.join("?"), values);

  /** @param params one for each `?` of the query */
  async query(sql: string, params: readonly unknown[] = []): Promise<Table> {
    const { text, values, own } = this.#statement(sql);
    return queryTable(await this.#query(text, [...values, ...params], own), withNumbers);
  }

  /** The first row; null if there is none. */
  async queryRow(sql: string, params: readonly unknown[] = []): Promise<Record<string, unknown> | null> {
    const table = await this.query(sql, params);
    return table.numRows === 0 ? null : (table.get(0) as Record<string, unknown> | null);
  }

  /** The rows in batches. The database answers at once, so that there is one. */
  async queryStream(
    sql: string,
    params: readonly unknown[] = [],
  ): Promise<{ schema: Table["schema"]; readRows(): AsyncGenerator<unknown[]> }> {
    const table = await this.query(sql, params);
    return {
      schema: table.schema,
      async *readRows() {
        for (const batch of table.batches) yield batch.toArray();
      },
    };
  }

  /** A statement and its parameters, for `query`. */
  queryTag(strings: TemplateStringsArray, ...params: unknown[]): [string, unknown[]] {
    return [strings.join("?"), params];
  }

  escape(name: string): string {
    return sqlName(name);
  }

  /** The client's own tables; those of the notebook's database if it has none. */
  async describeTables(): Promise<{ name: string }[]> {
    if (this.#tables.size > 0) return [...this.#tables.keys()].map((name) => ({ name }));
    return rowsOf(await this.query("SHOW TABLES")).map(({ name }) => ({ name: String(name) }));
  }

  async describeColumns({ table }: { table: string }): Promise<DatabaseColumn[]> {
    const described = rowsOf(await this.query(`DESCRIBE ${sqlName(table)}`));
    return described.map(({ column_name, column_type, null: nullable }) => ({
      name: String(column_name),
      type: typeOf(String(column_type)),
      nullable: nullable !== "NO",
      databaseType: String(column_type),
    }));
  }

  /** The statement with the tables that it names. */
  #statement(sql: string): { text: string; values: readonly SqlTable[]; own: ReadonlySet<string> } {
    if (this.#tables.size === 0) return { text: sql, values: [], own: new Set() };
    const names = mentionedNames(sql);
    const named = [...this.#tables].filter(([name]) => names.has(name.toLowerCase()));
    const queries = named.map(([name, table]): [string, string] => [
      name,
      typeof table === "string" ? `FROM ${table}` : "FROM ?",
    ]);
    const text = withTables(sql, queries);
    if (text === null) throw new Fault(texts.notReading());
    return {
      text,
      values: named.map(([, table]) => table).filter((table) => typeof table !== "string"),
      own: new Set(named.filter(([name, table]) => table !== sqlName(name)).map(([name]) => name.toLowerCase())),
    };
  }
}

/**
 * The name by which the database knows the table of a file; null if it does not know it for certain: a file in a folder below the
 * notebook's, or one whose name is also that of a dataset or of another file.
 */
function databaseName(
  { path }: NotebookFile,
  files: readonly Attachment[],
  isDataset: (name: string) => boolean,
): string | null {
  const known = files.find((file) => file.name === path);
  if (!known) return null;
  const [described] = Object.keys(known.tables);
  if (described !== undefined) return described;
  const name = fileTableName(path);
  const isShared = files.some((file) => file !== known && mayHold(file, name));
  return isDataset(name) || isShared ? null : name;
}

function mayHold(file: Attachment, table: string): boolean {
  return fileTableName(file.name) === table || table in file.tables;
}

async function resolved(
  name: string,
  source: unknown,
  nameOf: (file: NotebookFile) => string | null,
): Promise<Resolved> {
  if (isNotebookFile(source)) {
    const table = nameOf(source);
    return table === null ? rows(name, await contentOf(source)) : sqlName(table);
  }
  if (typeof source === "string") throw new Fault(texts.address({ name }));
  if (typeof source !== "object" || source === null) throw new Fault(texts.notTable({ name }));
  const { data, file, toArrowBuffer } = source as Readonly<Record<string, unknown>>;
  if (typeof toArrowBuffer === "function") return rows(name, tableFromIPC(toArrowBuffer.call(source)));
  if (isArrowTable(source) || Array.isArray(source)) return rows(name, source);
  if (isNotebookFile(file)) return resolved(name, file, nameOf);
  // With options; a column may also be called `data`.
  if (isArrowTable(data) || (Array.isArray(data) && isObject(data[0]))) return rows(name, data);
  return columns(name, source as Readonly<Record<string, unknown>>);
}

/** The rows of a file that the database does not know by a name. */
async function contentOf(file: NotebookFile): Promise<unknown> {
  switch (/[^.]*$/.exec(file.path)![0].toLowerCase()) {
    case "csv":
      return [...(await file.csv({ typed: true }))];
    case "tsv":
      return [...(await file.tsv({ typed: true }))];
    case "json":
      return file.json();
    case "arrow":
      return file.arrow();
    case "parquet":
      return file.parquet();
    case "xlsx":
    case "xls":
      return [...(await file.xlsx()).sheet(0, { headers: true })];
    default:
      throw new Fault(texts.notTableFile({ file: file.path }));
  }
}

/** By its methods, so that draws need not contain the readers of files. */
function isNotebookFile(value: unknown): value is NotebookFile {
  const file = value as Partial<NotebookFile> | null;
  return typeof file === "object" && typeof file?.path === "string" && typeof file.arrayBuffer === "function";
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rows(name: string, source: unknown): SqlTable {
  if (!isArrowTable(source) && !Array.isArray(source)) throw new Fault(texts.notTable({ name }));
  if (Array.isArray(source) && source.length === 0) throw new Fault(texts.empty({ name }));
  const table = valueTable(source) ?? valueTable(plainRows(name, source as unknown[]));
  return sent(table!.columns, table!.rows);
}

/** Records of classes and rows of Arrow tables as plain records. */
function plainRows(name: string, source: unknown[]): object[] {
  return source.map((row) => {
    if (!isObject(row)) throw new Fault(texts.notTable({ name }));
    const { toJSON } = row as { toJSON?: () => object };
    return { ...(typeof toJSON === "function" ? toJSON.call(row) : (row as object)) };
  });
}

function columns(name: string, source: Readonly<Record<string, unknown>>): SqlTable {
  const entries = Object.entries(source);
  if (entries.length === 0 || !entries.every(([, values]) => Array.isArray(values) || ArrayBuffer.isView(values))) {
    throw new Fault(texts.notTable({ name }));
  }
  const lists = entries.map(([column, values]) => [column, Array.from(values as ArrayLike<unknown>)] as const);
  const length = lists[0]![1].length;
  if (lists.some(([, values]) => values.length !== length)) throw new Fault(texts.unevenColumns({ name }));
  const all = lists.map(
    ([column, values]): ValueColumn => ({
      name: column,
      unit: "",
      kind: "other",
      values: values.map((v) => v ?? null),
    }),
  );
  return sent(all, length);
}

/** Columns as a parameter. What has no type of SQL is sent as JSON. */
function sent(columns: readonly ValueColumn[], rows: number): SqlTable {
  return sqlTable({
    rows,
    columns: columns.map((column) => {
      const known = column.kind === "other" ? kindOf(column.values) : column.kind;
      if (known !== "other") return { ...column, kind: known };
      return { ...column, kind: "text", values: column.values.map(jsonOf) };
    }),
  });
}

function kindOf(values: readonly unknown[]): ValueColumn["kind"] {
  const kinds = new Set(values.filter((value) => value !== null).map(kindOfValue));
  // Whole numbers of either kind are numbers of SQL.
  return kinds.size === 1 ? [...kinds][0]! : "other";
}

function kindOfValue(value: unknown): ValueColumn["kind"] {
  if (typeof value === "number" || typeof value === "bigint") return "number";
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "flag";
  return value instanceof Date ? "time" : "other";
}

function jsonOf(value: unknown): string | null {
  if (value === null || typeof value === "string") return value;
  // Bytes as in the tables of files.
  if (value instanceof Uint8Array) return bytesToHex(value);
  return JSON.stringify(value, (_, each) => plainPart(each)) ?? null;
}

function plainPart(value: unknown): unknown {
  if (value instanceof Uint8Array) return bytesToHex(value);
  return typeof value === "bigint" ? Number(value) : value;
}

function rowsOf(table: Table): Record<string, unknown>[] {
  return table.toArray().map((row) => row!.toJSON() as Record<string, unknown>);
}

/** A table with integers of 64 and more bits and decimals as numbers, as Observable's client has them. */
function withNumbers(table: Table): Table {
  const fields = table.schema.fields.map((field) =>
    isWide(field.type) ? new Field(field.name, new Float64(), true, field.metadata) : field,
  );
  if (fields.every((field, i) => field === table.schema.fields[i])) return table;
  const schema = new Schema(fields, table.schema.metadata);
  const batches = table.batches.map((batch) => {
    const columns = columnsOf(new Table(batch));
    const children = fields.map((field, i) =>
      field === table.schema.fields[i] ? batch.data.children[i]! : numbersOf(columns[i]!, batch.numRows),
    );
    const { numRows: length } = batch;
    return new RecordBatch(schema, makeData({ type: new Struct(fields), length, nullCount: 0, children }));
  });
  return new Table(schema, batches);
}

function numbersOf({ get, number }: Column, length: number): Data<Float64> {
  const data = new Float64Array(length);
  const nullBitmap = new Uint8Array(Math.ceil(length / 8));
  let nullCount = 0;
  for (let row = 0; row < length; ++row) {
    const value = get(row);
    if (value === null || value === undefined) ++nullCount;
    else {
      data[row] = number(row);
      nullBitmap[row >> 3]! |= 1 << (row & 7);
    }
  }
  return makeData({ type: new Float64(), length, data, nullCount, nullBitmap: nullCount === 0 ? null : nullBitmap });
}

function isWide(type: DataType): boolean {
  return DataType.isDecimal(type) || (DataType.isInt(type) && type.bitWidth === 64);
}

/** The kind of a type of DuckDB. */
function typeOf(type: string): DatabaseColumn["type"] {
  if (/^U?BIGINT$|^U?HUGEINT$/.test(type)) return "bigint";
  if (/^(DOUBLE|FLOAT|REAL|DECIMAL\(.*\))$/.test(type)) return "number";
  if (/^U?(INTEGER|SMALLINT|TINYINT)$/.test(type)) return "integer";
  if (type === "BOOLEAN") return "boolean";
  if (/^(DATE|TIMESTAMP.*)$/.test(type)) return "date";
  return /^(VARCHAR|UUID|ENUM\(.*\))$/.test(type) ? "string" : "other";
}
