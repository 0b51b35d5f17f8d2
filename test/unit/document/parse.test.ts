// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNotebook, parseNotebook, serializeNotebook } from "../../../kernel/document/index.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { notebookText } from "./arbitrary.ts";
import { files, sources } from "./corpus.ts";

describe("a notebook file that is not edited", () => {
  it("comes back byte for byte", () => {
    for (const text of files) expect(serializeNotebook(parseNotebook(text))).toBe(text);
  });

  it("comes back byte for byte, whatever was done to it", () => {
    fc.assert(
      fc.property(notebookText, (text) => {
        expect(serializeNotebook(parseNotebook(text))).toBe(text);
      }),
    );
  });
});

describe("reading a notebook", () => {
  it("gives its title, attributes and cells", () => {
    const { title, attributes, cells, problems } = parseNotebook(files[4]!);
    expect({ title, attributes, problems }).toEqual({
      title: "Carbon & nitrogen",
      attributes: { theme: "air" },
      problems: [],
    });
    expect(cells.map(({ id, kind, source, attributes }) => ({ id, kind, source, attributes }))).toEqual([
      { id: 1, kind: "md", source: "# Hello\n\n${x}", attributes: {} },
      { id: 2, kind: "js", source: "const x = 1;\n  display(x)", attributes: { pinned: "" } },
      {
        id: 4,
        kind: "sql",
        source: "select * from t where a = ${x}",
        attributes: { database: "var:db", output: "rows", hidden: "" },
      },
    ]);
  });

  it("knows BOM, CRLF, any case, unquoted attributes, comments and foreign elements", () => {
    const { title, attributes, cells, lineEnd, problems } = parseNotebook(files[5]!);
    expect({ title, attributes, lineEnd, problems }).toEqual({
      title: "Head",
      attributes: { theme: "slate", readonly: "", "data-seed": "42", "x-unknown": "1" },
      lineEnd: "\r\n",
      problems: [],
    });
    expect(cells.map(({ id, kind, source, attributes }) => [id, kind, source, attributes])).toEqual([
      [3, "js", "1\n2", { "data-name": "a", odd: "b", pinned: "" }],
      [5, "html", "<b>inline</b>", {}],
    ]);
  });

  it("gives ids to cells without one of their own, and keeps unknown types as kinds", () => {
    const { cells, problems } = parseNotebook(files[6]!);
    expect(cells.map(({ id, kind, source }) => [id, kind, source])).toEqual([
      [1, "js", "a"],
      [2, "js", "b"],
      [3, "js", "c"],
      [4, "text/x-unknown", "d"],
      [5, "python", "e"],
      [6, "js", ""],
    ]);
    expect(problems.map(({ line, message }) => `${line}: ${writeMessage(message)}`)).toEqual([
      "2: Another cell has the id 1 too; it is known as cell 2.",
      "3: This cell has no valid id; it is known as cell 3.",
      "4: This cell has no valid id; it is known as cell 4.",
      "7: This cell has no valid id; it is known as cell 5.",
      "8: Another cell has the id 2 too; it is known as cell 6.",
    ]);
  });

  it("does not let a cell swallow those after it", () => {
    const { cells, problems } = parseNotebook(files[7]!);
    expect(cells.map(({ source }) => source)).toEqual(['"<!--<script>"', "2"]);
    expect(problems).toMatchObject([{ line: 1, cell: 1 }]);
    expect(parseNotebook(files[8]!).cells.map(({ source }) => source)).toEqual(["<!--<script></script>", "2"]);
  });

  it("says in sentences what is wrong with a file, and where", () => {
    const told = (text: string) =>
      parseNotebook(text).problems.map(({ line, message }) => `${line}: ${writeMessage(message)}`);
    expect(told("no notebook")[0]).toMatch(/^1: This file has no <notebook>/);
    expect(told("<notebook>\n<script id=1>x")).toEqual([
      "2: This cell is never closed by </script>; it reaches to the end of the file.",
      "2: The <notebook> is never closed by </notebook>.",
    ]);
    expect(told("<notebook>\n\n<!-- x")[0]).toMatch(/^3: The text from here on is cut off/);
    expect(told("<notebook data-format-version=99></notebook>")[0]).toMatch(/newer version of Yuheng \(format 99\)/);
    expect(told("<notebook><script id=1 data-value='{'></script></notebook>")[0]).toMatch(/not a JSON object/);
    for (const text of files) {
      for (const { message, line } of parseNotebook(text).problems) {
        expect(writeMessage(message)).toMatch(/^[A-Z].*\.$/);
        expect(line >= 1 && line <= text.split(/\r\n?|\n/).length).toBe(true);
      }
    }
  });
});

describe("a new notebook", () => {
  it("keeps every source, also one that HTML would take apart", () => {
    for (const kind of ["js", "md", "text/x-strange"]) {
      const cells = sources.map((source) => ({ kind, source }));
      const text = serializeNotebook(createNotebook({ cells }));
      const read = parseNotebook(text);
      expect(read.problems).toEqual([]);
      expect(read.cells.map(({ kind, source }) => ({ kind, source }))).toEqual(cells);
      expect(serializeNotebook(read)).toBe(text);
    }
  });

  it("keeps any title and any attribute", () => {
    const text = fc.string({
      unit: fc.constantFrom("<", ">", "&", "amp;", '"', "'", "a", " ", "\n", "\r", "=", "/", "é", "😀"),
    });
    fc.assert(
      fc.property(text, text, (title, value) => {
        const attributes = { "data-name": value, hidden: "", "data-value": '{"a": "\'"}' };
        const notebook = createNotebook({ title, attributes, cells: [{ kind: "js", source: "1", attributes }] });
        const read = parseNotebook(serializeNotebook(notebook));
        expect(read.title).toBe(title);
        expect(read.attributes).toEqual({ theme: "air", "data-format-version": "1", ...attributes });
        expect(read.cells[0]?.attributes).toEqual(attributes);
      }),
    );
  });
});
