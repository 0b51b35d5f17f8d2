import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { QueryError } from "./query-error.ts";
import { isReading, isShaping, refusalOf, type SqlStatement, statementsOf } from "./sql-statements.ts";

const said = messages("services", {
  unsplittableQuery: {
    en: "This query cannot be split into its statements with certainty. Simplify its quotes and comments.",
    zh: "无法确定此查询由哪些语句组成。请简化其中的引号和注释。",
  },
  fixedCatalog: {
    en: "The catalog `{catalog}` cannot be changed. Create tables by a name alone.",
    zh: "目录 `{catalog}` 不能改动。创建表时只写表名即可。",
  },
  databaseFunction: {
    en: "`{name}` is a function of the database and cannot be replaced. Choose another name.",
    zh: "`{name}` 是数据库的函数，不能替换。请换一个名称。",
  },
  leftTransaction: {
    en: "This query left its transaction, and the database was stopped for it. It starts again with the next query; tables that cells created are gone.",
    zh: "此查询脱离了所在的事务，数据库因此被停止。下次查询时会重新启动；单元格创建的表已不存在。",
  },
  emptyQuery: {
    en: "The query is empty: write a statement such as `select 1`.",
    zh: "查询为空：请写一条语句，例如 `select 1`。",
  },
  fixedDataset: {
    en: "`{name}` is a dataset and cannot be changed. Choose another name.",
    zh: "`{name}` 是数据集，不能改动。请换一个名称。",
  },
});

/** One connection to a database of a notebook. */
export interface GuardedConnection<Result> {
  /** Runs one statement; rejects with the database's own error. */
  run(statement: string): Promise<Result>;
  /** Whether the database reads a text as a single statement. */
  isOne(text: string): Promise<boolean>;
  /** The rows of a small result, as text. */
  list(statement: string): Promise<readonly (readonly string[])[]>;
}

/** A query got out of its transaction: what the database holds can no longer be trusted. */
export class BreachError extends Fault {
  override name = "BreachError";
}

/** The catalog that holds the datasets, and the notebook's own. */
export const DATASETS = "datasets";
const OWN = "memory";

/**
 * Makes the two catalogs of a notebook's database, before its settings are locked. Names are looked for in the notebook's
 * catalog first, so that what it creates goes there.
 */
export const SEPARATION = [`ATTACH ':memory:' AS ${DATASETS}`, `SET search_path = '${OWN}.main,${DATASETS}.main'`];

/** Nothing is fetched, no extension is loaded, no file is read or written, and no statement can change that. */
export const LOCK = [
  "SET autoload_known_extensions = false",
  "SET autoinstall_known_extensions = false",
  "SET enable_external_access = false",
  "SET lock_configuration = true",
];

/** Writes nothing, and makes a transaction one that writes to the notebook's catalog: DuckDB lets it write to no other. */
const MARK = `CREATE SCHEMA IF NOT EXISTS ${OWN}.main`;

/** What DuckDB says of a write in a transaction that only reads, or that has written elsewhere. */
const READ_ONLY = /Cannot write to database "(\w+)" - transaction is launched in read-only mode/;
const ELSEWHERE = /Attempting to write to database "(\w+)" in a transaction that has already modified database/;

/** Everything is looked up in `system.main`: a macro of the notebook may have the name of a function. */
const TRANSACTION = "SELECT system.main.txid_current()::VARCHAR";
const STATE = `
  SELECT 'transaction', system.main.txid_current()::VARCHAR, ''
  UNION ALL SELECT 'database', database_name, database_oid::VARCHAR FROM system.main.duckdb_databases()
  UNION ALL SELECT 'path', system.main.current_setting('search_path'), ''
  UNION ALL SELECT database_name, table_name, 'table' FROM system.main.duckdb_tables()
  UNION ALL SELECT database_name, view_name, 'view' FROM system.main.duckdb_views() WHERE NOT internal`;
const FUNCTIONS = "SELECT function_name FROM system.main.duckdb_functions() WHERE internal";
const MACROS = "SELECT function_name FROM system.main.duckdb_functions() WHERE NOT internal";

interface State {
  /** Databases and search path, as they were when the database was opened. */
  readonly frame: string;
  readonly transaction: string;
  /** Tables and views that are not in the catalog of datasets. */
  readonly made: readonly string[];
}

/**
 * Runs the queries of one notebook so that none can change a dataset, hide one, or replace a function of the database. What
 * reads runs in a read-only transaction. What writes runs in a transaction that DuckDB confines to the notebook's catalog;
 * before it is committed, the names that stand in the catalogs are looked at, and it is rolled back if one is taken.
 */
export class GuardedDatabase<Result> {
  readonly #connection: GuardedConnection<Result>;
  readonly #frame: string;
  #functions: Promise<ReadonlySet<string>> | undefined;
  /** Tables and views that the notebook has made. */
  made: ReadonlySet<string> = new Set();

  private constructor(connection: GuardedConnection<Result>, frame: string) {
    this.#connection = connection;
    this.#frame = frame;
  }

  /** Takes a connection of a database that has been separated and locked. */
  static async open<Result>(connection: GuardedConnection<Result>): Promise<GuardedDatabase<Result>> {
    return new GuardedDatabase(connection, (await stateOf(connection)).frame);
  }

