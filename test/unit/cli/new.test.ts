import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages, openTemplate, templates } from "../../../cli/new/template.ts";
import { serializeNotebook } from "../../../kernel/document/index.ts";
import { runNotebook } from "../../../kernel/headless/run-notebook.ts";
import { openServices } from "../headless/services.ts";
import { yuheng } from "./yuheng.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-new-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("yuheng new", { timeout: 120_000 }, () => {
  test("writes a notebook with a title made of its name", async () => {
    const { code, out } = await yuheng(["new", "china-steel", "--template", "trade", "--language", "en"], "", folder);
    expect([code, out]).toEqual([0, 'china-steel.html is written. "yuheng serve ." opens it.\n']);
    const text = await readFile(join(folder, "china-steel.html"), "utf8");
    expect(text).toContain("<title>China steel</title>");
    expect(text).toContain("    # China steel\n");
  });

  test("leaves a file alone that is there", async () => {
    await writeFile(join(folder, "mine.html"), "mine");
    const { code, err } = await yuheng(["new", "mine.html"], "", folder);
    expect([code, err]).toEqual([2, expect.stringContaining("There is a file “mine.html” already.")]);
    expect(await readFile(join(folder, "mine.html"), "utf8")).toBe("mine");
  });

  test.each([
    [["new"], "How shall the notebook be named?"],
    [["new", "a", "b"], "One notebook is made at a time"],
    [["new", ".hidden"], "cannot be the name of a notebook"],
    [["new", "a", "--template", "trad"], "Did you mean “trade”?"],
    [["new", "a", "--language", "fr"], "There is no language “fr”."],
    [["new", "gone/a"], "There is no folder “gone”."],
  ])("%j ends with 2 and a sentence, and writes nothing", async (args, sentence) => {
    const before = await readdir(folder);
    const { code, err } = await yuheng(args, "", folder);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    expect(await readdir(folder)).toEqual(before);
  });
});

describe("The templates", { timeout: 120_000 }, () => {
  const services = openServices();

  test("pass the check of notebooks", async () => {
    const path = join(import.meta.dirname, "../../../notebooks/templates");
    expect(await yuheng(["check", path])).toMatchObject({ code: 0, out: "8 notebooks: nothing to say.\n" });
  });

  test.each(templates.flatMap((name) => languages.map((language) => [name, language] as const)))(
    "%s runs in %s without a failed cell",
    async (name, language) => {
      const text = serializeNotebook(await openTemplate(name, language, "A <test> & more"));
      const { title, cells, failed } = await runNotebook(text, { services });
      expect(cells.filter(({ error }) => error).map(({ error }) => error)).toEqual([]);
      expect(failed).toBe(0);
      expect(title).toBe("A <test> & more");
      const shown = cells.map(({ html }) => html).join("");
      expect(shown).toMatch({ blank: /<h1/, trade: /<svg/, inventory: /<svg/, lesson: /<yuheng-exercise/ }[name]);
    },
  );
});
