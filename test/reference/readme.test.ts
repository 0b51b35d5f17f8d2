import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { FolderAttachments } from "../../kernel/headless/folder-attachments.ts";
import { runNotebook } from "../../kernel/headless/run-notebook.ts";
import { writePackageList } from "../../kernel/module/package-list.ts";
import { openServices, runCells } from "../unit/headless/services.ts";
import { codeIn, linesOf, readmes, textOf } from "../unit/suite/readme-text.ts";

// What the READMEs claim of their pictures is computed, and their examples run.

const services = openServices();

test("The numbers below the picture of the READMEs are those of the panorama", async () => {
  const { values, cells } = await runCells(services, [
    `const climbed = panorama.ladder({regions: ["CHN"], year: 2022, edition: "GCB 2025", boundary: "land-use change"});
     const everyone = panorama.accounts({edition: "GCB 2025", boundary: "land-use change", regions: "all", year: 2022});`,
    `const levels = climbed.rows.filter((d) => d.kind === "level").map((d) => d3.format(",.0f")(d.value).replace(",", "\\u202f"));
     const net = everyone.rows.filter((d) => d.principle === "consumption" && d.category === "net transfer");
     const counted = [net.filter((d) => d.value > 0).length, net.length];`,
  ]);
  expect(cells.flatMap(({ error }) => error ?? [])).toEqual([]);
  const of = (name: string) => new Map(values).get(name) as (string | number)[];
  const [territorial, consumption, panoramic] = of("levels");
  const [above, all] = of("counted");
  const [english, chinese] = readmes.map((name) => textOf(name).replaceAll("\n", " "));
  expect(english).toContain(
    `in 2022, China's territorial emissions of fossil CO₂ were ${territorial}\u00a0Mt, its consumption emissions ${consumption}\u00a0Mt, and with land-use change ${panoramic}\u00a0Mt. In ${above} of ${all} countries,`,
  );
  expect(chinese).toContain(
    `属地排放为 ${territorial}\u00a0Mt，消费端排放为 ${consumption}\u00a0Mt，计入土地利用变化后为 ${panoramic}\u00a0Mt。${all} 个国家中，有 ${above} 个的`,
  );
});

describe.each(readmes)("The examples of %s", (name) => {
  const text = textOf(name);

  test("run as notebooks", async () => {
    const notebooks = codeIn(text, "html").filter((code) => code.startsWith("<!doctype html>"));
    expect(notebooks).toHaveLength(1);
    const { cells, failed } = await runNotebook(notebooks[0]!, { services });
    expect(failed).toBe(0);
    expect(cells.at(-1)!.html).toMatch(/2011.*3\d/);
  });
});

/** What the lines import, as it would stand beside the notebook. */
function filesBeside(): Readonly<Record<string, string>> {
  const mean = "export const mean = (list) => list.reduce((sum, each) => sum + each, 0) / list.length;";
  const added = {
    name: "simple-statistics",
    version: "7.0.0",
    entry: "",
    file: "simple-statistics@7.0.0.js",
    sha256: createHash("sha256").update(mean).digest("hex"),
    licence: "",
    licenceFile: null,
    contains: [],
  };
  return {
    "lib/total.ts": "export const share: number = 0.5; export default (of: number): number => of;",
    "codes.json": '["CHN", "USA"]',
    "modules/modules.json": writePackageList([added]),
    "modules/simple-statistics@7.0.0.js": mean,
  };
}

test("The lines of code in the READMEs run, each as a cell", async () => {
  // Both READMEs have the same code.
  const lines = codeIn(textOf("README.md"), "js").flatMap((block) => linesOf(block, "//"));
  const folder = mkdtempSync(join(tmpdir(), "yuheng-readme-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(filesBeside())) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { cells, failed } = await runCells(services, lines, { attachments: new FolderAttachments(folder) });
  expect(cells.flatMap(({ error }) => error ?? [])).toEqual([]);
  expect(failed).toBe(0);
  expect(cells).toHaveLength(lines.length);
});
