import { expect, test } from "vitest";
import { mendNotebook } from "../../../kernel/check/mend-notebook.ts";
import { parseNotebook, serializeNotebook } from "../../../kernel/document/index.ts";
import { environment, md, notebookOf } from "./checked.ts";

test("A mend changes what it mends and no other byte", async () => {
  const before = notebookOf(['import * as d from "npm:d3";\ndisplay(d)', "  ", md("# A *title*   \n\n\ttext")])
    .replace("  <title>Of a test</title>\n", "")
    .replace("<script id", "<script  id")
    .replaceAll("\n", "\r\n");
  const { notebook, mended, findings } = await mendNotebook(parseNotebook(before), environment);
  expect(mended.map(({ rule }) => rule).sort()).toEqual(["no-empty-cell", "pinned-import", "titled"]);
  expect(findings).toEqual([]);
  const after = serializeNotebook(notebook);
  const undone = after
    .replace("npm:d3@7.9.0", "npm:d3")
    .replace("  <title>A title</title>\r\n", "")
    .replace('  <script id="3"', '  <script id="2" type="module">\r\n      \r\n  </script>\r\n  <script id="3"');
  expect(undone).toBe(before);
});

test("A notebook without anything to mend is given back as it was", async () => {
  const notebook = parseNotebook(notebookOf(["const a = 1", "totl"]));
  const result = await mendNotebook(notebook, environment);
  expect(result.mended).toEqual([]);
  expect(serializeNotebook(result.notebook)).toBe(serializeNotebook(notebook));
  expect(result.findings).toHaveLength(2);
});
