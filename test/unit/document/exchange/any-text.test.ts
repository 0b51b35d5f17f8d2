// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  importJupyter,
  importMarkdown,
  importOlderModule,
  importQuarto,
} from "../../../../kernel/document/exchange/index.ts";
import { parseNotebook, serializeNotebook } from "../../../../kernel/document/index.ts";

const pieces = fc.constantFrom(
  "---\n",
  "title: a\n",
  "a: [b\n",
  "- b:\n",
  "yuheng: {}\n",
  "```{ojs}\n",
  "```js echo\n",
  "```sql id=[a\n",
  "```\n",
  "```{=html}\n",
  "//| echo: [\n",
  "viewof x = 1\n",
  "viewof cell1 = {\n// The cell:\n",
  "// Its names:\n",
  "x = {\n",
  "}\n",
  "<!-- cell -->\n",
  '<!-- cell kind="html" -->\n',
  "${x}",
  "${",
  "`{ojs} x`",
  "`",
  "$",
  "\\",
  "<!--",
  ":::\n",
  "text\n",
  "\n\n",
  "  ",
  '"',
);
const text = fc.array(pieces, { maxLength: 30 }).map((all) => all.join(""));

describe("A file of any text", () => {
  test.each([
    ["Quarto", importQuarto],
    ["Markdown", importMarkdown],
    ["older cells", importOlderModule],
    ["Jupyter", importJupyter],
  ] as const)("is read as %s, to a notebook that can be written, and each problem has a line", (_, read) => {
    fc.assert(
      fc.property(text, (file) => {
        const { problems, ...notebook } = read(file);
        const back = parseNotebook(serializeNotebook({ ...notebook, problems }));
        expect(back.cells.map(({ source }) => source)).toEqual(notebook.cells.map(({ source }) => source));
        const lines = file.split("\n").length;
        for (const { line } of problems) expect(line > 0 && line <= lines).toBe(true);
      }),
    );
  });

  test("keeps every word of its text as Quarto and as Markdown", () => {
    const word = fc.integer({ min: 0, max: 999 }).map((n) => `word${n}\n`);
    const file = fc.array(
      fc.oneof(
        pieces.filter((piece) => !/^(?:---|yuheng|title|a:|- b|\/\/)/.test(piece)),
        word,
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(file, (all) => {
        const content = all.join("");
        for (const read of [importQuarto, importMarkdown]) {
          const kept = read(content)
            .cells.map(({ source, attributes }) => `${source} ${Object.values(attributes).join(" ")}`)
            .join("\n");
          for (const [found] of content.matchAll(/^word\d+$/gm)) expect(kept).toContain(found);
        }
      }),
    );
  });
});
