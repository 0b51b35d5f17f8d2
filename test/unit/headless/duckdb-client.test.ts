import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Table } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FolderAttachments } from "../../../kernel/headless/folder-attachments.ts";
import { openServices, runCells } from "./services.ts";

const services = openServices();
let folder: string;
let attachments: FolderAttachments;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-duckdb-"));
  await writeFile(join(folder, "fuels.csv"), "fuel,tonnes,since\ncoal,1.5,2020-01-02\ngas,2,2021-03-04\n");
  // The name of a dataset that ships.
  await writeFile(join(folder, "population.csv"), "place,people\nhere,3\n");
  await mkdir(join(folder, "below"));
  await writeFile(join(folder, "below", "deep.csv"), "depth\n7\n8\n");
  attachments = new FolderAttachments(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Cells = Parameters<typeof runCells>[1];

async function run(...cells: Cells) {
  const executed = await runCells(services, cells, { attachments });
  return {
    ...executed,
    errors: executed.cells.map(({ error }) => error?.message).filter((text) => text !== undefined),
  };
}

const rows = (table: unknown) => (table as Table).toArray().map((row) => row!.toJSON());

describe("A DuckDBClient", () => {
  test("queries files, records, columns and Arrow tables by their names", async () => {
    const { values, errors } = await run(
      `const db = DuckDBClient.of({
        fuels: FileAttachment("fuels.csv"),
        people: FileAttachment("population.csv"),
        deep: {file: FileAttachment("below/deep.csv")},
        factors: [{fuel: "coal", ef: 94.6, known: true}, {fuel: "gas", ef: null, known: false}],
        columns: {x: Float64Array.of(1, 2, 3), y: ["a", null, "c"]},
        "of sql": sql\`select 5 as five\`,
        options: {data: [{a: 1}], columns: ["a"]},
      })`,
      "const joined = db.sql`select f.fuel, f.tonnes * ef as emitted, since from fuels f join factors using (fuel) order by all`",
      "const people = db.query('from people')",
      "const deep = db.query('select sum(depth) as s from deep where depth > ?', [7])",
      "const columns = db.query('from columns')",
      'const five = db.queryRow(`with more as (from "of sql") select five + 1 as six from more`)',
      "const none = db.queryRow('from fuels where tonnes > 99')",
      "const tables = db.describeTables()",
      "const described = db.describeColumns({table: 'fuels'})",
      "const shipped = db.queryRow('select count(*) as n from population')",
      "const a = db.queryRow('select a from options')",
    );
    expect(errors).toEqual([]);
    expect(rows(values.get("joined"))).toEqual([
      { fuel: "coal", emitted: 1.5 * 94.6, since: Date.UTC(2020, 0, 2) },
      { fuel: "gas", emitted: null, since: Date.UTC(2021, 2, 4) },
    ]);
    expect(rows(values.get("people"))).toEqual([{ place: "here", people: 3 }]);
    expect(rows(values.get("deep"))).toEqual([{ s: 8 }]);
    expect(rows(values.get("columns"))).toEqual([
      { x: 1, y: "a" },
      { x: 2, y: null },
      { x: 3, y: "c" },
    ]);
    expect((values.get("five") as { six: number }).six).toBe(6);
    expect(values.get("none")).toBeNull();
    expect(values.get("tables")).toContainEqual({ name: "of sql" });
    expect(values.get("described")).toEqual([
      { name: "fuel", type: "string", nullable: true, databaseType: "VARCHAR" },
      { name: "tonnes", type: "number", nullable: true, databaseType: "DOUBLE" },
      { name: "since", type: "date", nullable: true, databaseType: expect.stringMatching(/^(DATE|TIMESTAMP)/) },
    ]);
    expect((values.get("shipped") as { n: number }).n).toBeGreaterThan(100);
    expect((values.get("a") as { a: number }).a).toBe(1);
  });

  test("keeps types: dates, nulls, integers of any size, nested values as JSON", async () => {
    const { values, errors } = await run(
      `const db = DuckDBClient.of({t: [
        {day: new Date(Date.UTC(2020, 1, 29)), big: 9007199254740993n, huge: 2n ** 100n, list: [1, 2n], deep: {a: {b: "ü'"}}, mixed: 1, none: null},
        {day: null, big: 1, huge: 0n, list: null, deep: {}, mixed: "x", none: null},
      ]})`,
      "const types = db.describeColumns({table: 't'})",
      "const exact = db.queryRow(`select big::varchar as big, huge::varchar as huge, year(day) as year, list, deep, mixed, none from t limit 1`)",
      "const counted = db.queryRow('select count(*) as n, sum(big) as s, 1.25::decimal(9, 2) as d, null::bigint as z from t')",
    );
    expect(errors).toEqual([]);
    expect((values.get("types") as { databaseType: string }[]).map(({ databaseType }) => databaseType)).toEqual([
      "TIMESTAMP",
      "BIGINT",
      "HUGEINT",
      "VARCHAR",
      "VARCHAR",
      "VARCHAR",
      "VARCHAR",
    ]);
    expect((values.get("exact") as { toJSON(): object }).toJSON()).toEqual({
      big: "9007199254740993",
      huge: String(2n ** 100n),
      year: 2020,
      list: "[1,2]",
      deep: `{"a":{"b":"ü'"}}`,
      mixed: "1",
      none: null,
    });
    expect((values.get("counted") as { toJSON(): object }).toJSON()).toEqual({
      n: 2,
      s: 9007199254740994,
      d: 1.25,
      z: null,
    });
  });

  test("answers SQL cells of its name, and is the notebook's own `sql` or `db` if it declares that", async () => {
    const own = await run(
      "const cars = [{mpg: 21}, {mpg: 30}]",
      "const db = DuckDBClient.of({cars})",
      "const other = DuckDBClient.of({cars: [{mpg: 1}]})",
      { kind: "sql", source: "select max(mpg) as m from cars", attributes: 'output="plain"' },
      { kind: "sql", source: "select max(mpg) as m from cars", attributes: 'output="named" database="var:other"' },
      { kind: "sql", source: "summarize cars", attributes: 'output="summary"' },
    );
    expect(own.errors).toEqual([]);
    expect(rows(own.values.get("plain"))).toEqual([{ m: 30 }]);
    expect(rows(own.values.get("named"))).toEqual([{ m: 1 }]);
    expect(rows(own.values.get("summary"))).toMatchObject([{ column_name: "mpg", count: 2 }]);

    const tag = await run(
      "const sql = DuckDBClient.sql({cars: [{mpg: 21}, {mpg: 30}]})",
      "const least = sql`select min(mpg) as m from cars where mpg > ${22}`",
      { kind: "sql", source: "from cars", attributes: 'output="cars"' },
    );
    expect(tag.errors).toEqual([]);
    expect(rows(tag.values.get("least"))).toEqual([{ m: 30 }]);
    expect(rows(tag.values.get("cars"))).toHaveLength(2);

    const none = await run({ kind: "sql", source: "select 1 as a", attributes: 'output="one" database="var:db"' });
    expect(none.errors).toEqual([]);
  });

  test("without tables it is the notebook's database, and gives rows in a stream", async () => {
    const { values, errors } = await run(
      "const db = DuckDBClient.of()",
      "const stream = db.queryStream('select n from range(?) t(n)', [3])",
      "const streamed = (async () => { let all = []; for await (const batch of stream.readRows()) all = all.concat(batch); return all.map((d) => d.n); })()",
      "const tag = db.query(...db.queryTag`select ${1} + ${2} as three`)",
    );
    expect(errors).toEqual([]);
    expect(values.get("streamed")).toEqual([0, 1, 2]);
    expect(rows(values.get("tag"))).toEqual([{ three: 3 }]);
  });

  test("says in a sentence what it does not take", async () => {
    const { errors } = await run(
      "const db = DuckDBClient.of({cars: [{mpg: 21}]})",
      "DuckDBClient.of({far: 'https://example.org/a.csv'})",
      "DuckDBClient.of({none: []})",
      "DuckDBClient.of({word: 3})",
      "DuckDBClient.of({uneven: {a: [1], b: [1, 2]}})",
      "db.query('create table t as from cars')",
      "db.query('from cars; from cars')",
      "db.query('attach \\'x.db\\'')",
      "DuckDBClient.of({large: {a: new Float64Array(1_000_001)}})",
    );
    expect(errors).toEqual([
      expect.stringContaining("The source `far` of a DuckDBClient is an address: a notebook has no network."),
      expect.stringContaining("The source `none` of a DuckDBClient has no rows"),
      expect.stringContaining("The source `word` of a DuckDBClient is not a table."),
      expect.stringContaining("The columns of the source `uneven` of a DuckDBClient have different lengths."),
      expect.stringContaining("runs one statement that reads at a time"),
      expect.stringContaining("runs one statement that reads at a time"),
      expect.stringContaining("runs one statement that reads at a time"),
      expect.stringContaining("A table of 1000001 rows and 1 columns is too large to be used in a query"),
    ]);
  });
});
