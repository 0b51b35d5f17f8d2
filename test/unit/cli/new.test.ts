import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCall } from "../../../cli/command-line/read-call.ts";
import { declarations } from "../../../cli/declarations/declarations.ts";
import { shapes } from "../../../cli/json/shapes.ts";
import { languages, openTemplate, templates } from "../../../cli/new/template.ts";
import { serializeNotebook } from "../../../kernel/document/index.ts";
import { runNotebook } from "../../../kernel/headless/run-notebook.ts";
import { outputFaults } from "../../output-faults.ts";
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

describe("yuheng new site", { timeout: 120_000 }, () => {
  test.each(languages)("writes a folder of notebooks in %s that passes its own check", async (language) => {
    const site = join(folder, `My Site ${language}`);
    const { code, out } = await yuheng(["new", "site", site, "--language", language, "--json"]);
    const report = shapes["new site"].parse(JSON.parse(out));
    expect([code, report]).toEqual([0, JSON.parse(out)]);
    const files = (await readdir(site, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.map(({ parentPath, name }) => relative(site, join(parentPath, name))).sort()).toEqual(
      report.files.toSorted(),
    );
    expect(await yuheng(["check", "notebooks"], "", site)).toEqual({
      code: 0,
      out: "1 notebook: nothing to say.\n",
      err: "",
    });
    const readme = await readFile(join(site, "README.md"), "utf8");
    expect(readme).toContain(`# My Site ${language}\n`.replace("-", " "));
    expect(readme).not.toMatch(/[{}]/);
    const { name, scripts } = JSON.parse(await readFile(join(site, "package.json"), "utf8"));
    expect(name).toBe(`my-site-${language}`);
    // What its scripts, its workflow and its tasks call is what the command takes.
    const lines = [...Object.values<string>(scripts), ...(await workflowOf(site))];
    for (const line of lines.map((each) => each.replace(/^npx /, ""))) {
      const [program, command = "", ...rest] = line.split(" ");
      expect(program).toBe("yuheng");
      expect(() => readCall(declarations[command as "check"], rest)).not.toThrow();
    }
    const { tasks } = JSON.parse(await readFile(join(site, ".vscode/tasks.json"), "utf8"));
    expect(tasks.map(({ args = [] }: { args?: string[] }) => args[1])).toEqual(["serve", "check", "test", undefined]);
  });

  test("finds the findings of a check for VS Code", async () => {
    const site = join(folder, "matched");
    await yuheng(["new", "site", site, "--language", "en"]);
    const notebook = join(site, "notebooks/inventory.html");
    await writeFile(notebook, (await readFile(notebook, "utf8")).replace("d3.sum(lines", "d3.sum(lnes"));
    const { out } = await yuheng(["check", "notebooks"], "", site);
    const { tasks } = JSON.parse(await readFile(join(site, ".vscode/tasks.json"), "utf8"));
    const { regexp, file, line, severity } = tasks[1].problemMatcher.pattern;
    const found = out
      .split("\n")
      .map((each) => new RegExp(regexp).exec(each))
      .find((match) => match !== null)!;
    expect([found[file], Number(found[line]) > 1, found[severity]]).toEqual([
      "notebooks/inventory.html",
      true,
      "error",
    ]);
  });

  test("leaves a folder alone in which there is anything but a repository", async () => {
    const site = join(folder, "taken");
    await mkdir(join(site, ".git"), { recursive: true });
    expect(await yuheng(["new", "site", site, "--language", "en"])).toMatchObject({ code: 0 });
    expect(await yuheng(["new", "site", site])).toEqual({
      code: 2,
      out: "",
      err: `The folder “${site}” is not empty. Name a new one.\n`,
    });
    expect(await yuheng(["new", "site"])).toMatchObject({ code: 2, err: expect.stringContaining("Which folder?") });
  });
});

/** The calls of the command in a site's workflow. */
async function workflowOf(site: string): Promise<string[]> {
  const text = await readFile(join(site, ".github/workflows/notebooks.yml"), "utf8");
  const lines = [...text.matchAll(/run: (npx yuheng .*)/g)].map(([, line]) => line!);
  expect(lines).toHaveLength(3);
  return lines;
}

describe("The templates", { timeout: 120_000 }, () => {
  const services = openServices();

  test("pass the check of notebooks", async () => {
    const path = join(import.meta.dirname, "../../../notebooks/templates");
    expect(await yuheng(["check", path])).toMatchObject({ code: 0, out: "10 notebooks: nothing to say.\n" });
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
      const outputs = cells.flatMap(({ html }) => (html === "" ? [] : html));
      expect(outputs.flatMap((html, i) => outputFaults(html, { isLast: i === outputs.length - 1 }))).toEqual([]);
      expect(shown).toMatch(
        { blank: /<h1/, trade: /<svg/, inventory: /<svg/, product: /<svg/, lesson: /<yuheng-exercise/ }[name],
      );
    },
  );
});
