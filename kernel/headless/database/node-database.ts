import { type DuckDBConnection, DuckDBInstance, type DuckDBMaterializedResult } from "@duckdb/node-api";
import { laterTableFiles } from "../../../lib/files/table/later-table-files.ts";
import { databaseArrow } from "../../services/database-arrow.ts";
import type { CallOptions, DatasetReader } from "../../services/datasets.ts";
import {
  allowedStatements,
  BreachError,
  DATASETS,
  GuardedDatabase,
  LOCK,
  SEPARATION,
} from "../../services/guarded-database.ts";
import { onceFor } from "../../services/once-for.ts";
import { queryError } from "../../services/query-error.ts";
import type { Database } from "../../services/service-calls.ts";
import { bindLiterals, mentionedNames } from "../../services/sql.ts";
import { abortError, untilAborted } from "../../workers/abort.ts";
import { arrowResult } from "./arrow-result.ts";
import { createTable } from "./arrow-table.ts";

/** One thread, so that sums have a fixed order; said before it opens, it starts no others. */
const CONFIGURATION = { threads: "1" };

/** UTC; queries that exceed the memory fail instead of spilling to disk. */
const SETTINGS = ["SET TimeZone = 'UTC'", "SET memory_limit = '4GB'", "SET temp_directory = ''"];

interface Instance {
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
  readonly guard: GuardedDatabase<DuckDBMaterializedResult>;
  readonly tables: Map<string, Promise<void>>;
}

/**
 * Node's DuckDB for one notebook, locked. The catalogue's datasets are read-only tables, which are loaded when a statement first
 * names them. One query runs at a time.
 */
export class NodeDatabase implements Database {
  readonly #datasets: DatasetReader;
  #instance: Promise<Instance> | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(datasets: DatasetReader) {
    this.#datasets = datasets;
  }

  /** Runs a query as one transaction, which the signal interrupts. Throws QueryError. */
  query(sql: string, parameters: readonly unknown[] = [], options: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    const result = this.#queue.then(() => this.#run(sql, parameters, options));
    this.#queue = result.catch(() => {});
    return untilAborted(result, options.signal);
  }

  /** Closes the database after the running query has ended. */
  async close(): Promise<void> {
    const opened = this.#instance;
    this.#closed = true;
    this.#instance = null;
    (await opened?.catch(() => null))?.connection.interrupt();
    await this.#queue;
    const { connection, instance } = (await opened?.catch(() => null)) ?? {};
    connection?.closeSync();
    instance?.closeSync();
  }

  async #run(sql: string, parameters: readonly unknown[], options: CallOptions): Promise<Uint8Array<ArrayBuffer>> {
    const { signal } = options;
    if (this.#closed || signal?.aborted) throw abortError();
    const text = bindLiterals(sql, parameters);
    const statements = allowedStatements(text);
    const names = mentionedNames(sql);
    const datasets = (await this.#datasets.entries(names)).filter(({ format }) => format === "arrow");
    const needed = datasets.filter(({ name }) => names.has(name));
    const datasetNames = new Set(datasets.map(({ name }) => name));
    this.#instance ??= open();
    const instance = await this.#instance;
    for (const { name } of needed) await this.#table(instance, name, options);
    const interrupt = () => instance.connection.interrupt();
    signal?.addEventListener("abort", interrupt, { once: true });
    try {
      return await arrowResult(await instance.guard.run(statements, (name) => datasetNames.has(name)));
    } catch (error) {
      if (error instanceof BreachError) this.#discard(instance);
      if (signal?.aborted) throw abortError();
      throw await queryError(error, this.#datasets);
    } finally {
      signal?.removeEventListener("abort", interrupt);
    }
  }

  #discard({ connection, instance }: Instance): void {
    this.#instance = null;
    connection.closeSync();
    instance.closeSync();
  }

  #table({ connection, tables }: Instance, name: string, { progress }: CallOptions): Promise<void> {
    return onceFor(tables, name, async () => {
      const bytes = await this.#datasets.load(name, { progress });
      return createTable(connection, DATASETS, name, await databaseArrow(name, bytes, laterTableFiles));
    });
  }
}

async function open(): Promise<Instance> {
  const instance = await DuckDBInstance.create(":memory:", CONFIGURATION);
  const connection = await instance.connect();
  for (const statement of [...SETTINGS, ...SEPARATION, ...LOCK]) await connection.run(statement);
  const guard = await GuardedDatabase.open<DuckDBMaterializedResult>({
    run: (statement) => connection.run(statement),
    list: async (statement) => (await connection.runAndReadAll(statement)).getRowsJson().map((row) => row.map(String)),
    isOne: async (text) => {
      // DuckDB counts a PIVOT without an explicit list of values as two statements: it lists the values first.
      const { count } = await connection.extractStatements(text);
      return count === 1 || /\bpivot/i.test(text);
    },
  });
  return { instance, connection, guard, tables: new Map() };
}
