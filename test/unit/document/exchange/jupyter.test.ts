// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import { describe, expect, test } from "vitest";
import { importJupyter } from "../../../../kernel/document/exchange/index.ts";
import { serializeNotebook } from "../../../../kernel/document/index.ts";
import { runNotebook } from "../../../../kernel/headless/run-notebook.ts";
import { openServices } from "../../headless/services.ts";
import { brief, imported, importFile } from "./files.ts";

describe("A notebook of Jupyter", () => {
  test("with a kernel of Deno has cells that show their last value", async () => {
    const { notebook, notes } = await importFile("deno.ipynb");
    expect(brief(notebook)).toEqual([
      ["md", "# Towns\n![a](data:image/png;base64,iVBORw0KGgo=) costs $\\{5}"],
      [
        "ts",
        'import * as d3 from "npm:d3";\nconst rows: number[] = await Promise.resolve([1, 2]);\ndisplay(d3.sum(rows));',
      ],
      ["ts", "let n = 1;\nn = 2;"],
      ["ts", "console.log(rows);"],
      ["ts", "rows.length"],
      ["html", '<b>${"${"}x}</b>'],
    ]);
    expect(notebook.attributes["data-author"]).toBe("Ada Lin");
    expect(notes).toEqual([
      "Cell 1: files attached to it are kept only if they are pictures that its text shows. Left out: b.pdf.",
    ]);
  });

  test("with a kernel of Deno runs", async () => {
    const { notebook } = await importFile("deno.ipynb");
    const { cells, failed } = await runNotebook(serializeNotebook(notebook), { services: openServices() });
    expect(failed).toBe(0);
    expect(cells[1]!.html).toContain("3");
  });

  test.each([
    [{ kernelspec: { language: "javascript" } }, "js"],
    [{ kernelspec: { name: "tslab" } }, "ts"],
    [{ kernelspec: { name: "jslab" } }, "js"],
    [{ kernelspec: { name: "xjavascript" } }, "js"],
    [{ language_info: { name: "TypeScript" } }, "ts"],
  ])("says by %j that it is in %s", (metadata, kind) => {
    const text = JSON.stringify({ cells: [{ cell_type: "code", source: "1" }], metadata });
    expect(brief(importJupyter(text))).toEqual([[kind, "1"]]);
  });

  test("in Python is kept, with its magics of other languages as cells that run", async () => {
    const { notebook, notes } = await importFile("python.ipynb");
    expect(brief(notebook)).toEqual([
      ["python", "# not a title\nimport pandas"],
      ["python", "%%time\nf()"],
      ["js", "const x = 1;\ndisplay(x);"],
      ["html", '<b>${"${"}x}${"\\\\${"}y}</b>'],
      ["tex", "E = mc^2"],
      ["python", "%%bash\nls"],
    ]);
    expect(notebook.title).toBe("Untitled");
    expect(notes).toEqual(["Cells in python are kept, but do not run here: 3 of them."]);
  });

  test("has its formulas as such, but not in code", () => {
    const formulas = (source: string) =>
      brief(importJupyter(JSON.stringify({ cells: [{ cell_type: "markdown", source }] })))[0]![1];
    expect(formulas("$E = mc^2$, $$\\frac{a}{b}$$ and $5 or $6")).toBe(
      "${tex`E = mc^2`}, ${tex.block`\\frac{a}{b}`} and $5 or $6",
    );
    expect(formulas("\\begin{align}a &= b\\end{align}")).toBe("${tex.block`\\begin{align}a &= b\\end{align}`}");
    expect(formulas("`$a$` and \\$b$\n\n```\n$c$\n```")).toBe("`$a$` and \\$b$\n\n```\n$c$\n```");
  });

  test("of format 3 has the cells of all its worksheets", () => {
    const sheet = (input: string) => ({ cells: [{ cell_type: "code", language: "python", input }] });
    const text = JSON.stringify({ nbformat: 3, worksheets: [sheet("1"), sheet("2")] });
    expect(brief(importJupyter(text))).toEqual([
      ["python", "1"],
      ["python", "2"],
    ]);
  });

  test("that breaks off is refused with the line", async () => {
    await expect(imported("a.ipynb", '{\n "cells": [\n  {"cell_type": }\n ]\n}')).rejects.toThrow(
      /^Line 3: This is not a Jupyter notebook: it is not JSON/,
    );
  });
});
