import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tableFiles } from "../../../../../lib/files/table/table-files.ts";
import { sqliteFile } from "../../../../sqlite-file.ts";
import { findAll, read } from "../reading.ts";

describe("A database of SQLite", () => {
  it("has its tables, then its views, with the types of their values", async () => {
    const bytes = await sqliteFile(`
      CREATE TABLE "Emissions by ""site""" (id INTEGER PRIMARY KEY, site TEXT, mt REAL, since DATE, closed BOOLEAN, code TEXT, digest BLOB);
      INSERT INTO "Emissions by ""site""" VALUES
        (1, '北京', 1.5, '2024-01-31', 0, '007', x'00ff'), (2, 'Łódź', NULL, '2024-02-29', 1, '12', NULL), (9007199254740993, '', 3, NULL, NULL, NULL, x'');
      CREATE VIEW large AS SELECT site, mt FROM "Emissions by ""site""" WHERE mt > 2;
      CREATE TABLE empty (a, b);
      CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, flag BOOLEAN);
      INSERT INTO counted (flag) VALUES (7);`);
    const found = await findAll("my data.db", bytes);
    expect(found.map(({ title, rows, columns }) => [title, rows, ...columns])).toEqual([
      [
        'Emissions by "site"',
        3,
        "id: text",
        "site: text",
        "mt: number",
        "since: date",
        "closed: boolean",
        "code: text",
        "digest: text",
      ],
      ["empty", 0, "a: text", "b: text"],
      ["counted", 1, "id: integer", "flag: integer"],
      ["large", 1, "site: text", "mt: number"],
    ]);
    expect(found[0]!.reading).toMatchObject({ format: "sqlite", part: 'Emissions by "site"' });
    expect((await read("my data.db", bytes, found[0]!.reading)).values).toEqual({
      id: ["1", "2", "9007199254740993"],
      site: ["北京", "Łódź", null],
      mt: [1.5, null, 3],
      since: [new Date("2024-01-31"), new Date("2024-02-29"), null].map((date) => date && Number(date)),
      closed: [false, true, null],
      code: ["007", "12", null],
      digest: ["00ff", null, null],
    });
    expect((await read("my data.db", bytes, found[3]!.reading)).values).toEqual({ site: [null], mt: [3] });
  });

  it("is read as at its last checkpoint if it writes ahead to a log", async () => {
    // Written by SQLite 3.40 of CPython in `journal_mode=wal`.
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, "ahead.sqlite")));
    const [found] = await findAll("ahead.sqlite", bytes);
    expect((await read("ahead.sqlite", bytes, found!.reading)).values).toEqual({
      name: ["Drax", "Bełchatów"],
      mt: [4.5, 29.4],
    });
  });

  it("leaves out, with a note, a view that reads what is not there", async () => {
    const bytes = await sqliteFile(
      "CREATE TABLE a (x); CREATE TABLE b (y); CREATE VIEW v AS SELECT y FROM b; INSERT INTO a VALUES (1); DROP TABLE b",
    );
    const found = await findAll("gone.db", bytes);
    expect(found.map(({ title, notes }) => [title, ...notes])).toEqual([
      ["a", "`v` of the database was left out: “no such table: main.b”."],
    ]);
  });

  it("fails with a sentence if it is damaged, empty or has not the table that was taken", async () => {
    const bytes = await sqliteFile("CREATE TABLE a (x); INSERT INTO a VALUES (1)");
    const damaged = bytes.slice().fill(7, 100, 4096);
    const cut = (
      await sqliteFile(
        "CREATE TABLE a (x); INSERT INTO a SELECT value FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 9999) SELECT value FROM n)",
      )
    ).slice(0, 9000);
    const reading = { format: "sqlite", part: "b", columns: [] } as const;
    await expect(tableFiles.find("a.db", damaged)).rejects.toThrow(
      "a.db: an SQLite database was expected, but the file is encrypted, cut or damaged: “database disk image is malformed”. Save or download it again.",
    );
    await expect(tableFiles.find("a.db", cut)).rejects.toThrow(/^a\.db: .*“database disk image is malformed”/);
    await expect(tableFiles.find("a.db", await sqliteFile("VACUUM"))).rejects.toThrow(
      "a.db: the database has no table.",
    );
    await expect(tableFiles.read("a.db", bytes, reading)).rejects.toThrow(
      'a.db: there is no table "b" in it. It has a.',
    );
  });
});
