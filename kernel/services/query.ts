import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from "@duckdb/duckdb-wasm";
import { arrowStream, beginsWithSchema } from "../../lib/files/arrow/arrow-stream.ts";
import { sqlName } from "../../lib/files/sqlite/sql-name.ts";
import type { TableFileApi } from "../../lib/files/table/table-file.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { abortError, untilAborted } from "../workers/abort.ts";
import { RunningWorker } from "../workers/running-worker.ts";
import type { DatasetEntry } from "./catalogue.ts";
import { checkedStream } from "./checked-stream.ts";
import { databaseArrow } from "./database-arrow.ts";
import type { CallOptions, DatasetReader } from "./datasets.ts";
import { allowedStatements, BreachError, DATASETS, GuardedDatabase, LOCK, SEPARATION } from "./guarded-database.ts";
import { onceFor } from "./once-for.ts";
import { missingTable, queryError } from "./query-error.ts";
import type { Database } from "./service-calls.ts";
import { bindLiterals, mentionedNames } from "./sql.ts";
import type { SqlStatement } from "./sql-statements.ts";
import { whenWorkerEnds, workerLockName } from "./worker-lock.ts";

const texts = messages("services", {
  databaseStopped: {
    en: "The database was stopped while this query ran. It starts again with the next query.",
    zh: "此查询运行时数据库被停止。下次查询时会重新启动。",
  },
  tableLost: {
    en: "The database was restarted, and the table `{table}` is gone with it. Run the cell that creates it.",
    zh: "数据库已重新启动，表 `{table}` 随之消失。请运行创建它的单元格。",
  },
  startingDatabase: {
    en: "Starting the database",
    zh: "正在启动数据库",
  },
});

/** Rejects queries that were running when the database was stopped. */
export class DatabaseStopped extends Fault {
  override name = "DatabaseStopped";
  constructor() {
    super(texts.databaseStopped());
  }
}

/** Thrown for a table that cells had created in a stopped database; it exists again when those cells have run. */
export class TableLost extends Fault {
  override name = "DatabaseStopped";
  constructor(table: string) {
    super(texts.tableLost({ table }));
  }
}

/** The location of the database's program, which the host of the page determines. */
export interface QueryProgram {
  /** URL of the worker's script, or a function that starts a worker with a name. */
  worker: string | URL | ((name: string) => Promise<Worker>);
  /** URL of the WebAssembly module, which the worker fetches. */
  wasm: string | URL;
  /** The memory limit, such as `512MB`; by default DuckDB's own limit for browsers. */
  memory?: string;
}

/** How long a cancelled query may take to yield before the database is stopped. */
const PATIENCE_MS = 1500;

interface Instance {
  database: AsyncDuckDB;
  /** The connection for the notebook's queries, which run through the guard. */
  connection: AsyncDuckDBConnection;
  guard: GuardedDatabase<Uint8Array<ArrayBuffer>>;
  /** The connection that fills the catalog of datasets. */
  loader: AsyncDuckDBConnection;
  /** Cancels the running statement. */
  signal: AbortSignal | undefined;
  /** By name and hash. */
  tables: Map<string, Promise<void>>;
  running: RunningWorker;
  end(): void;
}

/**
 * DuckDB-WASM in a worker for one notebook, locked. The catalogue's datasets are read-only tables, which are loaded when a
 * statement first names them.
 */
export class QueryService extends EventTarget implements Database {
  readonly #program: QueryProgram;
  readonly #datasets: DatasetReader;
  readonly #tables: TableFileApi | null;
  #instance: Promise<Instance> | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  /** Tables that cells had created in a stopped database. */
  readonly #lost = new Set<string>();

  /** @param tables what converts columns that the database does not take; null in published pages */
  constructor(program: QueryProgram, datasets: DatasetReader, tables: TableFileApi | null) {
    super();
    this.#program = program;
    this.#datasets = datasets;
    this.#tables = tables;
  }

  /** Starts the database if it is not running; queries also do so. */
  async start(): Promise<void> {
    await this.#running();
  }

  /**
   * Runs a query as one transaction and returns its last result as an Arrow IPC stream. One query runs at a time. When the signal
   * fires, the query is cancelled; if it does not yield, the database is stopped, and the next query starts a new one.
   */
  query(sql: string, parameters: readonly unknown[] = [], options: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
    const result = this.#queue.then(() => this.#run(sql, parameters, options));
    this.#queue = result.catch(() => {});
    return untilAborted(result, options.signal);
  }

  /**
   * Stops the database. Running queries fail with `DatabaseStopped`; the next one starts it again. If tables that cells had
   * created are lost, `lost` is dispatched with their names.
   */
  async stop(): Promise<void> {
    const instance = this.#instance;
    if (!instance) return;
    this.#instance = null;
    const ended = await instance.catch(() => null);
    ended?.end();
    this.#forget(ended);
  }

