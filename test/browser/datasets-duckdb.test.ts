import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from "@duckdb/duckdb-wasm";
import workerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasmUrl from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import catalogue from "../../datasets/catalogue.json";
import { datasets } from "./services.ts";

// Of the tables of single years one stands for all.
const entries = catalogue.datasets.filter(({ format, name }) => format === "arrow" && !/_(?!2007)\d{4}$/.test(name));
const bytesOf = (name: string) => datasets.load(name);

/** DuckDB-WASM takes the stream inside the file: all between the magic and the footer. */
function streamOf(bytes: Uint8Array): Uint8Array {
  const footer = new DataView(bytes.buffer, bytes.byteOffset).getInt32(bytes.length - 10, true);
  return bytes.slice(8, bytes.length - 10 - footer);
}

let worker: Worker;
let connection: AsyncDuckDBConnection;

/** The rows of a query, each as the list of its values. */
async function query(sql: string): Promise<unknown[][]> {
  const table = await connection.query(sql);
  return table.toArray().map((row) => Object.values(row.toJSON()));
}

beforeAll(async () => {
  worker = new Worker(workerUrl);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(wasmUrl);
  connection = await database.connect();
  // Locked as it is for a notebook: what works here works there.
  for (const statement of [
    "set autoload_known_extensions=false",
    "set allowed_directories=['local/']",
    "set enable_external_access=false",
    "set lock_configuration=true",
  ])
    await connection.query(statement);
  for (const { name } of entries)
    await connection.insertArrowFromIPCStream(streamOf(await bytesOf(name)), { name, create: true });
});

afterAll(() => worker.terminate());

describe("in DuckDB, locked as for a notebook", () => {
  test.each(entries)("$name has all its rows", async ({ name, rows }) => {
    expect(await query(`select count(*)::double from ${name}`)).toEqual([[rows]]);
  });

  test.each(entries)(
    "$name has its columns, numbers as DOUBLE or small integers and labels as VARCHAR",
    async ({ name, columns }) => {
      const types = new Map(
        Object.entries({ Int16: "SMALLINT", Int32: "INTEGER", Float64: "DOUBLE", Bool: "BOOLEAN", Utf8: "VARCHAR" }),
      );
      expect(
        await query(
          `select column_name, data_type from information_schema.columns where table_name = '${name}' order by ordinal_position`,
        ),
      ).toEqual(columns.map((column) => [column.name, types.get(column.type) ?? "VARCHAR"]));
    },
  );

  test.each(entries)("$name has the same sums, labels and nulls as the file", async ({ name, columns }) => {
    const table = tableFromIPC(await bytesOf(name));
    for (const column of columns) {
      const vector = table.getChild(column.name)!;
      const [[nulls]] = (await query(`select count(*) filter (${column.name} is null)::double from ${name}`)) as [
        [number],
      ];
      expect(nulls, column.name).toBe(vector.nullCount);
      if (/^(Int|Float)/.test(column.type)) {
        let sum = 0;
        for (const value of vector) sum += Number(value ?? 0);
        const [[found]] = (await query(`select sum(${column.name}::double) from ${name}`)) as [[number]];
        expect(Math.abs(found - sum), column.name).toBeLessThanOrEqual(1e-11 * Math.abs(sum));
      } else {
        const counts = new Map<string, number>();
        for (const value of vector) if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
        const found = (await query(
          `select ${column.name}::varchar, count(*)::double from ${name} where ${column.name} is not null group by 1`,
        )) as [string, number][];
        expect(new Map(found), column.name).toEqual(counts);
      }
    }
  });

  test("the CO2 of 2011 sums to 35,013.4 Mt, households included", async () => {
    const [[mt]] = (await query("select sum(co2_kt) / 1000 from mrio_co2 where year = 2011")) as [[number]];
    expect(Math.abs(mt - 35_013.4)).toBeLessThan(0.1);
  });

  test("tables join by their labels: China's sales to the United States, by sector name", async () => {
    const [[name, musd]] = (await query(`
      select s.name_zh, sum(f.value_musd) musd from mrio_flows f join mrio_sectors s on s.sector = f.origin_sector
      where f.origin_region = 'CHN' and f.destination_region = 'USA' group by 1 order by musd desc limit 1`)) as [
      [string, number],
    ];
    expect(name).toBe("电气和光学设备制造业");
    expect(musd).toBeGreaterThan(50_000);
  });

  test("the columns named row and col need no quotes", async () => {
    expect(await query("select row, col from mrio_flows order by row, col limit 1")).toEqual([[0, 0]]);
  });

  test("production and consumption join with names and people: emissions per person of 2022", async () => {
    const found = (await query(`
      select c.name_zh, round(b.consumption_mtco2 * 1e6 / p.population, 1) t from carbon_budget_countries b
      join countries c using (iso3) join population p using (iso3, year)
      where year = 2022 and iso3 in ('CHN', 'USA') order by t`)) as [string, number][];
    expect(found.map(([name]) => name)).toEqual(["中国", "美国"]);
  });
});
