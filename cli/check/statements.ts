import type { DuckDBConnection } from "@duckdb/node-api";
import type { CheckEnvironment, StatementRefusal } from "../../kernel/check/check-environment.ts";
import { DuckdbMissing, withDuckdb } from "../../kernel/headless/database/duckdb-package.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { sqlName } from "../../kernel/services/sql-name.ts";
import { refusalOf, statementsOf } from "../../kernel/services/sql-statements.ts";

/** The database's types for those of Arrow; any other type of the catalogue is text. */
const types: readonly [RegExp, string][] = [
  [/^Int16$/, "SMALLINT"],
  [/^U?[iI]nt/, "BIGINT"],
  [/^Float|^Decimal/, "DOUBLE"],
  [/^Bool/, "BOOLEAN"],
  [/^Date/, "DATE"],
  [/^Timestamp/, "TIMESTAMP"],
];

/**
 * Checks a statement against the list of allowed statements, and then by preparing it in DuckDB without running it. The database
 * has every dataset of the catalogue as an empty table. Tables that a notebook creates are created, so that later statements
 * find them. The first statement starts the database.
 */
export function statementChecker(catalogue: readonly DatasetEntry[]): {
  refuse: NonNullable<CheckEnvironment["refuse"]>;
  end(): Promise<void>;
} {
  let connection: Promise<DuckDBConnection | null> | undefined;
  return {
    async refuse(statement) {
      for (const each of statementsOf(statement)) {
        const message = refusalOf(each);
        if (message !== null) return { message, offset: statement.indexOf(each.text) };
      }
      connection ??= open(catalogue).catch(withoutDatabase);
      const database = await connection;
      if (!database) return null;
      try {
        const prepared = await database.prepare(statement);
        const creates = /^\s*create\b/i.test(statement) && prepared.parameterCount === 0;
        prepared.destroySync();
        if (creates) await database.run(statement);
        return null;
      } catch (error) {
        return errorOf((error as Error).message, statement);
      }
    },
    async end() {
      (await connection)?.closeSync();
    },
  };
}

let hasWarned = false;

/** Says once that no statement is checked against the database. */
function withoutDatabase(error: unknown): null {
  if (!(error instanceof DuckdbMissing)) throw error;
  if (!hasWarned) process.stderr.write(`SQL is checked only in part. ${error.message}\n`);
  hasWarned = true;
  return null;
}

async function open(catalogue: readonly DatasetEntry[]): Promise<DuckDBConnection> {
  const { DuckDBInstance } = await withDuckdb(() => import("@duckdb/node-api"));
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  for (const { name, format, columns } of catalogue) {
    if (format !== "arrow" || columns.length === 0) continue;
    const list = columns.map((column) => `${sqlName(column.name)} ${typeOf(column.type)}`).join(", ");
    await connection.run(`create table ${sqlName(name)} (${list})`);
  }
  // As in the page: nothing is fetched and no file is read. Errors come with their position.
  for (const setting of [
    "autoload_known_extensions = false",
    "autoinstall_known_extensions = false",
    "errors_as_json = true",
    "enable_external_access = false",
    "lock_configuration = true",
  ]) {
    await connection.run(`set ${setting}`);
  }
  return connection;
}

function typeOf(type: string): string {
  return types.find(([pattern]) => pattern.test(type))?.[1] ?? "VARCHAR";
}

/** The database's error as the sentence that the page shows, and its position. The database counts bytes. */
function errorOf(error: string, statement: string): StatementRefusal {
  const json = error.indexOf("{");
  try {
    const { exception_type: kind, exception_message: text, position } = JSON.parse(error.slice(Math.max(json, 0)));
    const message = `${kind} Error: ${text}`.replaceAll(/\s*\n\s*/g, " ");
    if (position === undefined) return { message };
    return { message, offset: Buffer.from(statement).subarray(0, Number(position)).toString().length };
  } catch {
    return { message: error };
  }
}
