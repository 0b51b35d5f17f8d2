import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDialogue, withDialogue, withoutDialogue } from "../../../kernel/document/dialogue-script.ts";
import { parseNotebook, serializeNotebook } from "../../../kernel/document/index.ts";

const file = `<!doctype html>
<notebook>
  <title>Study</title>
  <script id="1" type="module">
    1 + 1
  </script>
</notebook>
<!-- kept -->
`;

describe("The conversation in a notebook file", () => {
  it("stands after the notebook, and all else is kept byte for byte", () => {
    const notebook = withDialogue(parseNotebook(file), '{"turns": []}');
    expect(serializeNotebook(notebook)).toBe(
      file.replace(
        "</notebook>",
        '</notebook>\n<script type="application/yuheng-dialogue+json" data-version="1">{"turns": []}</script>',
      ),
    );
    expect(serializeNotebook(withDialogue(notebook, null))).toBe(file);
    expect(withoutDialogue(serializeNotebook(notebook))).toBe(file);
    expect(withoutDialogue(file)).toBe(file);
  });

  it("is read as it was written, whatever was said, and adds no cell", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (first, second) => {
        const once = withDialogue(parseNotebook(file), JSON.stringify({ text: `${first}</script><!--<script>` }));
        const text = serializeNotebook(withDialogue(once, JSON.stringify({ text: `${second}</script><!--<script>` })));
        const again = parseNotebook(text);
        expect(again.cells.map(({ source }) => source)).toEqual(["1 + 1"]);
        expect(JSON.parse(readDialogue(again)!)).toEqual({ text: `${second}</script><!--<script>` });
        expect(withoutDialogue(text)).toBe(file);
      }),
    );
  });

  it("is found again in a file that closes no notebook", () => {
    const open = '<notebook>\n  <script id="1" type="module">1</script>\n';
    const text = serializeNotebook(withDialogue(parseNotebook(open), "{}"));
    const again = parseNotebook(text);
    expect(readDialogue(again)).toBe("{}");
    expect(again.cells).toHaveLength(1);
  });

  it("of a version that is not known is kept and not read", () => {
    const later = `${file}<script type="application/yuheng-dialogue+json" data-version="2">{}</script>`;
    expect(readDialogue(parseNotebook(later))).toBeNull();
    expect(serializeNotebook(parseNotebook(later))).toBe(later);
  });
});
