import { DuckDBInstance } from "@duckdb/node-api";
import { tableToIPC } from "apache-arrow";
import { expect, it } from "vitest";
import { createTable } from "../../../kernel/headless/database/arrow-table.ts";
import { find, read } from "../lib/files/reading.ts";

it("Dates, times and empty values of a file's table are those of the database", async () => {
  const text = "day,time,flag\n1969-12-31,2024-01-31 10:30:00.25,true\n,,\n2024-02-29,1969-12-31 23:59,false\n";
  const { reading } = await find("some.csv", text);
  const { table } = await read("some.csv", text, reading);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await createTable(connection, "memory", "mine", tableToIPC(table, "stream"));
  const rows = await connection.runAndReadAll("select day::text, time::text, flag, year(day) from mine");
  expect(rows.getRows()).toEqual([
    ["1969-12-31", "2024-01-31 10:30:00.25", true, 1969n],
    [null, null, null, null],
    ["2024-02-29", "1969-12-31 23:59:00", false, 2024n],
  ]);
  connection.closeSync();
});
