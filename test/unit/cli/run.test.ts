import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseNotebook } from "../../../kernel/document/index.ts";
import { notebookText } from "../../e2e/notebook-text.ts";
import { entry, yuheng } from "./yuheng.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuheng-run-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a notebook of these cells, and gives its file and an empty folder for its results. */
function write(name: string, cells: Parameters<typeof notebookText>[1]) {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, notebookText(name, cells));
  return { file, out: join(folder, `${name}-results`) };
}

const read = (...path: string[]) => readFileSync(join(...path), "utf8");

const year = "const year = view(Inputs.range([2000, 2011], {step: 1, value: 2011}))";
const rows = 'const rows = [{region: "CHN", kt: 1.5, at: new Date(0)}, {region: "U, S", kt: null, at: null}]';

// A command takes seconds to start where the machine is busy.
describe("yuheng run", { timeout: 240_000 }, () => {
  test("writes values by name, tables in every format, figures by cell, a summary, and a notebook to read alone", async () => {
    const { file, out } = write("all", [
      year,
      rows,
      "const total = amount(3, 'kt CO2')",
      "Plot.plot({marks: [Plot.barX(rows, {x: 'kt', y: 'region'})]})",
      { kind: "md", source: "# In ${year}\n\n<img src=x onerror=alert(1)>" },
    ]);
    const ended = await yuheng([
      "run",
      file,
      "--set",
      "year=2005",
      "--out",
      out,
      "--format",
      "json,csv,arrow,parquet,svg,html",
    ]);
    expect(ended).toMatchObject({ code: 0, err: "" });
    expect(ended.out).toMatch(/: 5 cells ran in [\d.]+ s, 9 files\n$/);
    expect(JSON.parse(read(out, "year.json"))).toBe(2005);
    expect(JSON.parse(read(out, "total.json"))).toEqual({ value: 3, unit: "kt CO2" });
    expect(read(out, "rows.csv")).toBe('region,kt,at\r\nCHN,1.5,1970-01-01\r\n"U, S",,\r\n');
    const arrow = tableFromIPC(readFileSync(join(out, "rows.arrow")));
    expect(arrow.schema.fields.map(({ type }) => String(type))).toEqual(["Utf8", "Float64", "Timestamp<MILLISECOND>"]);
    expect(arrow.getChild("kt")?.toJSON()).toEqual([1.5, null]);
    const parquet = readFileSync(join(out, "rows.parquet"));
    const bytes = parquet.buffer.slice(parquet.byteOffset, parquet.byteOffset + parquet.byteLength);
    expect(await parquetReadObjects({ file: bytes as ArrayBuffer })).toMatchObject([
      { region: "CHN", kt: 1.5 },
      { region: "U, S", kt: null },
    ]);
    expect(read(out, "cell-04.svg")).toMatch(/^<\?xml [^>]*>\n<svg [^>]*viewBox="0 0 640/);
    expect(JSON.parse(read(out, "results.json"))).toMatchObject({
      set: { year: 2005 },
      failed: 0,
      values: { year: 2005 },
    });
    const page = read(out, "notebook.html");
    expect(page).toContain('<h1 id="in-2005">In 2005</h1>');
    expect(page).not.toContain("onerror=alert(1)></");
    expect(page.slice(0, page.search(/<notebook[\s>]/))).not.toMatch(/<script|onerror=/);
    const again = parseNotebook(page);
    expect(again.problems).toEqual([]);
    expect(again.cells.map(({ source }) => source)).toEqual(
      parseNotebook(read(file)).cells.map(({ source }) => source),
    );
  });

  test("says what failed with file, line and cell, and writes what did not", async () => {
    const { file, out } = write("half", ["const a = 1", "const b = 2;\nconst c = b.x.y", "c + 1", "const d = 4"]);
    const { code, err } = await yuheng(["run", file, "--out", out]);
    expect(code).toBe(1);
    expect(err).toBe(
      `${file}:9 (cell 2, line 2) TypeError: Cannot read properties of undefined (reading 'y')\n` +
        `${file}:12 (cell 3) did not run: it reads \`c\` of cell 2.\n`,
    );
    expect(readdirSync(out).sort()).toEqual(["a.json", "d.json", "notebook.html", "results.json"]);
    expect(read(file).split("\n")[8]).toContain("const c");
  });

  test("refuses what it does not know, and says what is near", async () => {
    const { file, out } = write("refusals", [year]);
    const cases: [string[], string][] = [
      [[file, "--set", "yaer=2005"], "The notebook has no name `yaer`. Did you mean `year`?"],
      [[file, "--set", "year=1900"], "`year` cannot be 1900: it takes 2000 to 2011 in steps of 1."],
      [[file, "--format", "xls"], "There is no format “xls”. There are json, csv, arrow, parquet, svg, html."],
      [[file, "--set", "2005"], "--set takes name=value, not “2005”."],
      [
        [file, "--matrix", "year=2011..2000"],
        "--matrix year=2011..2000 is no range: write first..last, or first..last:step.",
      ],
      [[`${file}x`], `There is no file “${file}x”.`],
      [[], "Which notebook? Give its file."],
    ];
    const ended = await Promise.all(cases.map(([args]) => yuheng(["run", ...args, "--out", out])));
    for (const [i, { code, err }] of ended.entries()) {
      expect(err).toBe(`${cases[i]![1]} "yuheng run --help" says how it is used.\n`);
      expect(code).toBe(2);
    }
    expect(existsSync(out)).toBe(false);
    expect((await yuheng(["run", "--help"])).out).toContain("--matrix NAME=LIST");
  });

  test("runs a matrix, each run in its folder, with a table of what is a single figure", async () => {
    const { file, out } = write("matrix", [year, "const gas = 'CO2'", "const twice = year * 2"]);
    const { code, err } = await yuheng([
      "run",
      file,
      "--matrix",
      "year=2010..2012",
      "--matrix",
      "gas=CO2,CH4",
      "--out",
      out,
    ]);
    expect(code).toBe(1);
    expect(err).toContain("year=2012,gas=CH4: `year` cannot be 2012");
    expect(read(out, "summary.csv").split("\r\n")).toEqual([
      "year,gas,failed_cells,refused,twice",
      "2010,CO2,0,,4020",
      "2010,CH4,0,,4020",
      "2011,CO2,0,,4022",
      "2011,CH4,0,,4022",
      "2012,CO2,,`year` cannot be 2012: it takes 2000 to 2011 in steps of 1.,",
      "2012,CH4,,`year` cannot be 2012: it takes 2000 to 2011 in steps of 1.,",
      "",
    ]);
    expect(JSON.parse(read(out, "year=2011,gas=CH4", "gas.json"))).toBe("CH4");
  });

  test("ends with Ctrl+C even while a cell holds its thread, and leaves what was finished", async () => {
    const { file, out } = write("endless", ["const a = 1", "for (let i = a; i < 1e15; ++i) Math.sqrt(i)"]);
    const child = spawn(process.execPath, [entry, "run", file, "--out", out], { stdio: "pipe" });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    await expect.poll(() => existsSync(join(out, "a.json")), { timeout: 120_000 }).toBe(true);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(readdirSync(out)).toEqual(["a.json"]);
  });

  test("says what cannot be written", async () => {
    const { file } = write("blocked", ["const a = 1"]);
    const { code, err } = await yuheng(["run", file, "--out", join(file, "below")]);
    expect(code).toBe(1);
    expect(err).toMatch(/^run failed: .* could not be written: a file stands where a folder is needed\.\n$/);
  });
});
