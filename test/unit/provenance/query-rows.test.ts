import { tableFromIPC } from "apache-arrow";
import { describe, expect, test } from "vitest";

import { queryRows } from "../../../kernel/provenance/query-rows.ts";
import { queryStep } from "../../../kernel/services/record.ts";
import type { QueryStep } from "../../../kernel/services/step.ts";

import { writeMessage } from "../../../lib/message/write.ts";

import { openDatabase, openServices } from "../headless/services.ts";

const services = openServices();
const database = await openDatabase(services);

const catalogue = await services.datasets.entries();
const names = new Set(catalogue.map(({ name }) => name));

async function rowsOf(sql: string, ...values: unknown[]) {
  const step = queryStep(sql, values, 0, (name) => names.has(name)) as QueryStep;
  const { rows, notes } = await queryRows(step, database, catalogue);
  return {
    rows: rows.map(({ dataset, where, rows, of }) => `${dataset}: ${rows} of ${of}${where && `, ${where}`}`),
    notes: notes.map((note) => writeMessage(note)),
  };
}
const narrowed = "Joins, limits, and conditions on what was computed may leave fewer of these rows.";

describe("The rows that a query read", () => {
  test("are those that fulfil its conditions, with the values that stood in it", async () => {
    expect(await rowsOf("select sum(co2_kt) from mrio_co2 where year = ? and region = ?", 2011, "CHN")).toEqual({
      rows: ["mrio_co2: 36 of 25092, year=2011 and region='CHN'"],
      notes: [],
    });
  });

  test("are all where it asks for all, counted also when nothing but a count is wanted", async () => {
    expect(await rowsOf("select count(*) from mrio_regions")).toEqual({ rows: ["mrio_regions: 41 of 41"], notes: [] });
  });

  test("are told of every table of a join, a subquery, and a common table expression", async () => {
    const { rows, notes } = await rowsOf(`
      with china as (select * from mrio_co2 where region = 'CHN' and year = 2011)
      select co2_kt from china join mrio_sectors s on s.sector = china.sector where s.sector_index > 30
      union all select co2_kt from mrio_co2 join mrio_sectors using (sector) where year = 2005`);
    expect(rows.filter((row) => row.startsWith("mrio_co2"))).toEqual([
      expect.stringMatching(/^mrio_co2: \d+ of 25092, .*region='CHN'.*year=2011/),
      expect.stringMatching(/^mrio_co2: \d+ of 25092, year=2005$/),
    ]);
    expect(rows.some((row) => /^mrio_sectors: \d+ of 35, .*sector_index>30/.test(row))).toBe(true);
    expect(notes).toEqual([narrowed]);
  });

  test("fulfil conditions on functions, alternatives, lists and dates of text, and no hint of the planner's", async () => {
    for (const [condition, expected] of [
      ["lower(region) = 'chn' or year = 2005", "(year = 2005) OR (lower(region) = 'chn')"],
      ["year = 2005 or year = 2002", "(year = 2005) OR (year = 2002)"],
      ["region in ('CHN', 'USA')", "(region = 'CHN') OR (region = 'USA')"],
      ["region like 'C%' and co2_kt > 1e3 and sector <> 'c1'", "co2_kt>1000.0"],
      ["sector = 'it''s' or co2_kt is null or not (year between 2003 and 2010)", ""],
    ] as const) {
      const counted = await database.query(`select 1 from mrio_co2 where ${condition}`);
      const { rows, notes } = await rowsOf(`select * from mrio_co2 where ${condition}`);
      expect(notes, condition).toEqual([]);
      expect(rows[0], condition).toContain(`mrio_co2: ${tableFromIPC(counted).numRows} of 25092`);
      expect(rows[0], condition).toContain(expected);
    }
  });

  test("are the candidates where a limit or a join leaves fewer, which is said", async () => {
    expect(await rowsOf("select * from mrio_co2 where year = 2011 order by co2_kt desc limit 3")).toEqual({
      rows: ["mrio_co2: 1476 of 25092, year=2011"],
      notes: [narrowed],
    });
  });

  test("are not told where chance chooses, and of a sample no more than what it is drawn from", async () => {
    const untold = { rows: [], notes: ["The rows of `mrio_co2` that were read are unknown."] };
    expect(await rowsOf("select * from mrio_co2 where random() < 0.1")).toEqual(untold);
    expect(await rowsOf("select * from mrio_co2 tablesample 10% where year = 2011")).toEqual(untold);
    const sampled = await rowsOf("select * from mrio_co2 tablesample 10%");
    expect(sampled).toEqual({ rows: ["mrio_co2: 25092 of 25092"], notes: [narrowed] });
  });

  test("are none where the conditions cannot be met, which is said", async () => {
    const { rows, notes } = await rowsOf("select * from mrio_co2 where year = 3000");
    expect(rows).toEqual([]);
    expect(notes).toEqual(["Its plan reads no row of `mrio_co2`."]);
  });

  test("are not told of what a statement made, of several statements, and of values that were not kept", async () => {
    await database.query("create table kept as select * from mrio_co2");
    expect((await rowsOf("select * from kept, mrio_regions")).notes[0]).toContain("`kept`, which a statement created");
    await expect(
      database.query("create schema other; create table other.mrio_regions as select 1 as a"),
    ).rejects.toThrow("`mrio_regions` is a dataset");
    const untold = /^The rows that this query read are unknown: /;
    await database.query("create table gone as select 1 as a");
    expect((await rowsOf("select * from mrio_co2; drop table gone")).notes[0]).toMatch(untold);
    expect((await rowsOf("create table more as select * from mrio_co2")).notes[0]).toMatch(untold);
    expect((await rowsOf("select * from mrio_co2 where year in ?", [..."x".repeat(3000)])).notes[0]).toMatch(untold);
    expect((await database.query("select * from gone")).length).toBeGreaterThan(0);
  });
});
