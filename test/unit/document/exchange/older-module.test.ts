// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitOlderModule } from "../../../../kernel/document/exchange/older-module.ts";
import { brief, importFile } from "./files.ts";

describe("A module of Observable's older JavaScript", () => {
  test("becomes its cells, with their comments; one that cannot be read is kept as text", async () => {
    const { notebook, notes } = await importFile("cells.ojs");
    expect(brief(notebook)).toEqual([
      ["js", "// What follows is text.\nmd`# Cells of ${name}`"],
      ["js", 'const name = view(Inputs.text({value: "Ada"}) // who\n)'],
      ["js", expect.stringMatching(/^const count = Mutable\(0\);/)],
      ["js", "/* doubled */\nconst twice = count * 2"],
      ["js", "const thrice = count * 3"],
      ["js", "function square(x) {\n\n  return x * x;\n}"],
      ["md", expect.stringContaining("```js\nbroken = ) 1\n```")],
      ["js", expect.stringMatching(/^const counter = \(function\* \(\) \{/)],
      ["js", 'import * as Plot from "npm:@observablehq/plot@0.6";'],
      ["js", "// the end"],
    ]);
    expect(notes).toEqual([expect.stringMatching(/^Line 14: Cell 7 was kept as text: it cannot be read/)]);
  });

  test("loses nothing, whatever it is", () => {
    const sign = fc.constantFrom(
      "x",
      "=",
      " ",
      "\n",
      "\n\n",
      "{",
      "}",
      "(",
      ")",
      "`",
      "//",
      "/*",
      "*/",
      ";",
      "1",
      "viewof ",
      '"',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const module = signs.join("");
        const kept = splitOlderModule(module).map(({ source }) => source);
        const bare = (text: string) => text.replace(/[\s;]/g, "");
        expect(bare(kept.join(""))).toBe(bare(module));
      }),
    );
  });
});
