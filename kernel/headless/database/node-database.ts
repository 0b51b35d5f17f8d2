import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { abortError, untilAborted } from "../../services/abort.ts";
import type { CallOptions, DatasetService } from "../../services/datasets.ts";
import { queryError } from "../../services/query-error.ts";
import type { Database } from "../../services/service-calls.ts";
import { bindLiterals, mentionedNames } from "../../services/sql.ts";
import { arrowResult } from "./arrow-result.ts";
import { createTable } from "./arrow-table.ts";

/**
 * Every instance starts with these, in this order. As in the browser nothing is fetched, no extension is loaded, no file is
 * read, and no statement can change that; one thread sums in one order, and time is UTC's.
 */
const LOCK = [
  "SET threads = 1",
  "SET TimeZone = 'UTC'",
  "SET autoload_known_extensions = false",
  "SET autoinstall_known_extensions = false",
  "SET enable_external_access = false",
  "SET lock_configuration = true",
];

interface Instance {
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
  readonly tables: Map<string, Promise<void>>;
}

/** DuckDB of Node, locked, with the catalogue's datasets as tables that load when first named. One statement runs at a time. */
export class NodeDatabase implements Database {
  readonly #datasets: DatasetService;
  #instance: Promise<Instance> | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(datasets: DatasetService) {
    this.#datasets = datasets;
  }

  /** Runs one statement; when the signal fires it is interrupted. Throws QueryError. */
  query(sql: string, parameters: readonly unknown[] = [], options: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    const turn = this.#queue.then(() => this.#run(sql, parameters, options));
    this.#queue = turn.catch(() => {});
    return untilAborted(turn, options.signal);
  }

  /** Ends the database, after what runs in it. */
  async close(): Promise<void> {
    const opened = this.#instance;
    this.#instance = null;
    (await opened?.catch(() => null))?.connection.interrupt();
    await this.#queue;
    const { connection, instance } = (await opened?.catch(() => null)) ?? {};
    connection?.closeSync();
    instance?.closeSync();
  }

  async #run(sql: string, parameters: readonly unknown[], options: CallOptions): Promise<Uint8Array<ArrayBuffer>> {
    const { signal } = options;
    if (signal?.aborted) throw abortError();
    const text = bindLiterals(sql, parameters);
    const names = mentionedNames(text);
    const needed = (await this.#datasets.entries()).filter(({ format, name }) => format === "arrow" && names.has(name));
    this.#instance ??= open();
    const instance = await this.#instance;
    for (const { name } of needed) await this.#table(instance, name, options);
    const interrupt = () => instance.connection.interrupt();
    signal?.addEventListener("abort", interrupt, { once: true });
    try {
      return await arrowResult(await instance.connection.run(text));
    } catch (error) {
      if (signal?.aborted) throw abortError();
      throw await queryError(error, this.#datasets);
    } finally {
      signal?.removeEventListener("abort", interrupt);
    }
  }

  #table({ connection, tables }: Instance, name: string, { progress }: CallOptions): Promise<void> {
    let table = tables.get(name);
    if (!table) {
      table = this.#datasets.load(name, { progress }).then((bytes) => createTable(connection, name, bytes));
      tables.set(name, table);
      table.catch(() => tables.delete(name));
    }
    return table;
  }
}

async function open(): Promise<Instance> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const statement of LOCK) await connection.run(statement);
  return { instance, connection, tables: new Map() };
}
