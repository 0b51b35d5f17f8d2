import { describe, expect, it } from "vitest";
import { writeCellKind } from "../../../app/language/figures.ts";
import { speech } from "../../../app/language/speech.ts";
import type { CellKind } from "../../../kernel/cell/kind.ts";
import { addCellKind, cellKinds, kindOf, runnableKinds } from "../../../kernel/cell/kinds.ts";
import { compileCell } from "../../../kernel/compile/index.ts";
import {
  exportJupyter,
  exportMarkdown,
  importJupyter,
  importMarkdown,
} from "../../../kernel/document/exchange/index.ts";
import { createNotebook, parseNotebook, serializeNotebook } from "../../../kernel/document/index.ts";
import { runNotebook } from "../../../kernel/headless/run-notebook.ts";
import { openServices } from "../headless/services.ts";

/** A kind that nobody else knows: a text in capitals. */
const shout: CellKind = {
  name: "shout",
  type: "text/x-shout",
  label: { en: "Shout", zh: "大写" },
  source: {
    form: "text",
    tag: "shout",
    escapes: "cooked",
    valueType: "string",
    read: (strings, ...values) => String.raw({ raw: strings }, ...values).toUpperCase(),
  },
  exchange: { jupyterNames: ["shout"], jupyterMarkdown: { before: "> ", after: " <" }, fences: ["shout"] },
};
addCellKind(shout);

const services = openServices();
const notebook = createNotebook({
  title: "Loud",
  cells: [
    { kind: "js", source: "const n = 2" },
    { kind: "shout", source: "hello ${n} of `you`", attributes: { output: "heard" } },
  ],
});
const contents = ({ cells }: typeof notebook) => cells.map(({ kind, source }) => ({ kind, source }));

describe("A kind of cell that one object declares", () => {
  it("is written into a notebook's file by its type, and read from it", () => {
    const text = serializeNotebook(notebook);
    expect(text).toContain('type="text/x-shout"');
    expect(contents(parseNotebook(text))).toEqual(contents(notebook));
    expect(serializeNotebook(parseNotebook(text))).toBe(text);
  });

  it("is compiled: its interpolations are inputs", () => {
    const { inputs, outputs, diagnostics } = compileCell(notebook.cells[1]!);
    expect({ inputs, outputs, diagnostics }).toEqual({ inputs: ["shout", "n"], outputs: ["heard"], diagnostics: [] });
  });

  it("runs in a notebook, and gives its value to other cells", async () => {
    const cells = [...notebook.cells, { kind: "js", source: "const size = heard.length" }];
    const ran = await runNotebook(serializeNotebook(createNotebook({ cells })), { services });
    expect(ran.cells.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
    expect(Object.fromEntries(ran.values)).toEqual({ n: 2, heard: "HELLO 2 OF `YOU`", size: 16 });
    expect(ran.cells[1]!.html).toContain("HELLO 2 OF");
  });

  it("stands in the menu of kinds under its label, in the reader's language", () => {
    expect(runnableKinds().map(({ name }) => name)).toEqual(["js", "ts", "md", "sql", "html", "tex", "dot", "shout"]);
    expect(writeCellKind("shout")).toBe("Shout");
    speech.speak("zh-CN");
    expect(writeCellKind("shout")).toBe("大写");
    speech.speak("en");
  });

  it("goes to Markdown and to Jupyter, and comes back", () => {
    expect(exportMarkdown(notebook)).toContain("```shout cell");
    expect(contents(importMarkdown(exportMarkdown(notebook)))).toEqual(contents(notebook));
    expect(contents(importMarkdown("```shout\nhello\n```"))).toEqual([{ kind: "shout", source: "hello" }]);
    expect(exportJupyter(notebook)).toContain('"> hello');
    expect(contents(importJupyter(exportJupyter(notebook)))).toEqual(contents(notebook));
  });
});

describe("The table of kinds", () => {
  it("has each name and each type once", () => {
    expect(() => addCellKind(shout)).toThrow('The cell kind "shout" already exists.');
    expect(() => addCellKind({ ...shout, name: "louder" })).toThrow('The cell kind "text/x-shout" already exists.');
    expect(cellKinds().filter(({ name }) => name === "louder")).toEqual([]);
  });

  it("keeps a kind that it does not know under the name that it has", () => {
    expect(kindOf("constructor")).toEqual({ name: "constructor", type: "constructor" });
    expect(serializeNotebook(createNotebook({ cells: [{ kind: "text/x-odd", source: "?" }] }))).toContain(
      'type="text/x-odd"',
    );
  });
});
