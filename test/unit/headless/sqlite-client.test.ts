import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FolderAttachments } from "../../../kernel/headless/folder-attachments.ts";
import { sqliteFile } from "../../sqlite-file.ts";
import { openServices, runCells } from "./services.ts";

const services = openServices();
let folder: string;
let attachments: FolderAttachments;

beforeAll(async () => {
  const database = await sqliteFile(`
    CREATE TABLE plants (id INTEGER PRIMARY KEY, name TEXT NOT NULL, mt REAL, opened DATE, closed BOOLEAN);
    INSERT INTO plants VALUES (1, 'Drax', 4.5, '1974-01-01', 0), (2, 'Bełchatów', 29.4, NULL, 0), (9007199254740993, 'x', 1, NULL, 1);
    CREATE VIEW large AS SELECT name FROM plants WHERE mt > 10`);
  folder = await mkdtemp(join(tmpdir(), "yuheng-sqlite-"));
  await writeFile(join(folder, "plants.db"), database);
  await writeFile(join(folder, "notes.db"), "no database at all");
  attachments = new FolderAttachments(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (sources: Parameters<typeof runCells>[1]) => runCells(services, sources, { attachments });

describe("SQLiteDatabaseClient", () => {
  test("answers queries in SQLite's own language, with parameters, from a method of a file", async () => {
    const { values, cells, failed } = await run([
      `const db = FileAttachment("plants.db").sqlite()`,
      `const most = 2`,
      "const tagged = [...await db.sql`SELECT name FROM plants WHERE id <= ${most} ORDER BY mt`]",
      `const ordered = [...await db.query("SELECT name FROM plants WHERE mt > ? AND closed = ?", [5, false])]`,
      `const named = [...await db.query("SELECT printf('%.1f', mt) AS mt FROM plants WHERE name = :name", {":name": "Drax"})]`,
      `const first = await db.queryRow("SELECT id, x'00ff' AS bytes FROM plants ORDER BY id DESC")`,
      `const none = [await db.queryRow("SELECT 1 WHERE 0"), (await db.query("SELECT name FROM plants WHERE 0")).columns]`,
      `const last = [...await db.query("CREATE TEMP TABLE t (a); INSERT INTO t VALUES (7); SELECT a FROM t; SELECT a + 1 AS b FROM t")]`,
      { kind: "sql", source: "SELECT count(*) AS n FROM large", attributes: 'database="var:db" output="counted"' },
      "const large = [...counted]",
    ]);
    expect(failed).toBe(0);
    expect(Object.fromEntries(values)).toMatchObject({
      tagged: [{ name: "Drax" }, { name: "Bełchatów" }],
      ordered: [{ name: "Bełchatów" }],
      named: [{ mt: "4.5" }],
      first: { id: 9007199254740993n, bytes: Uint8Array.of(0, 255) },
      none: [null, ["name"]],
      last: [{ b: 8 }],
      large: [{ n: 1 }],
    });
    expect(cells[0]!.steps).toMatchObject([{ kind: "file", file: "plants.db" }]);
  });

  test("shows rows as a table, integers with all of their digits", async () => {
    const { cells, values } = await run([
      `const db = FileAttachment("plants.db").sqlite()`,
      { kind: "sql", source: "SELECT id, name, mt, x'0f' AS mark FROM plants ORDER BY id DESC LIMIT 2" },
      "const mapped = (await db.sql`SELECT mt FROM plants`).map(({mt}) => mt)",
    ]);
    expect(cells[1]!.html).toMatch(/<table/);
    expect(cells[1]!.html).toMatch(/>9007199254740993<[\s\S]*>x<[\s\S]*0f[\s\S]*>2<[\s\S]*Bełchatów[\s\S]*29\.4/);
    expect(values.get("mapped")).toEqual([4.5, 29.4, 1]);
  });

  test("opens bytes, and describes tables and columns", async () => {
    const { values, cells } = await run([
      `const bytes = FileAttachment("plants.db").arrayBuffer()`,
      `const db = SQLiteDatabaseClient.open(new Blob([bytes]))`,
      `const tables = [...await db.describeTables()]`,
      `const columns = await db.describeColumns({table: "plants"})`,
      `db.explain("SELECT * FROM plants WHERE id = 1")`,
      `db.describe("plants")`,
      `SQLiteDatabaseClient.open(FileAttachment("plants.db")).then((own) => own.describe())`,
    ]);
    expect(values.get("tables")).toEqual([{ schema: null, name: "plants" }]);
    expect(values.get("columns")).toEqual([
      { name: "id", type: "integer", databaseType: "INTEGER", nullable: true },
      { name: "name", type: "string", databaseType: "TEXT", nullable: false },
      { name: "mt", type: "number", databaseType: "REAL", nullable: true },
      { name: "opened", type: "date", databaseType: "DATE", nullable: true },
      { name: "closed", type: "boolean", databaseType: "BOOLEAN", nullable: true },
    ]);
    const html = cells.slice(4).map(({ html }) => html);
    expect(html).toEqual([
      expect.stringContaining("SEARCH plants USING INTEGER PRIMARY KEY"),
      expect.stringMatching(/<td>mt<\/td><td>REAL/),
      expect.stringContaining("<td>plants"),
    ]);
  });

  test("fails with a sentence for what it cannot open, and with SQLite's words for a statement", async () => {
    const { cells } = await run([
      `SQLiteDatabaseClient.open("https://example.org/a.db")`,
      `FileAttachment("notes.db").sqlite()`,
      `SQLiteDatabaseClient.open(7)`,
      '(await FileAttachment("plants.db").sqlite()).sql`SELECT * FROM plant`',
      `(await FileAttachment("plants.db").sqlite()).describeColumns({table: "plant"})`,
    ]);
    expect(cells.map(({ error }) => error?.message)).toEqual([
      expect.stringContaining("SQLiteDatabaseClient cannot open the address “https://example.org/a.db”"),
      expect.stringContaining("“notes.db” is not opened as an SQLite database: “file is not a database”."),
      expect.stringContaining("it was given 7"),
      expect.stringContaining("SQLite says: no such table: plant."),
      expect.stringContaining("The database has no table `plant`."),
    ]);
  });
});
