import fc from "fast-check";
import { expect, test } from "vitest";
import { notebookOfPage, writePageNotebook } from "../../../kernel/document/exchange/page-notebook.ts";
import { importText } from "../../../kernel/document/exchange/text.ts";
import { serializeNotebook } from "../../../kernel/document/index.ts";
import { parseNotebook } from "../../../kernel/document/parse.ts";

const notebook = serializeNotebook(
  parseNotebook('<notebook><title>Within</title><script id="1" type="module">"</" + "script>"</script></notebook>'),
);

const page = (text: string) =>
  `<!doctype html><html><body>before${writePageNotebook({ name: "within", text })}after</body></html>`;

test("a page gives back the notebook that it contains, whatever its text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (text, name) => {
      const written = `<p>${writePageNotebook({ name, text })}</p>`;
      // The element cannot end early, nor can a comment begin in it.
      expect(written.slice(3).split("<")).toHaveLength(4);
      expect(notebookOfPage(written)).toEqual({ name, text });
    }),
  );
});

test("a page that contains a notebook is opened as the notebook", async () => {
  const imported = await importText("page.html", page(notebook));
  expect(imported).toMatchObject({ title: "Within", text: notebook, same: false });
});

test.each([
  ["no data", "<html></html>"],
  ["no JSON", '<script type="application/json" id="yuheng-page">{"name":</script>'],
  ["other data", '<script type="application/json" id="yuheng-page">{"name":"a","text":1}</script>'],
  ["a text that is no notebook", page("nothing")],
])("a page with %s is refused with a sentence", async (_, text) => {
  await expect(importText("page.html", text)).rejects.toThrow("there is no `<notebook>` in it");
});
