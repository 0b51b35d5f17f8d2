import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from "@duckdb/duckdb-wasm";
import { abortError, untilAborted } from "./abort.ts";
import { arrowStream } from "./arrow-stream.ts";
import type { CallOptions, DatasetService } from "./datasets.ts";
import { queryError } from "./query-error.ts";
import type { Database } from "./service-calls.ts";
import { bindLiterals, mentionedNames } from "./sql.ts";

/** Thrown into queries that were under way when the database was ended. */
export class DatabaseStopped extends Error {
  override name = "DatabaseStopped";
  constructor() {
    super("The database was stopped while this query ran. It starts again with the next query.");
  }
}

/** Where the database's program lies; the host of the page decides. */
export interface QueryProgram {
  /** Address of the worker's script, or what starts one. */
  worker: string | URL | (() => Promise<Worker>);
  /** Address of its program, which the worker fetches. */
  wasm: string | URL;
}

/** How long a cancelled query may take to yield before the database is ended and started anew. */
const PATIENCE_MS = 1500;

/**
 * Every instance starts with these, in this order: nothing is fetched, no extension is loaded, no file outside `local/` is
 * read, and no statement can change that.
 */
const LOCK = [
  "SET autoload_known_extensions = false",
  "SET autoinstall_known_extensions = false",
  "SET allowed_directories = ['local/']",
  "SET enable_external_access = false",
  "SET lock_configuration = true",
];

interface Instance {
  database: AsyncDuckDB;
  connection: AsyncDuckDBConnection;
  tables: Map<string, Promise<void>>;
  /** Rejects when the instance is ended: promises of a terminated worker never settle by themselves. */
  ended: Promise<never>;
  end(): void;
}

/** DuckDB-WASM in a worker, locked, with the catalogue's datasets as tables that load when first named. */
export class QueryService extends EventTarget implements Database {
  readonly #program: QueryProgram;
  readonly #datasets: DatasetService;
  #instance: Promise<Instance> | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(program: QueryProgram, datasets: DatasetService) {
    super();
    this.#program = program;
    this.#datasets = datasets;
  }

  /** Starts the database if it is not running; queries do so by themselves. */
  async start(): Promise<void> {
    await this.#running();
  }

  /**
   * Runs one statement and gives its result as Arrow IPC stream bytes. One runs at a time. When the signal fires, the
   * statement is cancelled; if it does not yield, the database is ended, and the next query finds a new one.
   */
  query(sql: string, parameters: readonly unknown[] = [], options: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    const turn = this.#queue.then(() => this.#run(sql, parameters, options));
    this.#queue = turn.catch(() => {});
    return untilAborted(turn, options.signal);
  }

  /** Ends the database. Queries under way fail with `DatabaseStopped`; the next one starts it anew, which dispatches `restart`. */
  async stop(): Promise<void> {
    const instance = this.#instance;
    if (!instance) return;
    this.#instance = null;
    (await instance.catch(() => null))?.end();
    this.dispatchEvent(new Event("stop"));
  }

  #running(): Promise<Instance> {
    if (!this.#instance) {
      const starting = this.#open();
      this.#instance = starting;
      starting.catch(() => {
        if (this.#instance === starting) this.#instance = null;
      });
    }
    return this.#instance;
  }

  async #open(): Promise<Instance> {
    const { worker: program } = this.#program;
    const worker = typeof program === "function" ? await program() : new Worker(program);
    const database = new AsyncDuckDB(new VoidLogger(), worker);
    let fail!: (error: Error) => void;
    const ended = new Promise<never>((_, reject) => {
      fail = reject;
    });
    ended.catch(() => {});
    const end = () => {
      worker.terminate();
      fail(new DatabaseStopped());
    };
    worker.addEventListener("error", () => {
      this.#instance = null;
      end();
      this.dispatchEvent(new Event("stop"));
    });
    const start = async () => {
      await database.instantiate(String(this.#program.wasm));
      await database.open({ filesystem: { allowFullHTTPReads: false } });
      const connection = await database.connect();
      for (const statement of LOCK) await connection.query(statement);
      return connection;
    };
    const connection = await Promise.race([start(), ended]);
    return { database, connection, tables: new Map(), ended, end };
  }

  async #run(sql: string, parameters: readonly unknown[], options: CallOptions): Promise<Uint8Array<ArrayBuffer>> {
    if (options.signal?.aborted) throw abortError();
    const text = bindLiterals(sql, parameters);
    const names = mentionedNames(text);
    const needed = (await this.#datasets.entries()).filter(({ format, name }) => format === "arrow" && names.has(name));
    // Files are on their way while the database starts.
    for (const { name } of needed) this.#datasets.load(name).catch(() => {});
    if (!this.#instance) options.progress?.({ fraction: null, message: "Starting the database" });
    const instance = await this.#running();
    for (const { name } of needed) await this.#table(instance, name, options);
    return this.#execute(instance, text, options.signal);
  }

  #table(instance: Instance, name: string, options: CallOptions): Promise<void> {
    let table = instance.tables.get(name);
    if (!table) {
      table = this.#datasets.load(name, { progress: options.progress }).then((bytes) => {
        // The connection transfers what it is given: the shared bytes are copied.
        const insert = instance.connection.insertArrowFromIPCStream(arrowStream(bytes).slice(), { name, create: true });
        return Promise.race([insert, instance.ended]);
      });
      instance.tables.set(name, table);
      table.catch(() => instance.tables.delete(name));
    }
    return table;
  }

  async #execute(instance: Instance, sql: string, signal: AbortSignal | undefined): Promise<Uint8Array<ArrayBuffer>> {
    let done = false;
    const give = async () => {
      instance.connection.cancelSent().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
      if (!done) await this.stop();
    };
    signal?.addEventListener("abort", give, { once: true });
    try {
      return await Promise.race([
        instance.connection.useUnsafe((bindings, id) => fetchAll(bindings, id, sql, signal)),
        instance.ended,
      ]);
    } catch (error) {
      if (signal?.aborted) throw abortError();
      if (error instanceof DatabaseStopped) throw error;
      throw await queryError(error, this.#datasets);
    } finally {
      done = true;
      signal?.removeEventListener("abort", give);
    }
  }
}

/** Runs a statement as a pending query, which can be cancelled between its polls, and joins the result's messages. */
async function fetchAll(
  bindings: AsyncDuckDB,
  connection: number,
  sql: string,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  let header = await bindings.startPendingQuery(connection, sql, true);
  while (header === null) {
    if (signal?.aborted) {
      await bindings.cancelPendingQuery(connection);
      throw abortError();
    }
    header = await bindings.pollPendingQuery(connection);
  }
  const parts = [header];
  for (;;) {
    if (signal?.aborted) throw abortError();
    const part = await bindings.fetchQueryResults(connection);
    if (part === null) continue;
    if (part.length === 0) break;
    parts.push(part);
  }
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
