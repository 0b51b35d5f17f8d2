import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shapes } from "../../../cli/json/shapes.ts";
import { reportOn } from "../../../kernel/lesson/report.ts";
import { noStudy, study } from "../../../kernel/lesson/study.ts";
import { notebookText } from "../../e2e/notebook-text.ts";
import { yuheng } from "./yuheng.ts";

let folder: string;
const year = "const year = view(Inputs.range([2000, 2011], {step: 1, value: 2011}));";
const tested = 'const twice = 2 * year;\ntest("the year is odd", () => expect(year % 2).toBe(1));';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuheng-json-"));
  writeFileSync(join(folder, "good.html"), notebookText("Good", [year, tested]));
  const event = { type: "try", id: "fuel", answer: "140250", right: true, reply: "" } as const;
  const of = { notebook: "mine", title: "Mine", name: "Li, Wei", asked: 1 };
  writeFileSync(join(folder, "li.json"), JSON.stringify(reportOn(study(noStudy, event, 0), of, 0)));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command with --json and reads its one document, in which nothing is undeclared. */
async function reported<Command extends keyof typeof shapes>(command: Command, args: string[], input = "") {
  const { code, out, err } = await yuheng([...command.split(" "), ...args, "--json"], input, folder);
  const document: unknown = JSON.parse(out);
  expect(shapes[command].parse(document)).toEqual(document);
  // biome-ignore lint/suspicious/noExplicitAny: tests look at a part each
  return { code, err, document: document as any };
}

describe("--json", { timeout: 240_000 }, () => {
  test("of run, with what each run of a matrix gave, for a notebook from standard input", async () => {
    const text = readFileSync(join(folder, "good.html"), "utf8");
    const { code, err, document } = await reported("run", ["-", "--matrix", "year=2011..2012"], text);
    expect([code, err]).toEqual([
      1,
      "results/year=2012: `year` cannot be 2012: it takes 2000 to 2011 in steps of 1.\n",
    ]);
    expect(document.file).toBe("<stdin>");
    expect(document.runs).toMatchObject([
      { settings: { year: 2011 }, folder: "results/year=2011", refused: null, failed: 0, figures: { twice: 4022 } },
      { settings: { year: 2012 }, refused: expect.stringContaining("cannot be 2012"), cells: 0 },
    ]);
    expect(document.runs[0].files).toContain("twice.json");
  });

  test("of test, check and diff, from files and from standard input", async () => {
    const text = readFileSync(join(folder, "good.html"), "utf8");
    const tests = await reported("test", ["-"], text);
    expect(tests).toMatchObject({ code: 0, err: "", document: [{ file: "<stdin>", tests: [{ status: "passed" }] }] });
    const checked = await reported("check", ["good.html", "-"], text.replace("2 * year", "2 * yeer"));
    expect(checked).toMatchObject({ code: 1, err: "", document: [{ file: "good.html" }, { file: "<stdin>" }] });
    expect(checked.document[1].findings).toMatchObject([{ place: 2 }, { severity: "error", place: 2, cellLine: 1 }]);
    const compared = await reported("diff", ["good.html", "-"], text.replace("2 * year", "4 * year"));
    expect(compared).toMatchObject({ code: 1, err: "", document: { titles: ["Good", "Good"] } });
    expect(compared.document.values).toMatchObject([{ name: "twice", difference: { kind: "number" } }]);
  });

  test("of tools and datasets", async () => {
    expect((await reported("tools", [])).document.length).toBeGreaterThan(50);
    const listed = await reported("datasets list", []);
    expect(listed.document.map(({ name }: { name: string }) => name)).toContain("population");
    expect((await reported("datasets show", ["population"])).document.name).toBe("population");
    const exported = await reported("datasets export", ["population", "--out", "people.parquet"]);
    expect(exported).toMatchObject({ code: 0, document: { file: "people.parquet", format: "parquet" } });
    expect(exported.err).toMatch(/^Licence: /);
  });

  test("of new and lesson", async () => {
    const made = await reported("new", ["mine", "--template", "lesson", "--language", "en"]);
    expect(made.document).toEqual({ file: "mine.html", template: "lesson", language: "en", title: "Mine" });
    const packed = await reported("lesson pack", ["mine.html", "--out", "packed.html"]);
    expect(packed).toEqual({ code: 0, err: "", document: { file: "mine.html", out: "packed.html", exercises: 1 } });
    const text = readFileSync(join(folder, "packed.html"), "utf8");
    expect((await reported("lesson unpack", ["-", "--out", "again.html"], text)).document.exercises).toBe(1);
    expect(readFileSync(join(folder, "again.html"), "utf8")).toBe(readFileSync(join(folder, "mine.html"), "utf8"));
    const { code, document } = await reported("lesson reports", ["li.json"]);
    expect([code, document]).toMatchObject([0, [{ file: "li.json", name: "Li, Wei", exercise: "fuel", tries: 1 }]]);
  });

  test.each([
    [["lesson", "pack", "good.html", "--json"], "name a file for the notebook with --out"],
    [["datasets", "export", "population", "--json"], "name a file for the table with --out"],
    [["check", "-", "--fix", "--json"], "leave out one of them"],
    [["check", "-", "-"], "give - once"],
    [["diff", "-", "-"], "give - once"],
  ])("%j would write two things to one place, and is refused", async (args, sentence) => {
    expect(await yuheng(args, "", folder)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(sentence) });
  });
});

describe("-", () => {
  test("makes of check --fix a filter: the mended notebook on one stream, the report on the other", async () => {
    const text = notebookText("Filter", ["", "display(1)"]);
    const { code, out, err } = await yuheng(["check", "-", "--fix"], text, folder);
    expect([code, err]).toEqual([0, expect.stringContaining("<stdin>:4:3 (cell 1) mended: The cell is empty.")]);
    expect(out).toBe(notebookText("Filter", ["", "display(1)"]).replace(/ {2}<script id="1"[\s\S]*?<\/script>\n/, ""));
  });

  test("reads the input of a tool, as a file's name does", async () => {
    const input = '{"value": 1, "from": "t", "to": "kg"}';
    writeFileSync(join(folder, "input.json"), input);
    const calls = [
      await yuheng(["call", "quantity.convert"], input, folder),
      await yuheng(["call", "quantity.convert", "-"], input, folder),
      await yuheng(["call", "quantity.convert", "input.json"], "", folder),
    ];
    for (const { code, out } of calls) expect([code, JSON.parse(out).value]).toEqual([0, 1000]);
    expect(await yuheng(["call", "quantity.convert", "none.json"], "", folder)).toEqual({
      code: 2,
      out: "",
      err: "There is no file “none.json”.\n",
    });
  });
});

describe("--quiet", { timeout: 240_000 }, () => {
  test("writes nothing where nothing is wrong, and what is wrong where something is", async () => {
    const silent = { code: 0, out: "", err: "" };
    expect(await yuheng(["test", "good.html", "--quiet"], "", folder)).toEqual(silent);
    writeFileSync(join(folder, "lone.html"), notebookText("Lone", ["const lone = 1"]));
    expect(await yuheng(["check", "lone.html", "-q"], "", folder)).toMatchObject({
      code: 1,
      out: expect.stringContaining("`lone`"),
    });
    expect(await yuheng(["check", "lone.html", "-q", "--rule", "no-unused-cell=off"], "", folder)).toEqual(silent);
    const failed = await yuheng(["test", "good.html", "-q", "--set", "year=2010"], "", folder);
    expect(failed).toMatchObject({ code: 1, out: expect.stringContaining("the year is odd") });
  });
});
