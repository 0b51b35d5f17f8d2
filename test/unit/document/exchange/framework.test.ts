// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import { describe, expect, test } from "vitest";
import { exportMarkdown } from "../../../../kernel/document/exchange/index.ts";
import { exportText } from "../../../../kernel/document/exchange/text.ts";
import { createNotebook, serializeNotebook } from "../../../../kernel/document/index.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { brief, imported, importFile } from "./files.ts";

describe("A page of Observable Framework", () => {
  test("becomes cells, and the expressions of its text stay such", async () => {
    const { notebook } = await importFile("page.md");
    expect(notebook.title).toBe("A page");
    expect(notebook.attributes).toMatchObject({ "data-author": "Ada Lin; Bo Chen", "data-date": "2024-05-03" });
    expect(notebook.cells.map(({ kind, source, attributes }) => [kind, source, attributes])).toEqual([
      [
        "md",
        '# Page of ${year}\n\nCode `$\\{year}` is code, ${"\\\\${"}this} is text, and <!-- $\\{neither} --> nor this.',
        {},
      ],
      ["js", 'import {csvParse} from "npm:d3-dsv";\nconst year = view(Inputs.range([2000, 2020]));', {}],
      ["js", 'display(await FileAttachment("data/towns.csv").csv({typed: true}));', { pinned: "" }],
      ["md", "```js run=false\nshown();\n```", {}],
      ["ts", "const next: number = year + 1;", {}],
      ["sql", "select * from gaia", { output: "towns", hidden: "" }],
      ["sql", "select 1", { output: "shown" }],
      ["js", "const [{n}] = await sql`select count(*) as n from gaia where name = '\\`'`;", {}],
      [
        "md",
        '<div class="grid grid-cols-2">\n  <div class="card">${resize((width) => Plot.plot({width, marks: [{a: "}"}]}))}</div>\n</div>',
        {},
      ],
      ["html", "<i>${year}</i>", {}],
      ["tex", "E = mc^2", {}],
      ["dot", "digraph { a -> b }", {}],
      ["md", "```jsx\ndisplay(<b/>);\n```\n\n```python\nprint(1)\n```", {}],
    ]);
  });

  test("says with its lines what does not run here", async () => {
    const { notes } = await importFile("page.md");
    expect(notes).toEqual(
      expect.arrayContaining([
        "SQL cells query these tables of the page's front matter: gaia. Add the files to the notebook under these names.",
        "Left out of the front matter, because it has no meaning here: toc.",
        "Line 42: Cell 9 uses what does not exist here: resize.",
        "Line 59: A block of jsx does not run here: it was kept as text.",
      ]),
    );
  });

  test("is told from other Markdown, whose `${` is text", async () => {
    const other = "---\nlayout: post\n---\na ${x}\n\n```js\nf(1)\n```\n\n```html\n<b>\n```\n";
    const { notebook } = await imported("a.md", other);
    expect(brief(notebook)).toEqual([
      ["md", "a $\\{x}"],
      ["js", "f(1)"],
      ["md", "```html\n<b>\n```"],
    ]);
    const page = await imported("a.md", "a ${x}\n\n```js\ndisplay(1)\n```\n");
    expect(brief(page.notebook)[0]).toEqual(["md", "a ${x}"]);
  });
});

describe("A notebook written as Markdown", () => {
  test("has the words of Framework behind its fences", () => {
    const text = exportMarkdown(
      createNotebook({
        title: "T",
        attributes: { "data-author": "A; B", "data-seed": "3" },
        cells: [
          { kind: "js", source: "1", attributes: { pinned: "" } },
          { kind: "sql", source: "select 1", attributes: { output: "one" } },
        ],
      }),
    );
    expect(text).toBe(
      [
        "---",
        'title: "T"',
        'author: ["A","B"]',
        'yuheng: {"theme":"air","data-format-version":"1","data-seed":"3"}',
        "---",
        "",
        "```js cell echo",
        "1",
        "```",
        "",
        '```sql cell id="one"',
        "select 1",
        "```",
        "",
      ].join("\n"),
    );
  });

  test("comes with notes on what Framework lacks", async () => {
    const notebook = createNotebook({
      cells: [
        { kind: "js", source: "const world = consumption.table({regions: 7})" },
        { kind: "js", source: "consumption.accounts(world)", attributes: { hidden: "" } },
        { kind: "sql", source: "select 1" },
        { kind: "js", source: "Math.max(d3.max([1]), 2)" },
      ],
    });
    const { notes } = await exportText(serializeNotebook(notebook), "md", "en");
    expect(notes.map((note) => writeMessage(note))).toEqual([
      "What Observable Framework does not have: consumption (in the cells 1, 2). Those cells fail there.",
      "In Observable Framework, SQL cells query the tables that the page's front matter lists under `sql`: add them there (cells 3).",
      "Hidden cells show their value in Observable Framework: 2.",
    ]);
  });
});
