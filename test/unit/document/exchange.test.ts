// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCell } from "../../../kernel/compile/index.ts";
import {
  exportJupyter,
  exportMarkdown,
  exportModule,
  importJupyter,
  importMarkdown,
} from "../../../kernel/document/exchange/index.ts";
import { createNotebook, type Notebook } from "../../../kernel/document/index.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { notebookText } from "./arbitrary.ts";
import { sources } from "./corpus.ts";

const brief = ({ cells }: Notebook) => cells.map(({ kind, source }) => [kind, source]);
const whole = ({ cells }: Notebook) => cells.map(({ kind, source, attributes }) => [kind, source, attributes]);

/** A notebook with every source in every kind. */
const full = createNotebook({
  title: 'A: "quoted" # & <b> 玉衡',
  cells: ["js", "ts", "sql", "md", "html", "tex", "python", "text/x-odd"].flatMap((kind) =>
    sources.map((source) => ({
      kind,
      source,
      attributes: { hidden: "", "data-name": "a `b` -- c > \n\"'", output: "x" },
    })),
  ),
});

/** What a Markdown cell shows, given that nothing is interpolated but text. */
function shown(source: string): string {
  const cell = compileCell({ id: 1, kind: "md", source });
  const names = cell.inputs.filter((name) => name !== "tex");
  expect([source, cell.diagnostics, names]).toEqual([source, [], source === "" ? [] : ["md"]]);
  if (source === "") return "";
  // What a formula of Jupyter is there, it is here.
  const tex = Object.assign((strings: TemplateStringsArray) => `$${strings.raw[0]}$`, {
    block: (strings: TemplateStringsArray) => `$$${strings.raw[0]}$$`,
  });
  const md = (strings: TemplateStringsArray, ...values: string[]) => String.raw({ raw: strings }, ...values);
  // biome-ignore lint/security/noGlobalEval: this is how a cell is run.
  return globalThis.eval(cell.code)(...cell.inputs.map((name) => (name === "tex" ? tex : md)), () => {});
}

describe("Jupyter notebooks", () => {
  const file = (cells: unknown[], metadata: unknown = {}) => JSON.stringify({ cells, metadata, nbformat: 4 });

  it("open with Markdown, JavaScript and Python as cells, and other languages as text", () => {
    const notebook = importJupyter(
      file([
        { cell_type: "markdown", source: ["# Title\n", "costs ${5} $\\{x} `a`"] },
        { cell_type: "code", source: ["import pandas\n", "print('```')"], outputs: [{}] },
        { cell_type: "code", source: "%%javascript\nconst x = 1", outputs: [] },
        { cell_type: "code", source: "%%sql\nselect 1" },
        { cell_type: "code", source: "let a: number", metadata: { vscode: { languageId: "typescript" } } },
        { cell_type: "code", source: "println('```')", metadata: { vscode: { languageId: "julia" } } },
        { cell_type: "raw", source: "raw" },
      ]),
    );
    expect(brief(notebook)).toEqual([
      ["md", '# Title\ncosts $\\{5} ${"$\\\\{"}x} `a`'],
      ["python", "import pandas\nprint('```')"],
      ["js", "const x = 1"],
      ["sql", "select 1"],
      ["ts", "let a: number"],
      ["md", "````julia\nprintln('```')\n````"],
      ["md", "```\nraw\n```"],
    ]);
    expect(shown(notebook.cells[0]!.source)).toBe("# Title\ncosts ${5} $\\{x} `a`");
    expect(notebook.title).toBe("Title");
    expect(notebook.problems.map(({ message }) => writeMessage(message))).toEqual([
      "Cells in another language (julia) do not run here: 1 were kept as text.",
      "Cells in python are kept, but do not run here: 1 of them.",
    ]);
  });

  it("of a JavaScript kernel run, and those of format 3 open", () => {
    const deno = importJupyter(file([{ cell_type: "code", source: "1" }], { kernelspec: { language: "typescript" } }));
    expect(brief(deno)).toEqual([["ts", "1"]]);
    const old = {
      worksheets: [
        {
          cells: [
            { cell_type: "heading", level: 2, source: "H" },
            { cell_type: "code", language: "python", input: "1" },
          ],
        },
      ],
    };
    expect(brief(importJupyter(JSON.stringify(old)))).toEqual([
      ["md", "## H"],
      ["python", "1"],
    ]);
  });

  it("that are none give an empty notebook and a problem", () => {
    for (const text of [
      "",
      "{",
      "[]",
      "null",
      "1",
      '{"cells": 5}',
      '{"cells": [null, 1, {"source": [1, null]}], "metadata": 5}',
    ]) {
      const { problems, cells } = importJupyter(text);
      expect(problems.length + cells.length).toBeGreaterThan(0);
    }
    fc.assert(fc.property(fc.json(), (text) => importJupyter(text).cells.length >= 0));
  });

  it("that we write come back as they were", () => {
    const back = importJupyter(exportJupyter(full));
    expect(whole(back)).toEqual(whole(full));
    expect({ title: back.title, attributes: back.attributes, problems: back.problems }).toEqual({
      title: full.title,
      attributes: full.attributes,
      problems: [],
    });
    expect(back.cells.map(({ id }) => id)).toEqual(full.cells.map(({ id }) => id));
  });

  it("that we write are such as Jupyter reads", () => {
    const { cells, nbformat, nbformat_minor, metadata } = JSON.parse(exportJupyter(full));
    expect({ nbformat, nbformat_minor, language: metadata.kernelspec.language }).toEqual({
      nbformat: 4,
      nbformat_minor: 5,
      language: "javascript",
    });
    for (const { cell_type, id, source, outputs, execution_count } of cells) {
      expect(id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/);
      expect(Array.isArray(source)).toBe(true);
      if (cell_type === "code") expect({ outputs, execution_count }).toEqual({ outputs: [], execution_count: null });
      else expect(cell_type).toBe("markdown");
    }
  });
});

