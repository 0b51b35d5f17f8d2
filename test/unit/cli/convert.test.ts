import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseNotebook } from "../../../kernel/document/index.ts";
import { yuheng } from "./yuheng.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-convert-"));
  const files = new URL("../document/exchange/files/", import.meta.url).pathname;
  await copyFile(join(files, "emissions.qmd"), join(folder, "emissions.qmd"));
  await writeFile(join(folder, "broken.ipynb"), "{");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("yuheng convert", () => {
  test("writes a notebook of a document of Quarto, and says with lines what was lost", async () => {
    const { code, out, err } = await yuheng(["convert", "emissions.qmd"], "", folder);
    expect(code).toBe(0);
    expect(parseNotebook(out).title).toBe("Emissions of 'two' towns");
    expect(err).toContain("emissions.qmd: Line 23: These options of a cell have no meaning here");
  });

  test("writes the format of the ending, and there and back it is the same", async () => {
    const to = async (from: string, out: string) => yuheng(["convert", from, "-o", out], "", folder);
    expect(await to("emissions.qmd", "a.html")).toMatchObject({ code: 0, out: "" });
    for (const ending of ["md", "ipynb", "qmd"]) {
      expect(await to("a.html", `b.${ending}`)).toMatchObject({ code: 0, out: "" });
      expect(await to(`b.${ending}`, `${ending}.html`)).toMatchObject({ code: 0, out: "" });
      const cells = async (name: string) =>
        parseNotebook(await readFile(join(folder, name), "utf8")).cells.map(({ kind }) => kind);
      expect([ending, await cells(`${ending}.html`)]).toEqual([ending, await cells("a.html")]);
    }
  });

  test.each([
    [["convert"], "Which notebook? Give its file."],
    [["convert", "gone.qmd"], "There is no file “gone.qmd”."],
    [["convert", "a.csv"], "“a.csv” is no notebook"],
    [["convert", "emissions.qmd", "--to", "qmdd"], "Did you mean “qmd”?"],
    [["convert", "emissions.qmd", "--to", "qmd", "-o", "./emissions.qmd"], "would be written over itself"],
    [["convert", "broken.ipynb"], "broken.ipynb: This is not a Jupyter notebook: it is not JSON"],
  ])("%j ends with 2 and a sentence, and writes nothing", async (args, sentence) => {
    const before = await readdir(folder);
    const { code, out, err } = await yuheng(args, "", folder);
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(sentence)]);
    expect(await readdir(folder)).toEqual(before);
  });
});
