import { tableFromIPC } from "apache-arrow";
import { afterAll, describe, expect, it } from "vitest";
import { queryRows } from "../../kernel/provenance/query-rows.ts";
import { DatabaseStopped, type QueryService } from "../../kernel/services/query.ts";
import { queryStep } from "../../kernel/services/record.ts";
import type { QueryStep } from "../../kernel/services/step.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { answerOf, datasetProbe, hostileSql } from "../hostile-sql.ts";
import { rawError, sqlTexts } from "../sql-fuzz.ts";
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
    const known = await queryRows({ ...(limited as QueryStep), datasets: ["mrio_co2"] }, queries, catalogue);
    expect({ ...known, notes: known.notes.map((note) => writeMessage(note)) }).toEqual({
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
    ["attach a database in memory", "attach ':memory:' as x"],
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

describe("The databases of two notebooks", () => {
  const other = openQueries();
  afterAll(() => other.stop());
  const askerOf = (database: QueryService) => (sql: string) =>
    answerOf(async (text) => tableFromIPC(await database.query(text)), sql);

  it("do not see each other, and a hostile one changes no dataset", async () => {
    const [inA, inB] = [askerOf(queries), askerOf(other)];
    const before = await inA(datasetProbe);
    expect(before).toContain('"n":41');
    for (const { title, queries: attack, probe = datasetProbe, own } of hostileSql("local")) {
      const [probed, elsewhere] = [await inA(probe), await inB(probe)];
      for (const sql of attack) expect.soft(await inA(sql), title).not.toMatch(rawError);
      expect.soft(await inA(datasetProbe), title).toBe(before);
      if (!own) expect.soft(await inA(probe), title).toBe(probed);
      expect.soft(await inB(probe), title).toBe(elsewhere);
    }
  });

  it("give an answer or a sentence for any text", async () => {
    const ask = askerOf(queries);
    const before = await ask(datasetProbe);
    let answers = 0;
    for (const text of sqlTexts(12, 300)) {
      const error = await queries.query(text).then(
        () => null,
        (reason: Error) => reason,
      );
      if (error === null) ++answers;
      else {
        expect.soft(error.name, text).toMatch(/^(QueryError|SqlValueError)$/);
        expect.soft(error.message, text).not.toMatch(rawError);
        expect.soft(error.message, text).not.toMatch(/cannot be split/);
      }
    }
    expect(await ask(datasetProbe)).toBe(before);
    expect(answers).toBeGreaterThan(30);
  });
});

describe("A database that is ended from outside", () => {
  it("fails what runs, says which tables are gone, and begins anew", async () => {
    const workers: Worker[] = [];
    let begun!: () => void;
    const begins = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const lost: string[][] = [];
    const database = openQueries({
      worker: async (name) => {
        const worker = new Worker(new URL("/duckdb/eh.worker.js", location.href), { name });
        workers.push(worker);
        const post = worker.postMessage.bind(worker) as (message: unknown, rest: Transferable[]) => void;
        worker.postMessage = (message: unknown, rest: unknown) => {
          post(message, rest as Transferable[]);
          if (JSON.stringify(message).includes(forever)) begun();
        };
        return worker;
      },
    });
    database.addEventListener("lost", (event) => lost.push((event as CustomEvent<string[]>).detail));
    await database.query("create table kept as select 5 as five; create view seen as from kept");
    const running = database.query(forever);
    running.catch(() => {});
    await begins;
    workers[0]!.terminate();
    await expect(running).rejects.toBeInstanceOf(DatabaseStopped);
    expect(lost).toEqual([["kept", "seen"]]);
    await expect(database.query("select * from kept")).rejects.toMatchObject({
      name: "DatabaseStopped",
      message: expect.stringContaining("`kept` is gone with it"),
    });
    expect(workers).toHaveLength(2);
    await database.query("create table kept as select 5 as five");
    expect(
      tableFromIPC(await database.query("from kept"))
        .get(0)!
        .toJSON(),
    ).toEqual({ five: 5 });
    await database.stop();
  });

  it("is not ended where its memory is full: the query fails with a sentence, and the next one is answered", async () => {
    const database = openQueries({ memory: "48MB" });
    await database.query("create table kept as select 5 as five");
    await expect(database.query("select list(i order by hash(i)) from range(30000000) t(i)")).rejects.toMatchObject({
      name: "QueryError",
      message: expect.stringMatching(/^Out of Memory Error/),
    });
    expect(
      tableFromIPC(await database.query("from kept"))
        .get(0)!
        .toJSON(),
    ).toEqual({ five: 5 });
    await database.stop();
  });
});
