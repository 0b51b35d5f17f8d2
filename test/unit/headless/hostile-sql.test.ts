import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { tableFromIPC } from "apache-arrow";
import { afterAll, describe, expect, test } from "vitest";
import { createTable } from "../../../kernel/headless/database/arrow-table.ts";
import { DATASETS, SEPARATION } from "../../../kernel/services/guarded-database.ts";
import type { Database } from "../../../kernel/services/service-calls.ts";
import { answerOf, datasetProbe, type HostileSql, hostileSql } from "../../hostile-sql.ts";
import { rawError, sqlTexts } from "../../sql-fuzz.ts";
import { openDatabase, openServices, runCells } from "./services.ts";

const services = openServices();
const folder = mkdtempSync(join(tmpdir(), "hostile-sql-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ask = (sql: string) => Promise<string>;

/** The same catalogs and tables, and nothing that protects them. */
async function openBare(): Promise<{ ask: Ask; close(): void }> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection: DuckDBConnection = await instance.connect();
  for (const statement of SEPARATION) await connection.run(statement);
  await createTable(connection, DATASETS, "mrio_regions", await services.datasets.load("mrio_regions"));
  return {
    ask: (sql) => answerOf(async (text) => (await connection.runAndReadAll(text)).getRowsJson(), sql),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function askerOf(database: Pick<Database, "query">): Ask {
  return (sql) => answerOf(async (text) => tableFromIPC(await database.query(text)), sql);
}

const inB = askerOf(await openDatabase(services));
const cases = hostileSql(folder);

describe("A hostile notebook", () => {
  test("is tried in more than sixty ways", () => expect(cases.length).toBeGreaterThan(60));

  test.each(cases)(
    "that would $title has an effect where nothing protects",
    async ({ queries, probe = datasetProbe }) => {
      const bare = await openBare();
      try {
        const before = await bare.ask(probe);
        for (const query of queries) await bare.ask(query);
        expect(await bare.ask(probe)).not.toBe(before);
      } finally {
        bare.close();
      }
    },
  );

  test.each(cases)(
    "that would $title changes no dataset, and nothing in another notebook",
    async (hostile: HostileSql) => {
      const { queries, probe = datasetProbe, own } = hostile;
      const a = await services.openDatabase();
      const inA = askerOf(a);
      try {
        const before = await inA(datasetProbe);
        const other = await inB(probe);
        const probed = await inA(probe);
        for (const query of queries) {
          const said = await inA(query);
          // No sentence of ours, no error of the database's transactions.
          expect(said).not.toMatch(/TransactionContext|internal|undefined|BreachError/i);
        }
        expect(await inA(datasetProbe)).toBe(before);
        expect(before).toContain('"n":41');
        if (!own) expect(await inA(probe)).toBe(probed);
        expect(await inB(probe)).toBe(other);
      } finally {
        await a.close();
      }
    },
  );

  test("gets an answer or a sentence for any text, and the datasets stay as they are", async () => {
    const database = await openDatabase(services);
    const ask = askerOf(database);
    const before = await ask(datasetProbe);
    let answers = 0;
    let count = 0;
    for (const text of sqlTexts(11, 600)) {
      const error = await database.query(text).then(
        () => null,
        (reason: Error) => reason,
      );
      if (error) {
        expect(error.name, text).toMatch(/^(QueryError|SqlValueError)$/);
        expect(error.message, text).not.toMatch(rawError);
        // The database's own parser sees the statements that ours does.
        expect(error.message, text).not.toMatch(/cannot be split/);
      } else ++answers;
      if (++count % 20 === 0) expect(await ask(datasetProbe), text).toBe(before);
    }
    // Both are tried: what runs, and what is refused.
    expect(answers).toBeGreaterThan(60);
    expect(answers).toBeLessThan(540);
  });

  test("leaves nothing behind for the next run of a notebook, and shares its tables among its own cells", async () => {
    const first = await runCells(services, [
      "const made = await sql`create table kept as select 5 as five`",
      "made; const own = (await sql`select five::int as five from kept`).get(0).five",
      "const taken = await sql`create or replace table mrio_regions as select 1 as a`",
    ]);
    expect(first.values.get("own")).toBe(5);
    expect(first.cells[2]!.state.error?.message).toBe(
      "`mrio_regions` is a dataset and cannot be changed. Choose another name.",
    );
    const second = await runCells(services, [
      "const rows = (await sql`select count(*)::int as n from mrio_regions`).get(0).n",
      "const own = await sql`select * from kept`",
    ]);
    expect(second.values.get("rows")).toBe(41);
    expect(second.cells[1]!.state.error?.message).toContain("There is no table or dataset named `kept`");
  });
});
