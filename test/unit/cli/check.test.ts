import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { md, notebookOf, sql } from "../check/checked.ts";
import { yuheng } from "./yuheng.ts";

const root = join(import.meta.dirname, "../../..");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-check-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function notebook(name: string, ...cells: Parameters<typeof notebookOf>[0]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, notebookOf(cells));
  return path;
}

describe("yuheng check", { timeout: 120_000 }, () => {
  test("has nothing to say of the project's own notebooks", async () => {
    const { code, out } = await yuheng(["check", join(root, "notebooks")]);
    expect(out).toMatch(/^\d+ notebooks: nothing to say\.\n$/);
    expect(code).toBe(0);
  });

  test("ends with 1 and names file, line, column, cell and rule", async () => {
    const path = await notebook("unknown.html", md("# Of a test"), "display(\n  totl)");
    const { code, out } = await yuheng(["check", path]);
    expect(code).toBe(1);
    expect(out).toContain(`${path}:9:7 (cell 2, line 2) error: Nothing declares \`totl\`.`);
    expect(out).toContain("[no-unknown-name]\n1 notebook: 1 error, 0 warnings.\n");
  });

  test("asks DuckDB for tables and columns that there are not, behind letters of several bytes too", async () => {
    const path = await notebook(
      "statement.html",
      sql("select 'ä€𝄞' as a, populaton\nfrom population"),
      sql("create table own as select 1 as one"),
      sql("select one from own where one = ${1}"),
      sql("select * from populations"),
    );
    const { out } = await yuheng(["check", path, "--format", "json"]);
    const [{ findings }] = JSON.parse(out);
    expect(findings).toMatchObject([
      { rule: "valid-statement", place: 1, cellLine: 1, column: 4 + "select 'ä€𝄞' as a, p".length },
      { rule: "valid-statement", place: 4, cellLine: 1 },
    ]);
    expect(findings[0].message).toContain("population");
  });

  test("finds what a notebook's database refuses, though DuckDB would take it", async () => {
    const path = await notebook(
      "refused.html",
      sql("select 1 as one;\nattach ':memory:' as other"),
      sql("begin"),
      sql("set variable kept = ${1}"),
    );
    const { out } = await yuheng(["check", path, "--format", "json"]);
    const [{ findings }] = JSON.parse(out);
    expect(findings).toMatchObject([
      { rule: "valid-statement", place: 1, cellLine: 2, message: expect.stringContaining("`ATTACH` is not available") },
      { rule: "valid-statement", place: 2, message: expect.stringContaining("`BEGIN` is not available") },
    ]);
  });

  test("mends with --fix, and then is content", async () => {
    const path = await notebook("mend.html", "", "display(1)");
    expect(await yuheng(["check", path])).toMatchObject({ code: 1 });
    const { code, out } = await yuheng(["check", path, "--fix"]);
    expect(out).toContain("mended: The cell is empty. Delete it. [no-empty-cell]");
    expect(code).toBe(0);
    expect(await readFile(path, "utf8")).not.toContain('id="1"');
  });

  test("looks at the notebooks beside one for what they import from it", async () => {
    const giver = await notebook("giver.html", "const given = 1", "const kept = 1");
    await notebook("taker.html", 'import {given} from "./giver.html";\ndisplay(given);');
    const { out } = await yuheng(["check", giver]);
    expect(out).not.toContain("`given`");
    expect(out).toContain("`kept`");
  });

  test("writes annotations for a pull request", async () => {
    const path = await notebook("github.html", "const a = 1");
    const { out } = await yuheng(["check", path, "--format", "github"]);
    expect(out).toMatch(/^::warning file=\S+,line=4,col=3,title=no-unused-cell%2C cell 1::No cell reads /);
  });

  test.each([
    [["check"], "Which notebooks?"],
    [["check", "gone.html"], "There is no file “gone.html”."],
    [["check", "package.json"], "is no notebook"],
    [["check", "x.html", "--rule", "no-cicle=off"], "Did you mean “no-cycle”?"],
    [["check", "x.html", "--rule", "no-cycle=maybe"], "is no setting of a rule"],
    [["check", "x.html", "--format", "xml"], "There is no format “xml”."],
    [["check", "--nope"], "Unknown option '--nope'."],
  ])("%j ends with 2 and a sentence", async (args, sentence) => {
    const { code, out, err } = await yuheng(args, "", root);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(sentence);
  });

  test("lists its rules and its options", async () => {
    const listed = await yuheng(["check", "--rules"]);
    expect(listed.out).toContain("no-unused-cell");
    expect(listed.code).toBe(0);
    expect((await yuheng(["check", "--help"])).out).toContain("--fix");
  });
});
