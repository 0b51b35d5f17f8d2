import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NotebookStore } from "../../../cli/serve/notebook-store.ts";
import { notebookFiles } from "../../../cli/serve/notebooks.ts";
import { FolderAttachments } from "../../../kernel/headless/folder-attachments.ts";
import { openServices, runCells } from "./services.ts";

const services = openServices();
let folder: string;
let attachments: FolderAttachments;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-files-"));
  await writeFile(join(folder, "fuels.csv"), "fuel,tonnes,since\ncoal,1.5,2020-01-02\ngas,2,2021-03-04\n");
  await writeFile(join(folder, "fuels.tsv"), "fuel\ttonnes\ncoal\t1\n");
  await writeFile(join(folder, "notes.json"), '{"a": [1, 2]}');
  await writeFile(join(folder, "utf16.txt"), Buffer.from("\ufeffà", "utf16le"));
  await writeFile(join(folder, "latin.csv"), Buffer.from("city,t\nMünchen,5 \x80\n", "latin1"));
  await writeFile(join(folder, "mixed.csv"), Buffer.from("city,t\nM\xc3\xbcnchen,1\nK\xf6ln,2\n", "latin1"));
  await writeFile(join(folder, "dot.svg"), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ["fuel", "t"],
      ["coal", 3],
    ]),
    "Fuels",
  );
  await writeFile(join(folder, "book.xlsx"), write(book, { type: "buffer", bookType: "xlsx" }));
  const packed = zipSync({
    "a/notes.csv": strToU8("x,y\n1,2\n"),
    "a/": new Uint8Array(),
    "plain.txt": [strToU8("as it is"), { level: 0 }],
  });
  await writeFile(join(folder, "packed.zip"), packed);
  await writeFile(join(folder, "cut.zip"), packed.subarray(0, -30));
  attachments = new FolderAttachments(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...sources: string[]) =>
  runCells(
    services,
    sources.map((source) => (source.startsWith("select") ? { kind: "sql", source } : source)),
    { attachments },
  );