  /** Called when an instance has ended. */
  #forget(instance: Instance | null): void {
    const made = [...(instance?.guard.made ?? [])];
    for (const name of made) this.#lost.add(name);
    this.dispatchEvent(new Event("stop"));
    if (made.length > 0) this.dispatchEvent(new CustomEvent("lost", { detail: made }));
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
    const name = workerLockName("yuheng-database");
    const worker = typeof program === "function" ? await program(name) : new Worker(program, { name });
    const database = new AsyncDuckDB(new VoidLogger(), worker);
    const lifetime = new AbortController();
    let instance: Instance | null = null;
    const running = new RunningWorker(worker, () => {
      onCrash();
      return new DatabaseStopped();
    });
    const end = () => {
      lifetime.abort();
      running.end(new DatabaseStopped());
    };
    // The worker crashed, or was terminated from outside.
    const onCrash = () => {
      if (lifetime.signal.aborted) return;
      this.#instance = null;
      this.#forget(instance);
      end();
    };
    const start = async () => {
      await database.instantiate(String(this.#program.wasm));
      await database.open({ filesystem: { allowFullHTTPReads: false } });
      const [connection, loader] = [await database.connect(), await database.connect()];
      for (const statement of SEPARATION) await connection.query(statement);
      await loader.query(`SET search_path = '${DATASETS}.main'`);
      const { memory } = this.#program;
      const limit = memory === undefined ? [] : [`SET memory_limit = '${memory}'`];
      for (const statement of [...limit, ...LOCK]) await connection.query(statement);
      return { connection, loader };
    };
    const { connection, loader } = await running.race(start());
    whenWorkerEnds(name, lifetime.signal).then(onCrash, () => {});
    const guard = await GuardedDatabase.open<Uint8Array<ArrayBuffer>>({
      run: (statement) => {
        const signal = instance?.signal;
        const isOurs = /^(BEGIN|COMMIT|ROLLBACK)/.test(statement);
        const run = connection.useUnsafe((bindings, id) =>
          fetchAll(bindings, id, statement, isOurs ? undefined : signal),
        );
        return running.race(run);
      },
      list: async (statement) => {
        const rows = Array.from(await running.race(connection.query(statement)));
        return rows.map((row) => Object.values(row!.toJSON()).map(String));
      },
      isOne: (text) => running.race(isOneStatement(database, text)),
    });
    instance = { database, connection, loader, guard, signal: undefined, tables: new Map(), running, end };
    return instance;
  }

  async #run(sql: string, parameters: readonly unknown[], options: CallOptions): Promise<Uint8Array<ArrayBuffer>> {
    if (options.signal?.aborted) throw abortError();
    const text = bindLiterals(sql, parameters);
    const statements = allowedStatements(text);
    const names = mentionedNames(sql);
    const datasets = (await this.#datasets.entries(names)).filter(({ format }) => format === "arrow");
    const needed = datasets.filter(({ name }) => names.has(name));
    // Files are loaded while the database starts.
    for (const { name } of needed) this.#datasets.load(name).catch(() => {});
    if (!this.#instance) options.progress?.({ fraction: null, message: texts.startingDatabase() });
    const instance = await this.#running();
    for (const entry of needed) await this.#table(instance, entry, options);
    return this.#execute(instance, statements, new Set(datasets.map(({ name }) => name)), options.signal);
  }

  #table(instance: Instance, { name, sha256 }: DatasetEntry, options: CallOptions): Promise<void> {
    return onceFor(instance.tables, `${name} ${sha256}`, async () => {
      const bytes = await databaseArrow(
        name,
        await this.#datasets.load(name, { progress: options.progress }),
        this.#tables,
      );
      const stream = arrowStream(bytes);
      // The connection transfers its input, so the shared bytes are copied.
      const own = beginsWithSchema(stream)
        ? stream.slice()
        : (await import("../../lib/files/arrow/arrow-schema.ts")).wholeArrowStream(bytes);
      // A file of the notebook may have been replaced.
      await instance.running.race(instance.loader.query(`DROP TABLE IF EXISTS ${sqlName(name)}`));
      const insert = instance.loader.insertArrowFromIPCStream(own, { name, create: true });
      return instance.running.race(insert);
    });
  }

  async #execute(
    instance: Instance,
    statements: readonly SqlStatement[],
    datasets: ReadonlySet<string>,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array<ArrayBuffer>> {
    let done = false;
    const cancel = async () => {
      instance.connection.cancelSent().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
      if (!done) await this.stop();
    };
    signal?.addEventListener("abort", cancel, { once: true });
    instance.signal = signal;
    try {
      const bytes = await instance.guard.run(statements, (name) => datasets.has(name));
      for (const name of instance.guard.made) this.#lost.delete(name);
      return checkedStream(bytes);
    } catch (error) {
      if (error instanceof BreachError || hasCrashed(error)) await this.stop();
      if (signal?.aborted) throw abortError();
      if (error instanceof DatabaseStopped) throw error;
      if (hasCrashed(error)) throw new DatabaseStopped();
      const missing = missingTable(error);
      if (missing !== null && this.#lost.has(missing.toLowerCase())) throw new TableLost(missing);
      throw await queryError(error, this.#datasets);
    } finally {
      done = true;
      instance.signal = undefined;
      signal?.removeEventListener("abort", cancel);
    }
  }
}

/** Whether the database's program itself has crashed, after which its answers are invalid. */
function hasCrashed(error: unknown): boolean {
  return error instanceof Error && CRASH.test(error.message);
}

const CRASH =
  /memory access out of bounds|table index is out of bounds|function signature mismatch|null function|unreachable|Aborted\(|Maximum call stack|database has been invalidated/;

/** Determines by DuckDB's own lexer whether a text contains a semicolon between tokens. */
async function isOneStatement(database: AsyncDuckDB, text: string): Promise<boolean> {
  const { offsets, types } = await database.tokenize(text);
  const bytes = new TextEncoder().encode(text);
  return !offsets.some((offset, i) => types[i] === OPERATOR && bytes[offset] === SEMICOLON);
}

const OPERATOR = 3;
const SEMICOLON = ";".charCodeAt(0);

/** Runs a statement as a pending query, which can be cancelled between polls, and concatenates the result's messages. */
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
