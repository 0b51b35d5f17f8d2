import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyOperation,
  createNotebook,
  isOperation,
  type Notebook,
  type Operation,
  parseNotebook,
  readValues,
  serializeNotebook,
} from "../../../kernel/document/index.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { fastest } from "../fastest.ts";
import { notebookText, operationOn } from "./arbitrary.ts";
import { files } from "./corpus.ts";

function apply(notebook: Notebook, operation: Operation): Notebook {
  const outcome = applyOperation(notebook, operation);
  if (!outcome.ok) throw new Fault(outcome.refusal.message);
  return outcome.notebook;
}

/** The text after an operation on a text; undoing it must give the text back. */
function edit(text: string, ...operations: Operation[]): string {
  let notebook = parseNotebook(text);
  for (const operation of operations) {
    const before = serializeNotebook(notebook);
    const outcome = applyOperation(notebook, operation);
    if (!outcome.ok) throw new Fault(outcome.refusal.message);
    const back = apply(outcome.notebook, outcome.inverse);
    expect(serializeNotebook(back)).toBe(before);
    notebook = outcome.notebook;
  }
  return serializeNotebook(notebook);
}

const text = files[4]!;
const odd = files[5]!;

describe("an edit changes only what it must:", () => {
  it("a splice changes its lines", () => {
    const cell = parseNotebook(text).cells[1]!;
    const at = cell.source.indexOf("1;");
    expect(edit(text, { type: "splice", cell: 2, from: at, to: at + 1, insert: "22" })).toBe(
      text.replace("x = 1;", "x = 22;"),
    );
    expect(edit(odd, { type: "splice", cell: 3, from: 3, to: 3, insert: "!\n+" })).toBe(
      odd.replace("    2\r\n", "    2!\r\n    +\r\n"),
    );
    expect(edit(odd, { type: "splice", cell: 5, from: 3, to: 9, insert: "x" })).toBe(odd.replace("inline", "x"));
    expect(
      edit("<notebook><script id=1>\nf(a,\n  b)\n</script></notebook>", {
        type: "splice",
        cell: 1,
        from: 7,
        to: 8,
        insert: "c",
      }),
    ).toBe("<notebook><script id=1>\nf(a,\n  c)\n</script></notebook>");
  });

  it("an attribute is set, changed or taken out where it stands", () => {
    const set = (name: string, value: string | null): Operation => ({ type: "attribute", cell: 3, name, value });
    expect(edit(odd, set("data-name", "c"))).toBe(odd.replace('data-name="a"', 'data-name="c"'));
    expect(edit(odd, set("odd", null))).toBe(odd.replace('odd  =  "b" ', ""));
    expect(edit(odd, set("pinned", null))).toBe(odd.replace(" PINNED", ""));
    expect(edit(odd, set("data-folded", ""))).toBe(odd.replace("PINNED>", "PINNED data-folded>"));
    expect(edit(odd, set("pinned", ""))).toBe(odd);
  });

  it("an attribute is not taken for the value another has lost", () => {
    const set: Operation = { type: "attribute", cell: 1, name: "hidden", value: "" };
    for (const lost of ["output=", "output= ", "output =\n\n"]) {
      const file = `<notebook><script id=1 ${lost}></script></notebook>`;
      expect(edit(file, set)).toContain(`<script hidden id=1 ${lost}>`);
    }
  });

  it("a kind is the script's type", () => {
    expect(edit(odd, { type: "kind", cell: 3, kind: "ts" })).toBe(
      odd.replace("type='module'", "type='text/x-typescript'"),
    );
    expect(edit(odd, { type: "kind", cell: 3, kind: "text/x-new" })).toContain("type='text/x-new'");
  });

  it("a title is the text of the title element, which is added if there is none", () => {
    expect(edit(text, { type: "title", title: "A < B" })).toBe(text.replace("Carbon &amp; nitrogen", "A &lt; B"));
    expect(edit("<notebook>\n</notebook>", { type: "title", title: "T" })).toBe(
      "<notebook>\n  <title>T</title>\n</notebook>",
    );
  });

  it("an attribute of the notebook is one of its start tag", () => {
    expect(edit(text, { type: "notebook", name: "data-seed", value: "7" })).toBe(
      text.replace('theme="air"', 'theme="air" data-seed="7"'),
    );
    expect(edit(text, { type: "notebook", name: "theme", value: null })).toBe(text.replace(' theme="air"', ""));
  });

  it("an input's value is kept with its cell as JSON, by name", () => {
    const notebook = apply(parseNotebook(text), { type: "value", cell: 2, name: "x", value: { a: [1, "“<'\""] } });
    expect(readValues(notebook.cells[1]!)).toEqual({ x: { a: [1, "“<'\""] } });
    const again = parseNotebook(serializeNotebook(notebook));
    expect(readValues(again.cells[1]!)).toEqual({ x: { a: [1, "“<'\""] } });
    const set: Operation = { type: "value", cell: 2, name: "__proto__", value: 5 };
    expect(Object.keys(readValues(apply(again, set).cells[1]!) ?? {})).toEqual(["x", "__proto__"]);
    expect(edit(text, set, { type: "value", cell: 2, name: "__proto__" })).toBe(text);
  });

  it("a cell is deleted with the white space before it, and what is between cells stays", () => {
    expect(edit(text, { type: "delete", cell: 2 })).toBe(text.replace(/\n {2}<script id="2"[\s\S]*?<\/script>/, ""));
    expect(edit(odd, { type: "delete", cell: 3 })).toContain('id="9"> in it -->\r\n\r\n\r\n  <div');
  });

  it("a cell is inserted after another, at the beginning, and into an empty notebook", () => {
    const cell = { kind: "md", source: "# new" };
    const written = '\n  <script id="5" type="text/markdown">\n    # new\n  </script>';
    expect(edit(text, { type: "insert", after: 4, cell })).toBe(
      text.replace("\n</notebook>", `${written}\n</notebook>`),
    );
    expect(edit(text, { type: "insert", after: null, cell })).toBe(text.replace("</title>", `</title>${written}`));
    const one = written.replace("5", "1");
    expect(edit("<notebook>\n</notebook>", { type: "insert", after: null, cell })).toBe(
      `<notebook>${one}\n</notebook>`,
    );
    expect(edit("", { type: "insert", after: null, cell })).toBe(`<notebook>${one}\n</notebook>\n`);
    expect(edit("<!-- open", { type: "insert", after: null, cell })).toBe(`<notebook>${one}\n</notebook>\n<!-- open`);
    expect(edit("<notebook><script>x", { type: "insert", after: 1, cell })).toBe(
      `<notebook><script>x</script>${written.replace("5", "2")}`,
    );
  });

  it("a cell is moved as it is", () => {
    const move = (cell: number, after: number | null): Operation => ({ type: "move", cell, after });
    expect(parseNotebook(edit(text, move(4, null))).cells.map(({ id }) => id)).toEqual([4, 1, 2]);
    expect(parseNotebook(edit(text, move(1, 2))).cells.map(({ id }) => id)).toEqual([2, 1, 4]);
    expect(edit(text, move(1, null))).toBe(text);
    expect(edit(text, move(1, 1))).toBe(text);
    expect(edit(text, move(1, 4), move(1, null))).toBe(text);
  });

  it("cells that are not edited are shared", () => {
    const notebook = parseNotebook(text);
    const edited = apply(notebook, { type: "source", cell: 2, source: "2" });
    expect(edited.cells[0]).toBe(notebook.cells[0]);
    expect(edited.cells[1]).not.toBe(notebook.cells[1]);
    expect(notebook.cells[1]?.source).toContain("const x");
  });

  it("the file names the id by which an edited cell is known", () => {
    const twins = "<notebook><script id=1>a</script><script id=1>b</script></notebook>";
    expect(edit(twins, { type: "source", cell: 2, source: "c" })).toBe(twins.replace("id=1>b", 'id="2">c'));
  });
});