describe("FileAttachment of a notebook without a page", () => {
  test("reads the files beside the notebook by their methods", async () => {
    const { values, failed } = await run(
      `const csv = await FileAttachment("fuels.csv").csv({typed: true})`,
      `const rows = await FileAttachment("./fuels.csv").csv({array: true})`,
      `const tsv = await FileAttachment("fuels.tsv").tsv()`,
      `const json = await FileAttachment("notes.json").json()`,
      `const text = await FileAttachment("utf16.txt").text()`,
      `const bytes = (await FileAttachment("notes.json").arrayBuffer()).byteLength`,
      `const blob = (await FileAttachment("notes.json").blob()).type`,
      `const url = await FileAttachment("dot.svg").url()`,
      `const book = (await FileAttachment("book.xlsx").xlsx()).sheet("Fuels", {headers: true})`,
      `const {name, mimeType, size, href} = FileAttachment("fuels.csv")`,
      `const streamed = (await new Response(await FileAttachment("notes.json").stream()).text()).length`,
    );
    expect(failed).toBe(0);
    // Rows of d3 and of workbooks have `columns` beside their items.
    const plain = [...values].map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]);
    expect(Object.fromEntries(plain)).toMatchObject({
      csv: [
        { fuel: "coal", tonnes: 1.5, since: new Date("2020-01-02") },
        { fuel: "gas", tonnes: 2, since: new Date("2021-03-04") },
      ],
      rows: [
        ["fuel", "tonnes", "since"],
        ["coal", "1.5", "2020-01-02"],
        ["gas", "2", "2021-03-04"],
      ],
      tsv: [{ fuel: "coal", tonnes: "1" }],
      json: { a: [1, 2] },
      text: "à",
      bytes: 13,
      blob: "application/json",
      book: [{ fuel: "coal", t: 3 }],
      name: "fuels.csv",
      mimeType: "text/csv",
      size: 55,
      href: "fuels.csv",
      streamed: 13,
    });
    expect(values.get("url")).toMatch(/^data:image\/svg\+xml;base64,/);
  });

  test("gives all cells of its sheets, and account.read reads them into lines", async () => {
    const { failed, values, cells } = await run(
      `const ofText = await FileAttachment("fuels.csv").sheets()`,
      `const ofBook = (await FileAttachment("book.xlsx").sheets()).map(({name, first, rows}) => ({name, first, head: rows[0]}))`,
      `const read = await account.read({sheets: ofText, file: "fuels.csv"})`,
      `const amounts = read.lines.map(({name, amount}) => [name, amount])`,
    );
    expect(failed).toBe(0);
    expect(values.get("ofText")).toEqual([
      {
        name: "fuels",
        first: 1,
        rows: [
          ["fuel", "tonnes", "since"],
          ["coal", "1.5", "2020-01-02"],
          ["gas", "2", "2021-03-04"],
        ],
      },
    ]);
    expect(values.get("ofBook")).toMatchObject([{ name: "Fuels", first: 1, head: ["fuel", "t"] }]);
    expect(cells[0]!.steps).toMatchObject([{ kind: "file", file: "fuels.csv", form: "cells" }]);
  });

  test("gives the files of a zip archive, each read like a file of the notebook", async () => {
    const { values, cells } = await run(
      `const packed = await FileAttachment("packed.zip").zip()`,
      `const names = packed.filenames`,
      `const rows = [...await packed.file("a/notes.csv").csv({typed: true})]`,
      `const stored = await packed.file("plain.txt").text()`,
      `const {mimeType, size} = packed.file("a/notes.csv")`,
      `packed.file("note.csv")`,
      `packed.file("plain.txt").parquet()`,
      `FileAttachment("cut.zip").zip()`,
    );
    expect(values.get("names")).toEqual(["a/notes.csv", "plain.txt"]);
    expect(values.get("rows")).toEqual([{ x: 1, y: 2 }]);
    expect([values.get("stored"), values.get("mimeType"), values.get("size")]).toEqual(["as it is", "text/csv", 8]);
    expect(cells[0]!.steps).toMatchObject([{ kind: "file", file: "packed.zip" }]);
    expect(cells.slice(5).map(({ error }) => error?.message)).toEqual([
      expect.stringContaining("There is no file “note.csv” in “packed.zip”."),
      expect.stringContaining("“plain.txt” is within “packed.zip”. Take it out of the archive"),
      expect.stringContaining("the directory of a zip archive was expected at its end"),
    ]);
  });

  test("in another encoding than UTF-8 are read with a warning, and refused where a byte is not of their encoding", async () => {
    const { cells, values } = await run(
      `const [row] = await FileAttachment("latin.csv").csv()`,
      `const same = (await FileAttachment("latin.csv").csv({encoding: "windows-1252"}))[0].city`,
      `const text = await FileAttachment("mixed.csv").text()`,
      `const rows = await FileAttachment("mixed.csv").csv()`,
      "select city from mixed",
    );
    expect({ ...(values.get("row") as object) }).toEqual({ city: "München", t: "5 €" });
    expect(cells[0]!.state.warnings?.map(({ name, message }) => `${name}: ${message}`)).toEqual([
      'note: latin.csv: The text is not UTF-8 and was read as WINDOWS-1252: line 2 has "München". If that is not right, choose another encoding.',
    ]);
    expect([values.get("same"), cells[1]!.state.warnings]).toEqual(["München", undefined]);
    const damaged = 'mixed.csv, line 3: the byte 0xF6 behind "K" is not UTF-8';
    expect(cells.slice(2).map(({ error }) => error?.message)).toEqual([
      expect.stringContaining(damaged),
      expect.stringContaining(damaged),
      expect.stringContaining("mixed.csv, line 3: in the column `city`, the byte 0xF6"),
    ]);
  });

  test("each run records the file with its hash", async () => {
    const { cells } = await run(`const a = await FileAttachment("notes.json").text()`);
    expect(cells[0]!.steps).toEqual([
      { kind: "file", file: "notes.json", form: "bytes", size: 13, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  test.each([
    ["fuel.csv", "There is no file “fuel.csv” with this notebook. Did you mean “fuels.csv”?"],
    ["../secret.csv", "There is no file “../secret.csv” with this notebook."],
    ["/etc/hostname", "There is no file “/etc/hostname” with this notebook."],
  ])("%s is refused with a sentence", async (name, sentence) => {
    const { cells } = await run(`await FileAttachment(${JSON.stringify(name)}).text()`);
    expect(cells[0]!.error?.message).toContain(sentence);
  });

  test("a file beside the notebook is a table of SQL and a dataset, in its trail and by its catalogue's entry", async () => {
    const { cells, values, failed } = await run(
      "select sum(t) as sum from book",
      `const table = await sql\`select t from book\``,
      `const loaded = (await datasets.load("book")).numRows`,
      `const unit = datasets.describe("book").own.file`,
    );
    expect(cells.map(({ error }) => error?.message)).toEqual([undefined, undefined, undefined, undefined]);
    expect(failed).toBe(0);
    expect(cells[0]!.html).toContain("sum");
    expect([...(values.get("table") as Iterable<{ t: number }>)].map(({ t }) => t)).toEqual([3]);
    expect([values.get("loaded"), values.get("unit")]).toEqual([1, "book.xlsx"]);
    expect(cells[0]!.steps).toMatchObject([{ kind: "query", datasets: ["book"] }]);
  });
});

test("a site's workbench has the notebooks' files with their list", async () => {
  const file = (await attachments.read("fuels.csv"))!;
  const written = await notebookFiles(new NotebookStore(folder), [file]);
  expect(written).toEqual([
    { address: "notebooks/index.json", content: "[]" },
    { address: "notebooks/files/index.json", content: JSON.stringify([file.attachment]) },
    { address: "notebooks/files/fuels.csv", content: file.bytes },
  ]);
});
