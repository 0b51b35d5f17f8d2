// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import { describe, expect, test } from "vitest";
import { exportQuarto, importQuarto } from "../../../../kernel/document/exchange/index.ts";
import { exportText } from "../../../../kernel/document/exchange/text.ts";
import { createNotebook, serializeNotebook } from "../../../../kernel/document/index.ts";
import { runNotebook } from "../../../../kernel/headless/run-notebook.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { openServices } from "../../headless/services.ts";
import { brief, imported, importFile } from "./files.ts";

describe("A document of Quarto", () => {
  test("keeps title, authors, day, language and licence", async () => {
    const { notebook } = await importFile("emissions.qmd");
    expect(notebook.title).toBe("Emissions of 'two' towns");
    expect(notebook.attributes).toMatchObject({
      "data-author": "Ada Lin; Bo Chen",
      "data-date": "2024-05-03",
      "data-licence": "CC BY",
      lang: "en",
    });
  });

  test("becomes cells: {ojs} runs, Python and R are kept, the rest is text", async () => {
    const { notebook } = await importFile("emissions.qmd");
    expect(brief(notebook)).toEqual([
      ["md", "# Emissions of 'two' towns\n\nA small example"],
      [
        "md",
        "Costs are $5 and the formula is ${tex`{a}_i`}; the year is ${year}, or ${year + 1}.\nCode such as `$\\{year}` is code.",
      ],
      ["js", "// The year.\nconst year = view(Inputs.range([2000, 2020], {step: 1}) // chosen\n)"],
      ["js", "const total = (() => {\n  const list = [1, 2];\n\n  return list.length;\n})()"],
      ["js", "Plot.plot({marks: []})"],
      ["md", "*Emissions by year*"],
      ["md", "::: {.callout-note}\nSee @fig-years.\n:::"],
      ["js", 'import * as d3 from "npm:d3@7";'],
      ["js", 'import {helper} from "./helper.js"'],
      ["md", expect.stringContaining('```js\nimport {chart} from "@somebody/charts"\n```')],
      ["md", "```js\nnever = 1\n```"],
      ["python", '#| echo: false\nprint("kept")'],
      ["r", "summary(1)"],
      ["md", "```julia\nprintln(1)\n```"],
      ["dot", "digraph { a -> b }"],
      ["md", "```mermaid\nflowchart LR\n```"],
      ["html", '<b>raw ${"${"}no}</b>'],
      ["md", "```js\nshown()\n```"],
      ["md", expect.stringContaining("```js\nbroken = (\n```")],
      ["js", "const fine = 3"],
      ["md", "- in a list\n\n  ```{ojs}\n  hidden = 1\n  ```"],
    ]);
  });

  test("says by its options what is shown", async () => {
    const { notebook } = await importFile("emissions.qmd");
    const attributes = notebook.cells.map(({ attributes }) => attributes);
    // The front matter hides all code; the first block shows its own.
    expect(attributes.slice(2, 5)).toEqual([{ pinned: "" }, { pinned: "" }, { pinned: "", "data-name": "fig-years" }]);
    expect(attributes.slice(7, 10)).toEqual([{ hidden: "" }, { hidden: "" }, {}]);
    expect(attributes.at(-2)).toEqual({});
    const { notebook: usual } = await imported(
      "a.qmd",
      "```{ojs}\nx = 1\n```\n\n```{ojs}\n//| include: false\ny = 1\n```\n",
    );
    expect(usual.cells.map(({ attributes }) => attributes)).toEqual([{ pinned: "" }, { hidden: "" }]);
    const { notebook: quiet } = await imported(
      "a.qmd",
      "---\nformat:\n  html:\n    echo: false\n---\n```{ojs}\nx = 1\n```\n\n```{ojs}\n//| echo: fenced\ny = 1\n```\n",
    );
    expect(quiet.cells.map(({ attributes }) => attributes)).toEqual([{}, { pinned: "" }]);
  });

  test("says with its lines what was lost", async () => {
    const { notes } = await importFile("emissions.qmd");
    expect(notes.map((note) => note.replace(/: it cannot be read \(.*/, ""))).toEqual([
      "Left out of the front matter, because it has no meaning here: format.",
      "Line 23: These options of a cell have no meaning here, and are left out: fig-width.",
      "Line 38: Quarto's own markup (blocks between `:::`, cross references such as `@fig-1`) is kept as text from here on.",
      "Line 46: Cell 10 was kept as text: it imports from another notebook, which would have to come over the network.",
      "Line 49: A cell with `eval: false` was kept as text.",
      "Line 54: Cells in python, r, dot are kept, but do not run here: 3 of them.",
      "Line 63: A cell of julia was kept as text: there is no such kind of cell here.",
      "Line 71: A cell of mermaid was kept as text: there is no such kind of cell here.",
      "Line 84: Cell 19 was kept as text",
      "Line 91: A cell that is indented, as within a list, was kept as text.",
    ]);
  });

  test("without {ojs} has no expressions in its text", async () => {
    const { notebook } = await imported("a.qmd", "a ${x} and `{ojs} y`\n");
    expect(brief(notebook)).toEqual([["md", "a $\\{x} and `{ojs} y`"]]);
  });

  test("names options that cannot be read", async () => {
    const { notes } = await imported("a.qmd", "```{ojs}\n//| echo: false\n//| a: [b\n//| ???\nx = 1\n```\n");
    expect(notes).toEqual(["These options of a cell have no meaning here, and are left out: a: [b, ???."]);
  });

  test("with options in the header of a fence, as knitr has them, is read", async () => {
    const { notebook } = await imported("a.qmd", '```{ojs, echo=FALSE, label="a-b"}\n1 + 1\n```\n');
    expect(notebook.cells.map(({ attributes }) => attributes)).toEqual([{ "data-name": "a-b" }]);
  });
});

describe("A notebook written for Quarto", () => {
  const written = (kind: string, source: string, attributes: Record<string, string> = {}) =>
    exportQuarto(createNotebook({ cells: [{ kind, source, attributes }] }))
      .split("---\n\n")[1]!
      .trimEnd();

  test.each([
    ["a definition", "const x = 1;", "x = 1;"],
    ["an object", "const x = {a: 1}", "x = ({a: 1});"],
    ["an input", "const x = view(Inputs.range([0, 1])); // why", "viewof x = Inputs.range([0, 1]); // why"],
    ["an expression", "Plot.plot()", "Plot.plot()"],
    ["an object as an expression", "{a: 1}", "({a: 1})"],
    ["what is displayed", "display(x)", "x"],
    ["what is displayed, with a comment", "// why\ndisplay(x)", "// why\nx"],
    ["a function", "function f(x) { return x; }", "function f(x) { return x; }"],
    ["an import of a package", 'import * as d3 from "npm:d3@7";', 'd3 = require("d3@7");'],
    ["an import of a module", 'import {a as b} from "./x.js";', 'import {a as b} from "./x.js";'],
    ["several", "// one\nconst x = 1;\ndisplay(x + 1)", "// one\nx = 1;\n\nx + 1;"],
  ])("has %s in the older form", (_, source, older) => {
    expect(written("js", source)).toBe(`\`\`\`{ojs}\n${older}\n\`\`\``);
  });

  test("has a program whose order matters as one block, whose names are cells", async () => {
    const text = written("js", "const m = new Map();\nm.set(1, 2);\ndisplay(m);");
    expect(text).toContain("viewof cell1 = {");
    expect(text).toContain("\nm = cell1.m\n");
    const { notebook } = await imported("a.qmd", text);
    expect(notebook.cells.map(({ kind }) => kind)).toEqual(["js", "js"]);
  });

  test("shows code and results as the notebook does", () => {
    const text = written("js", "x", { pinned: "", hidden: "", "data-name": "fig-a" });
    expect(text).toBe("```{ojs}\n//| label: fig-a\n//| echo: true\n//| output: false\nx\n```");
    expect(written("md", "a ${x}")).toBe("<!-- cell -->\na `{ojs} x`");
    expect(written("html", "<b>a</b>")).toBe("```{=html}\n<b>a</b>\n```");
    expect(written("html", "<b>${a}</b>")).toBe('<!-- cell kind="html" -->\n```{ojs}\nhtml`<b>${a}</b>`\n```');
    expect(written("sql", "select 1", { output: "a" })).toBe(
      '<!-- cell kind="sql" output="a" -->\n```sql\nselect 1\n```',
    );
    expect(written("python", "print(1)")).toBe("```{python}\nprint(1)\n```");
  });

  test("says in both languages what does not work there", async () => {
    const notebook = createNotebook({
      cells: [
        { kind: "md", source: "# Title" },
        { kind: "js", source: "consumption.accounts(world)" },
        { kind: "sql", source: "select 1" },
        { kind: "ts", source: "const a: number = 1" },
        { kind: "js", source: 'import {a} from "./other.html"' },
      ],
    });
    const { notes, text } = await exportText(serializeNotebook(notebook), "qmd", "en");
    expect(notes.map((note) => writeMessage(note))).toEqual([
      "What Quarto does not have: consumption (in the cells 2). Those cells fail there.",
      "Quarto shows the code of these cells, but does not run it: 3, 5.",
      "Quarto has no TypeScript: the cells 4 were written without their types.",
    ]);
    expect(writeMessage(notes[1]!, { tag: "zh-CN" })).toBe("Quarto 会显示以下单元格的代码，但不运行：3、5。");
    // With a heading of its own, the document shows no other title above it.
    expect(text).toContain('pagetitle: "Untitled"');
  });
});

test("What is written for Quarto computes there what it computes here", async () => {
  const notebook = createNotebook({
    cells: [
      { kind: "md", source: "The sum is ${sum}." },
      { kind: "js", source: "const list = [1, 2];\nlist.push(3);\nconst sum = list.length;\ndisplay(sum * 2);" },
      { kind: "js", source: "const range = view(Inputs.range([0, 9], {step: 1, value: 4}));\nlet n = 1;\nn = 2;" },
      { kind: "ts", source: "const double = (x: number): number => x * 2;" },
      { kind: "js", source: "double(range) + n" },
      { kind: "js", source: 'import {max} from "npm:d3";\ndisplay(max([1, 5, 2]));\nif (false) display("never");' },
      { kind: "html", source: "<b>`${sum}`</b>" },
    ],
  });
  // Read as a document by others, of which nothing is known but what is written.
  const foreign = exportQuarto(notebook)
    .replace(/^yuheng: .*\n/m, "")
    .replace(/^<!-- cell.*-->\n/gm, "")
    .replaceAll("await require(", "await import(");
  const services = openServices();
  const here = await runNotebook(serializeNotebook(notebook), { services });
  const there = await runNotebook(serializeNotebook(importQuarto(foreign)), { services });
  expect([here.failed, there.failed]).toEqual([0, 0]);
  const shown = ({ cells }: { cells: readonly { html: string }[] }) =>
    cells
      .map(({ html }) => html.replace(/<[^>]*>/g, "").trim())
      .filter((text) => text !== "")
      .join(" | ");
  expect(shown(there)).toContain("The sum is 3.");
  expect(shown(there)).toContain("10");
  expect(shown(here)).toContain("`3`");
  expect(shown(there)).toContain("`3`");
});
