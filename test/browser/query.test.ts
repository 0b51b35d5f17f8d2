import { tableFromIPC } from "apache-arrow";
import { afterAll, describe, expect, it } from "vitest";
import { DatabaseStopped } from "../../kernel/services/query.ts";
import { queryRows } from "../../kernel/trail/query-rows.ts";
import { queryStep } from "../../kernel/trail/record.ts";
import type { QueryStep } from "../../kernel/trail/step.ts";
import { sqlTypes } from "../sql-types.ts";
import { openQueries } from "./services.ts";

const queries = openQueries();
afterAll(() => queries.stop());

const forever = "select count(*) from range(100000000000) t(i) where hash(i) % 7 = 1";

async function rows(sql: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> {
  return Array.from(tableFromIPC(await queries.query(sql, parameters)), (row) => row!.toJSON());
}

describe("The database of the page", () => {
  it("knows the datasets as tables and loads them when they are first named", async () => {
    const [row] = await rows("select count(*)::int as n from mrio_regions r join mrio_sectors s on true");
    expect(row).toEqual({ n: 41 * 35 });
  });

  it("gives the emissions of 2011 that the accounts start from", async () => {
    const [row] = await rows("select sum(co2_kt) / 1000 as mt from mrio_co2 where year = ?", [2011]);
    // Published total of the JRC accounts with households, to the figure shown: 35,013.4 Mt.
    expect(row!.mt).toBeCloseTo(35013.4, 1);
  });

  it("gives columns in the Arrow types that Node's database gives", async () => {
    for (const [expression, type] of sqlTypes) {
      const { schema } = tableFromIPC(await queries.query(`select ${expression} as v`));
      expect(String(schema.fields[0]!.type), expression).toBe(type);
    }
  });

  it("tells by its plan which rows of the datasets a statement read", async () => {
    const catalogue = [{ name: "mrio_co2", rows: 25092 }];
    const read = async (condition: string) => {
      const sql = `select * from mrio_co2 where ${condition}`;
      const step = queryStep(sql, [], (await rows(sql)).length, (name) => name === "mrio_co2") as QueryStep;
      const told = await queryRows(step, queries, catalogue);
      expect(
        told.rows.map((selection) => selection.rows),
        condition,
      ).toEqual([step.rows]);
      return told.rows[0]!.where;
    };
    expect(await read("year = 2011 and region = 'CHN'")).toBe("year=2011 and region='CHN'");
    expect(await read("region in ('CHN', 'USA') and co2_kt > 1e3")).toContain("co2_kt>1000.0");
    await read("lower(region) = 'chn' or year = 2005");
    await read("region like 'C%' and not (year between 2003 and 2010) and sector <> 'it''s'");
    const limited = queryStep(
      "select * from mrio_co2 where year = 2011 order by co2_kt desc limit 3",
      [],
      3,
      () => true,
    );
    expect(await queryRows({ ...(limited as QueryStep), datasets: ["mrio_co2"] }, queries, catalogue)).toEqual({
      rows: [{ dataset: "mrio_co2", where: "year=2011", rows: 1476, of: 25092 }],
      notes: [expect.stringMatching(/^Joins, limits/)],
    });
  });

  it("takes values of every kind as literals, and text with quotes as text", async () => {
    const text = "O'Brien \"; drop table mrio_regions; --";
    const [row] = await rows("select ? as a, ? as b, ? as c, ? as d, ? as e, len(?)::int as f", [
      text,
      1.5,
      true,
      null,
      Number.NaN,
      [1, 2, 3],
    ]);
    expect(row).toEqual({ a: text, b: 1.5, c: true, d: null, e: Number.NaN, f: 3 });
    expect((await rows("select count(*)::int as n from mrio_regions"))[0]).toEqual({ n: 41 });
  });

  it.each([
    ["fetch a file over the network", "select * from 'http://127.0.0.1:1/x.csv'"],
    ["read what needs an extension that is not there", "select * from read_parquet('local/x.parquet')"],
    ["load an extension", "load httpfs"],
    ["attach a database", "attach 'x.db'"],
    ["unlock itself", "set enable_external_access = true"],
    ["copy to a file", "copy (select 1) to 'out.csv'"],
  ])("refuses to %s", async (_what, sql) => {
    await expect(queries.query(sql)).rejects.toThrow();
    expect(await rows("select 1::int as alive")).toEqual([{ alive: 1 }]);
  });

  it("gives up a query when it is cancelled, and serves the next", async () => {
    const controller = new AbortController();
    const query = queries.query(forever, [], { signal: controller.signal });
    query.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 200)); // it is to be cancelled while it runs, not before
    controller.abort();
    await expect(query).rejects.toMatchObject({ name: "AbortError" });
    expect(await rows("select 2::int as two")).toEqual([{ two: 2 }]);
  }, 30_000);

  it("fails the query under way when it is ended, and starts anew with the next", async () => {
    const query = queries.query(forever);
    query.catch(() => {});
    await queries.start();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await queries.stop();
    await expect(query).rejects.toBeInstanceOf(DatabaseStopped);
    expect(await rows("select count(*)::int as n from mrio_sectors")).toEqual([{ n: 35 }]);
  });

  it("names the unknown table and the one that was meant", async () => {
    await expect(queries.query("select * from mrio_flow")).rejects.toThrow("`mrio_flows`");
  });
});
