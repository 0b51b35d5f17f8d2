import { expect, test } from "vitest";
import { answererOf } from "../../../cli/build/needed-database.ts";
import type { CellState } from "../../../kernel/runtime/state.ts";
import { openServices, runCells } from "../headless/services.ts";

const services = openServices();

const small = {
  kind: "sql",
  source: "select region, name_en from mrio_regions where region_index < ${n} order by region",
};
const summing = { kind: "sql", source: "select count(*) as n from mrio_regions where region_index < ${n}" };
const reading = { kind: "md", source: "There are ${[...await sql`select 1 as one`][0].one}." };

/** What the queries of cells need after they have run. */
async function answered(
  cells: readonly { kind: string; source: string }[],
  imported: readonly (typeof small)[] = [],
  isWritten = false,
) {
  const { cells: executed } = await runCells(services, cells);
  return answererOf([...cells, ...imported], executed, services.datasets, isWritten);
}

const n = { kind: "js", source: "const n = 3" };

test("A page answers selections from a small dataset itself; for anything else it needs the database", async () => {
  expect(await answered([n])).toBe("nothing");
  expect(await answered([n, small])).toBe("page");
  expect(await answered([n, summing])).toBe("database");
  expect(await answered([n, small, { kind: "js", source: "await sql`select region from mrio_regions`" }])).toBe(
    "database",
  );
  expect(await answered([n, reading])).toBe("database");
});

test("It needs the database where a statement is not known, or a reader may write one", async () => {
  // Without `n` the cell does not run.
  expect(await answered([small])).toBe("database");
  expect(await answered([n, small], [small])).toBe("database");
  expect(await answered([n, small], [], true)).toBe("database");
  const state = { status: "fresh", runs: 1 } as CellState;
  const step = {
    kind: "query",
    sql: "select region from mrio_regions where region = ?",
    values: null,
    datasets: [],
    rows: 1,
  } as const;
  expect(await answererOf([small], [{ kind: "sql", state, steps: [step] }], services.datasets, false)).toBe("database");
});

test("A query of a database of SQLite needs no other, one of a DuckDBClient does", async () => {
  const query = { kind: "sql", source: "select 1 as one" };
  const sqlite = { kind: "js", source: "const db = SQLiteDatabaseClient.open(new Uint8Array())" };
  const duckdb = { kind: "js", source: "const db = DuckDBClient.of({t: [{a: 1}]})" };
  expect(await answered([sqlite, query])).toBe("nothing");
  expect(await answered([duckdb, query])).toBe("database");
  expect(await answered([sqlite, query], [query])).toBe("database");
});