describe("an operation that cannot be done", () => {
  it("is refused with a reason and a sentence", () => {
    const notebook = parseNotebook(text);
    const refused: [Operation, string][] = [
      [{ type: "source", cell: 9, source: "" }, "no such cell"],
      [{ type: "delete", cell: 9 }, "no such cell"],
      [{ type: "move", cell: 9, after: null }, "no such cell"],
      [{ type: "move", cell: 1, after: 9 }, "no such neighbour"],
      [{ type: "insert", after: 9, cell: { kind: "js", source: "" } }, "no such neighbour"],
      [{ type: "insert", after: 1, cell: { id: 2, kind: "js", source: "" } }, "id taken"],
      [{ type: "splice", cell: 1, from: 3, to: 999, insert: "" }, "outside of the source"],
      [{ type: "splice", cell: 1, from: 3, to: 2, insert: "" }, "outside of the source"],
      [{ type: "attribute", cell: 1, name: "id", value: "7" }, "not an attribute"],
      [{ type: "attribute", cell: 1, name: "a b", value: "7" }, "not an attribute"],
      [{ type: "notebook", name: "", value: "7" }, "not an attribute"],
    ];
    for (const [operation, reason] of refused) {
      const outcome = applyOperation(notebook, operation);
      expect(outcome).toMatchObject({ ok: false, refusal: { reason } });
      if (!outcome.ok) expect(writeMessage(outcome.refusal.message)).toMatch(/^[“A-Z].*\.$/);
    }
  });

  it("is not even an operation if it is anything else", () => {
    const cyclic: { [name: string]: unknown } = { type: "value", cell: 1, name: "x" };
    cyclic.value = cyclic;
    for (const value of [
      null,
      1,
      "x",
      [],
      {},
      { type: "nope" },
      { type: "toString" },
      { type: "delete" },
      { type: "delete", cell: "1" },
      { type: "source", cell: 1, source: 2 },
      { type: "insert", after: 0, cell: {} },
      cyclic,
      { type: "splice", cell: 1, from: -1, to: 0, insert: "" },
    ]) {
      expect(isOperation(value)).toBe(false);
    }
    fc.assert(
      fc.property(operationOn(parseNotebook(text)), (operation) => isOperation(JSON.parse(JSON.stringify(operation)))),
    );
    fc.assert(fc.property(fc.anything(), (value) => !isOperation(value)));
  });
});

