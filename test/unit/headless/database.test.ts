import { type Table, tableFromIPC } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { sqlTypes } from "../../sql-types.ts";
import { openDatabase, openServices } from "./services.ts";

const database = await openDatabase(openServices());
const query = async (sql: string, parameters: readonly unknown[] = []): Promise<Table> =>
  tableFromIPC(await database.query(sql, parameters));
const typeOf = async (expression: string) => String((await query(`select ${expression} as v`)).schema.fields[0]!.type);

describe("The database in Node", () => {
  test("gives columns in the Arrow types of the browser's", async () => {
    for (const [expression, type] of sqlTypes) expect(await typeOf(expression), expression).toBe(type);
  });

  test("gives the values themselves, and nulls where there are none", async () => {
    const table = await query(`
      select * from (values
        (1, 1.5::double, 'ä', [1, 2], {'a': 1}, date '2020-01-02', true, 170141183460469231731687303715884105727::hugeint, 'b'::enum('a', 'b'), '\\xAA'::blob),
        (null, null, null, null, null, null, null, (-2)::hugeint, null, null)) t(i, d, s, l, r, day, f, h, e, b)`);
    const [first, second] = table.toArray().map((row) => row.toJSON());
    expect(first).toMatchObject({ i: 1, d: 1.5, s: "ä", f: true, e: "b" });
    expect([...first.l]).toEqual([1, 2]);
    expect(first.r.toJSON()).toEqual({ a: 1 });
    expect(new Date(first.day).toISOString()).toBe("2020-01-02T00:00:00.000Z");
    expect([...first.h]).toEqual([0xffffffff, 0xffffffff, 0xffffffff, 0x7fffffff]);
    expect([...first.b]).toEqual([0xaa]);
    expect([...second.h]).toEqual([0xfffffffe, 0xffffffff, 0xffffffff, 0xffffffff]);
    for (const name of ["i", "d", "s", "l", "r", "day", "f", "e", "b"]) expect(second[name], name).toBeNull();
  });

  test("reads no file, fetches nothing, and lets no statement change that", async () => {
    const statements = [
      "select * from read_csv('/etc/passwd')",
      "select * from read_text('/etc/hostname')",
      "select * from 'package.json'",
      "install httpfs",
      "load httpfs",
      "attach 'other.db'",
      "copy (select 1) to 'out.csv'",
      "set enable_external_access = true",
    ];
    for (const statement of statements) await expect(query(statement), statement).rejects.toThrow(/./);
    const [version] = (await query("select 1 as ok")).toArray();
    expect(version.ok).toBe(1);
  });

  test("says which table or column it does not know", async () => {
    await expect(query("select * from mrio_co3")).rejects.toThrow(
      "There is no table or dataset named `mrio_co3`. Did you mean `mrio_co2`?",
    );
    await expect(query("select nope from mrio_co2")).rejects.toMatchObject({ name: "QueryError" });
  });

  test("gives up a statement when asked to, and goes on with the next", async () => {
    const controller = new AbortController();
    const endless = database.query("select count(*) from range(10000000000) a, range(1000000) b", [], {
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 100);
    await expect(endless).rejects.toMatchObject({ name: "AbortError" });
    expect((await query("select ?::integer + 1 as n", [41])).toArray()[0]!.n).toBe(42);
  });
});