  /**
   * Runs the statements of a query as one transaction and gives the result of the last. `isDataset` says which names are
   * taken. Rejects with the database's error, with a QueryError for what is refused, and with a BreachError when the
   * database must be ended.
   */
  async run(statements: readonly SqlStatement[], isDataset: (name: string) => boolean): Promise<Result> {
    for (const { text } of statements) {
      if (!(await this.#connection.isOne(text))) throw new QueryError(said.unsplittableQuery());
    }
    if (!statements.some(isWriting)) {
      const result = await this.#transact(["BEGIN TRANSACTION READ ONLY"], statements, isDataset);
      if (result !== null) return result.value;
    }
    const result = await this.#transact(["BEGIN TRANSACTION", MARK], statements, isDataset);
    return result!.value;
  }

  /** The result of the last statement; null where the transaction only reads and a statement writes to the notebook's catalog. */
  async #transact(
    begin: readonly string[],
    statements: readonly SqlStatement[],
    isDataset: (name: string) => boolean,
  ): Promise<{ value: Result } | null> {
    const connection = this.#connection;
    const isWatched = statements.some(isShaping);
    for (const statement of begin) await connection.run(statement);
    let value!: Result;
    let current = statements[0]!;
    let made: readonly string[] = [];
    try {
      const transaction = isWatched ? (await connection.list(TRANSACTION))[0]![0] : "";
      for (current of statements) {
        value = await connection.run(current.text);
        if (!isWatched) continue;
        const state = await stateOf(connection);
        if (state.transaction !== transaction || state.frame !== this.#frame)
          throw new BreachError(said.leftTransaction());
        made = state.made;
        const hidden = made.find(isDataset);
        if (hidden !== undefined) throw new QueryError(takenBy(hidden));
        if (current.names.some((name) => name === "macro" || name === "function")) await this.#checkMacros();
      }
    } catch (error) {
      await this.#rollBack(error);
      const written = error instanceof Error ? (READ_ONLY.exec(error.message) ?? ELSEWHERE.exec(error.message)) : null;
      if (!written) throw error;
      if (written[1] === OWN && !begin.includes(MARK)) return null;
      const name = targetOf(current, isDataset);
      throw new QueryError(name === null ? said.fixedCatalog({ catalog: written[1]! }) : takenBy(name));
    }
    await connection.run("COMMIT").catch((error) => this.#failCommit(error));
    if (isWatched) this.made = new Set(made);
    return { value };
  }

  /** A transaction that is not there any more was ended by the query itself. */
  async #rollBack(reason: unknown): Promise<void> {
    if (reason instanceof BreachError) return;
    try {
      await this.#connection.run("ROLLBACK");
    } catch (error) {
      if (/no transaction is active/.test(String(error))) throw new BreachError(said.leftTransaction());
      throw error;
    }
  }

  async #failCommit(error: unknown): Promise<never> {
    if (/no transaction is active/.test(String(error))) throw new BreachError(said.leftTransaction());
    await this.#rollBack(error).catch(() => {});
    throw error;
  }

  async #checkMacros(): Promise<void> {
    this.#functions ??= this.#connection
      .list(FUNCTIONS)
      .then((rows) => new Set(rows.map(([name]) => name!.toLowerCase())));
    const functions = await this.#functions;
    for (const [name] of await this.#connection.list(MACROS)) {
      if (functions.has(name!.toLowerCase())) throw new QueryError(said.databaseFunction({ name: name! }));
    }
  }
}

/** The statements of a query. Throws QueryError for one that a notebook's database does not run, and where there is none. */
export function allowedStatements(sql: string): SqlStatement[] {
  const statements = statementsOf(sql);
  if (statements.length === 0) throw new QueryError(said.emptyQuery());
  for (const statement of statements) {
    const refusal = refusalOf(statement);
    if (refusal !== null) throw new QueryError(refusal);
  }
  return statements;
}

/** Whether a statement is sure to write: others are tried in a transaction that only reads. */
function isWriting(statement: SqlStatement): boolean {
  return !isReading(statement) && statement.verb !== "execute";
}

function takenBy(name: string): Message {
  return said.fixedDataset({ name });
}

/** The dataset that a statement would change: the first that is named after the word for it. */
function targetOf({ names }: SqlStatement, isDataset: (name: string) => boolean): string | null {
  const from = names.findIndex((name) =>
    /^(insert|update|delete|merge|truncate|create|alter|drop|comment)$/.test(name),
  );
  return names.slice(Math.max(from, 0)).find(isDataset) ?? null;
}

async function stateOf(connection: GuardedConnection<unknown>): Promise<State> {
  const rows = await connection.list(STATE);
  const kinds = new Set(["transaction", "database", "path"]);
  return {
    frame: JSON.stringify(
      rows
        .filter(([kind]) => kind === "database" || kind === "path")
        .map((row) => [...row])
        .sort(),
    ),
    transaction: rows.find(([kind]) => kind === "transaction")![1]!,
    made: rows.filter(([kind]) => !kinds.has(kind!) && kind !== DATASETS).map(([, name]) => name!.toLowerCase()),
  };
}