describe("any operation on any file", () => {
  it("is undone to the byte by its inverse, and what it wrote is read back", () => {
    fc.assert(
      fc.property(
        notebookText.chain((file) => fc.tuple(fc.constant(file), operationOn(parseNotebook(file)))),
        ([file, operation]) => {
          const notebook = parseNotebook(file);
          const outcome = applyOperation(notebook, operation);
          if (!outcome.ok) return;
          const back = applyOperation(outcome.notebook, JSON.parse(JSON.stringify(outcome.inverse)) as Operation);
          expect(back.ok && serializeNotebook(back.notebook)).toBe(file);
          const read = parseNotebook(serializeNotebook(outcome.notebook));
          expect([read.title, read.titles]).toEqual([outcome.notebook.title, outcome.notebook.titles]);
          expect(read.cells.map(({ kind, source, attributes }) => [kind, source, attributes])).toEqual(
            outcome.notebook.cells.map(({ kind, source, attributes }) => [kind, source, attributes]),
          );
        },
      ),
    );
  });
});

describe("a notebook of a thousand cells", () => {
  it("is read, edited and written in the time of ten notebooks of a hundred", () => {
    const write = (length: number) => {
      const cells = Array.from({ length }, (_, i) => ({ kind: "js", source: `const x${i} = ${i};\n`.repeat(10) }));
      return serializeNotebook(createNotebook({ cells }));
    };
    const use = (text: string) => {
      let notebook = parseNotebook(text);
      for (let i = 0; i < 10; ++i)
        notebook = apply(notebook, { type: "splice", cell: 50, from: i, to: i, insert: "a" });
      expect(serializeNotebook(notebook)).toContain("aaaa");
    };
    const [hundred, thousand] = [write(100), write(1000)];
    // In the square of the length it would take a hundred times as long; the rest is the machine's unrest.
    expect(fastest(() => use(thousand)) / fastest(() => use(hundred))).toBeLessThan(40);
  });
});
