import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { QueryError } from "./query-error.ts";
import { isReadOnly, mayChangeSchema, refusalOf, type SqlStatement, statementsOf } from "./sql-statements.ts";

const texts = messages("services", {
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

/** A connection to the database of a notebook. */
export interface GuardedConnection<Result> {
  /** Runs one statement; rejects with the database's own error. */
  run(statement: string): Promise<Result>;
  /** Whether the database parses a text as a single statement. */
  isOne(text: string): Promise<boolean>;
  /** The rows of a small result, as text. */
  list(statement: string): Promise<readonly (readonly string[])[]>;
}

/** Thrown when a query escaped its transaction: the state of the database can no longer be trusted. */
export class BreachError extends Fault {
  override name = "BreachError";
}

/** The catalog with the datasets, and the notebook's own catalog. */
export const DATASETS = "datasets";
const OWN = "memory";

/**
 * Creates the two catalogs of a notebook's database, before its settings are locked. Names are searched in the notebook's
 * catalog first, so that new objects are created there.
 */
export const SEPARATION = [`ATTACH ':memory:' AS ${DATASETS}`, `SET search_path = '${OWN}.main,${DATASETS}.main'`];

/** No network access, no extensions, no access to files; no statement can change these settings. */
export const LOCK = [
  "SET autoload_known_extensions = false",
  "SET autoinstall_known_extensions = false",
  "SET enable_external_access = false",
  "SET lock_configuration = true",
];

/** A no-op that makes the transaction write to the notebook's catalog: DuckDB then lets it write to no other. */
const MARK = `CREATE SCHEMA IF NOT EXISTS ${OWN}.main`;

/** DuckDB's errors for a write in a read-only transaction, and in one that has written to another catalog. */
const READ_ONLY = /Cannot write to database "(\w+)" - transaction is launched in read-only mode/;
const ELSEWHERE = /Attempting to write to database "(\w+)" in a transaction that has already modified database/;

/** Functions are qualified by `system.main`, because a macro of the notebook may have the same name. */
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
  /** Databases and search path, which must not change. */
  readonly environment: string;
  readonly transaction: string;
  /** Tables and views that are not in the catalog of datasets. */
  readonly made: readonly string[];
}

/**
 * Runs the queries of one notebook so that none can change or hide a dataset, or replace a function of the database. Reading
 * queries run in a read-only transaction. Writing queries run in a transaction that DuckDB confines to the notebook's catalog;
 * before it is committed, the names in the catalogs are checked, and it is rolled back if one is reserved.
 */
export class GuardedDatabase<Result> {
  readonly #connection: GuardedConnection<Result>;
  readonly #environment: string;
  #functions: Promise<ReadonlySet<string>> | undefined;
  /** Tables and views that the notebook has created. */
  made: ReadonlySet<string> = new Set();

  private constructor(connection: GuardedConnection<Result>, environment: string) {
    this.#connection = connection;
    this.#environment = environment;
  }

  /** Wraps a connection of a database that has been separated and locked. */
  static async open<Result>(connection: GuardedConnection<Result>): Promise<GuardedDatabase<Result>> {
    return new GuardedDatabase(connection, (await stateOf(connection)).environment);
  }

  /**
   * Runs the statements of a query as one transaction and returns the result of the last. `isDataset` tells which names are
   * reserved. Rejects with the database's error, with a QueryError for a refused query, and with a BreachError when the
   * database must be closed.
   */
  async run(statements: readonly SqlStatement[], isDataset: (name: string) => boolean): Promise<Result> {
    for (const { text } of statements) {
      if (!(await this.#connection.isOne(text))) throw new QueryError(texts.unsplittableQuery());
    }
    if (!statements.some(isWriting)) {
      const result = await this.#transact(["BEGIN TRANSACTION READ ONLY"], statements, isDataset);
      if (result !== null) return result.value;
    }
    const result = await this.#transact(["BEGIN TRANSACTION", MARK], statements, isDataset);
    return result!.value;
  }

  /** The result of the last statement; null if a statement writes to the notebook's catalog in a read-only transaction. */
  async #transact(
    begin: readonly string[],
    statements: readonly SqlStatement[],
    isDataset: (name: string) => boolean,
  ): Promise<{ value: Result } | null> {
    const connection = this.#connection;
    const isWatched = statements.some(mayChangeSchema);
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
        if (state.transaction !== transaction || state.environment !== this.#environment)
          throw new BreachError(texts.leftTransaction());
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
      throw new QueryError(name === null ? texts.fixedCatalog({ catalog: written[1]! }) : takenBy(name));
    }
    await connection.run("COMMIT").catch((error) => this.#failCommit(error));
    if (isWatched) this.made = new Set(made);
    return { value };
  }

  /** If no transaction is active any more, the query itself has ended it. */
  async #rollBack(reason: unknown): Promise<void> {
    if (reason instanceof BreachError) return;
    try {
      await this.#connection.run("ROLLBACK");
    } catch (error) {
      if (/no transaction is active/.test(String(error))) throw new BreachError(texts.leftTransaction());
      throw error;
    }
  }

  async #failCommit(error: unknown): Promise<never> {
    if (/no transaction is active/.test(String(error))) throw new BreachError(texts.leftTransaction());
    await this.#rollBack(error).catch(() => {});
    throw error;
  }

  async #checkMacros(): Promise<void> {
    this.#functions ??= this.#connection
      .list(FUNCTIONS)
      .then((rows) => new Set(rows.map(([name]) => name!.toLowerCase())));
    const functions = await this.#functions;
    for (const [name] of await this.#connection.list(MACROS)) {
      if (functions.has(name!.toLowerCase())) throw new QueryError(texts.databaseFunction({ name: name! }));
    }
  }
}

/** The statements of a query. Throws QueryError for a statement that is not allowed in a notebook, and for an empty query. */
export function allowedStatements(sql: string): SqlStatement[] {
  const statements = statementsOf(sql);
  if (statements.length === 0) throw new QueryError(texts.emptyQuery());
  for (const statement of statements) {
    const refusal = refusalOf(statement);
    if (refusal !== null) throw new QueryError(refusal);
  }
  return statements;
}

/** Whether a statement certainly writes; others are first tried in a read-only transaction. */
function isWriting(statement: SqlStatement): boolean {
  return !isReadOnly(statement) && statement.verb !== "execute";
}

function takenBy(name: string): Message {
  return texts.fixedDataset({ name });
}

/** The dataset that a statement would change: the first one named after the verb. */
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
    environment: JSON.stringify(
      rows
        .filter(([kind]) => kind === "database" || kind === "path")
        .map((row) => [...row])
        .sort(),
    ),
    transaction: rows.find(([kind]) => kind === "transaction")![1]!,
    made: rows.filter(([kind]) => !kinds.has(kind!) && kind !== DATASETS).map(([, name]) => name!.toLowerCase()),
  };
}
