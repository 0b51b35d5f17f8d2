import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { yuheng } from "./yuheng.ts";

const scripts: Record<string, string> = {};
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "yuheng-completion-"));
  writeFileSync(join(folder, "my notebook.html"), "");
  for (const shell of ["bash", "zsh", "fish"]) {
    const { code, out, err } = await yuheng(["completion", shell]);
    expect([code, err]).toEqual([0, ""]);
    scripts[shell] = out;
    writeFileSync(join(folder, `script.${shell}`), out);
  }
  // In a fresh clone every command is compiled first.
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isThere = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

/** What bash offers at the end of a line, whose words are given as bash splits it. */
function offered(...words: string[]): string[] {
  const program = `source ./script.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _yuheng; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", program, "bash", ...words], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((word) => word !== "");
}

describe("yuheng completion", () => {
  test.each([
    ["bash", ["-n"]],
    ["zsh", ["-n"]],
    ["fish", ["--no-execute"]],
  ])("%s takes its script", (shell, options) => {
    // bash is where there is a shell at all; the others where they are installed.
    if (shell !== "bash" && !isThere(shell)) return expect(scripts[shell]).toContain("yuheng");
    const { status, stderr } = spawnSync(shell, [...options, join(folder, `script.${shell}`)], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("in bash offers commands, options, their values, names and files", () => {
    expect(offered("yuheng", "")).toEqual(expect.arrayContaining(["run", "datasets", "completion"]));
    expect(offered("yuheng", "new", "")).toEqual(["site"]);
    expect(offered("yuheng", "new", "site", "--t")).toEqual(["--title"]);
    expect(offered("yuheng", "new", "steel", "--te")).toEqual(["--template"]);
    expect(offered("yuheng", "da")).toEqual(["datasets"]);
    expect(offered("yuheng", "--v")).toEqual(["--version"]);
    expect(offered("yuheng", "datasets", "")).toEqual(["list", "show", "export"]);
    expect(offered("yuheng", "datasets", "export", "mrio_co")).toContain("mrio_co2");
    expect(offered("yuheng", "datasets", "export", "--format", "p")).toEqual(["parquet"]);
    expect(offered("yuheng", "call", "consumption.acc")).toEqual(["consumption.accounts"]);
    expect(offered("yuheng", "call", "consumption.accounts", "scr")).toContain("script.bash");
    expect(offered("yuheng", "run", "my")).toEqual(["my notebook.html"]);
    expect(offered("yuheng", "run", "--set", "year", "=", "2010", "my")).toEqual(["my notebook.html"]);
    expect(offered("yuheng", "test", "a.html", "b.html", "my")).toEqual(["my notebook.html"]);
    expect(offered("yuheng", "run", "--fo")).toEqual(["--format"]);
    expect(offered("yuheng", "check", "--format", "=", "g")).toEqual(["github"]);
    expect(offered("yuheng", "completion", "")).toEqual(["bash", "zsh", "fish"]);
    expect(offered("yuheng", "run", "--seed", "")).toEqual([]);
  });

  test("names every command and option in the other shells, too", async () => {
    const declared: Record<string, { options: object }> = JSON.parse((await yuheng(["help", "--json"])).out);
    for (const [words, { options }] of Object.entries(declared)) {
      for (const name of Object.keys(options)) {
        expect(scripts.zsh).toMatch(new RegExp(`--${name}\\b`));
        const line = words
          .split(" ")
          .map((word) => `__fish_seen_subcommand_from ${word}`)
          .join("; and ");
        expect(scripts.fish).toMatch(new RegExp(`"${line}".* -l ${name}\\b`));
      }
    }
  });

  test("refuses another shell", async () => {
    expect(await yuheng(["completion", "csh"])).toMatchObject({ code: 2, out: "" });
  });
});
