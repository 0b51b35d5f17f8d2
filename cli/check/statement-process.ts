// The process in which a database reads the statements of a notebook that is checked. To read one is to compute what in it is constant,
// `repeat('x', 2000000000)`, and that neither a limit of the database nor an interruption ends: only the end of its process does.
import type { DuckDBConnection } from "@duckdb/node-api";
import { DuckdbMissing, withDuckdb } from "../../kernel/headless/database/duckdb-package.ts";
import { sqlName } from "../../lib/files/sqlite/sql-name.ts";
import type { ProcessAnswer, ProcessRequest } from "./statement-protocol.ts";

/** So much memory the whole process may take, and so much its database by its own count. */
const MOST_BYTES = 1_200_000_000;
const MOST_OF_DATABASE = "400MB";

/** How often the memory is read. A process fills some MB in a millisecond. */
const WATCH_MS = 10;

/** The database's types for those of Arrow; any other type of the catalogue is text. */
const types: readonly [RegExp, string][] = [
  [/^Int16$/, "SMALLINT"],
  [/^U?[iI]nt/, "BIGINT"],
  [/^Float|^Decimal/, "DOUBLE"],
  [/^Bool/, "BOOLEAN"],
  [/^Date/, "DATE"],
  [/^Timestamp/, "TIMESTAMP"],
];

let connection: DuckDBConnection | undefined;

setInterval(() => {
  if (process.memoryUsage.rss() > MOST_BYTES) process.kill(process.pid, "SIGKILL");
}, WATCH_MS).unref();

// The command that asks has ended.
process.on("disconnect", () => process.exit());
process.on("message", (request: ProcessRequest) => {
  answer(request).then(
    (given) => process.send!(given),
    (error: Error) => process.send!({ failed: error.message, missing: error instanceof DuckdbMissing }),
  );
});

async function answer(request: ProcessRequest): Promise<ProcessAnswer> {
  if ("tables" in request) {
    connection = await open(request.tables);
    return { refusal: null };
  }
  const { text, creation } = request;
  try {
    const prepared = await connection!.prepare(text);
    const { parameterCount } = prepared;
    prepared.destroySync();
    if (creation !== null && parameterCount === 0) await connection!.run(creation);
    return { refusal: null };
  } catch (error) {
    return { refusal: (error as Error).message };
  }
}

async function open(tables: Extract<ProcessRequest, { tables: unknown }>["tables"]): Promise<DuckDBConnection> {
  const { DuckDBInstance } = await withDuckdb(() => import("@duckdb/node-api"));
  const database = await (await DuckDBInstance.create(":memory:")).connect();
  for (const { name, columns } of tables) {
    const list = columns.map((column) => `${sqlName(column.name)} ${typeOf(column.type)}`).join(", ");
    await database.run(`create table ${sqlName(name)} (${list})`);
  }
  // As in the page: nothing is fetched and no file is read. Errors come with their position.
  for (const setting of [
    "threads = 1",
    `memory_limit = '${MOST_OF_DATABASE}'`,
    "temp_directory = ''",
    "autoload_known_extensions = false",
    "autoinstall_known_extensions = false",
    "errors_as_json = true",
    "enable_external_access = false",
    "lock_configuration = true",
  ]) {
    await database.run(`set ${setting}`);
  }
  return database;
}

function typeOf(type: string): string {
  return types.find(([pattern]) => pattern.test(type))?.[1] ?? "VARCHAR";
}