describe("Markdown", () => {
  it("opens with its fences of JavaScript, TypeScript and SQL as cells", () => {
    const text = [
      "---",
      "title: 'It''s'",
      "---",
      "",
      "Intro ${x}",
      "",
      "```js",
      "const a = 1",
      "```",
      "````sql run",
      "select '```'",
      "````",
      "~~~typescript",
      "let b: number",
      "~~~",
      "",
      "```python",
      "print(1)",
      "```",
      "",
      "- item",
      "  ```js",
      "  in a list",
      "  ```",
      "",
      "```html",
      "shown",
      "```",
      "~~~ts",
      "never closed",
    ].join("\r\n");
    const notebook = importMarkdown(text);
    expect(notebook.title).toBe("It's");
    expect(brief(notebook)).toEqual([
      ["md", "Intro $\\{x}"],
      ["js", "const a = 1"],
      ["sql", "select '```'"],
      ["ts", "let b: number"],
      ["md", "```python\nprint(1)\n```\n\n- item\n  ```js\n  in a list\n  ```\n\n```html\nshown\n```"],
      ["ts", "never closed"],
    ]);
  });

  it("takes its title from its first heading if it has no other", () => {
    expect(importMarkdown("text\n\n# Head ##\n").title).toBe("Head");
    expect(importMarkdown("").title).toBe("Untitled");
  });

  it("that we write comes back cell by cell", () => {
    const kept = full.cells.filter(({ kind, source }) => kind !== "md" || (source.trim() === source && source !== ""));
    const notebook = { ...full, cells: kept };
    const back = importMarkdown(exportMarkdown(notebook));
    expect(whole(back)).toEqual(whole(notebook));
    expect(back.title).toBe(full.title);
  });

  it("that we write keeps fences within Markdown there, also one that is never closed", () => {
    const notebook = createNotebook({
      cells: [
        { kind: "md", source: "a\n```js\nb\n```\nc" },
        { kind: "md", source: "~~~\nopen" },
        { kind: "js", source: "1" },
      ],
    });
    expect(brief(importMarkdown(exportMarkdown(notebook)))).toEqual([
      ["md", "a\n```js\nb\n```\nc"],
      ["md", "~~~\nopen\n~~~"],
      ["js", "1"],
    ]);
  });

  it("shows here what it shows elsewhere, whatever it says", () => {
    const text = fc.string({ unit: fc.constantFrom("$", "{", "}", "\\", "`", "a", " ") });
    fc.assert(
      fc.property(text, (markdown) => {
        const source = importJupyter(JSON.stringify({ cells: [{ cell_type: "markdown", source: markdown }] })).cells[0]!
          .source;
        expect(shown(source)).toBe(markdown);
      }),
    );
  });

  it("of any kind is read", () => {
    fc.assert(fc.property(notebookText, (text) => importMarkdown(text).cells.length >= 0));
  });
});

describe("a JavaScript module", () => {
  it("runs the notebook's cells with the runtime", async () => {
    const notebook = createNotebook({
      title: "T\n*/",
      cells: [
        { kind: "js", source: "const b = a + 1; // comment" },
        { kind: "ts", source: "const a: number = 1" },
        { kind: "js", source: "display(a + b)" },
        { kind: "js", source: "wrong =" },
      ],
    });
    const text = exportModule(notebook);
    const {
      default: define,
      cells,
      title,
    } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`);
    expect(title).toBe("T\n*/");
    expect(cells).toHaveLength(4);
    Object.assign(globalThis, { requestAnimationFrame: (call: () => void) => setTimeout(call, 0) });
    const { Runtime } = await import("@observablehq/runtime");
    const shown: unknown[] = [];
    const give = () => ({ display: (value: unknown) => shown.push(value) });
    const main = define(new Runtime({}), () => true, give);
    expect(await main.value("b")).toBe(2);
    await main.value("cell 3");
    expect(shown).toEqual([3]);
    await expect(main.value("cell 4")).rejects.toThrow("before it is complete");
  });

  it("is one whatever the notebook", async () => {
    for (const kind of ["js", "md", "html"]) {
      const text = exportModule(createNotebook({ cells: sources.map((source) => ({ kind, source })) }));
      const { cells } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`);
      expect(cells).toHaveLength(sources.length);
    }
  });
});
