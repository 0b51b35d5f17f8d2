import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, createNotebook, parseNotebook, serializeNotebook } from "../../../kernel/document/index.ts";
import { files, sources } from "./corpus.ts";
import { readWithKit, writeWithKit } from "./kit.ts";

const modes = ["js", "ts", "ojs", "md", "html", "tex", "dot", "sql", "node", "python", "r"] as const;

/** Sources that Notebook Kit itself does not read back from what it writes. */
const lostByKit = new Set(
  sources.filter((source) => {
    const text = writeWithKit({
      cells: [
        { id: 1, value: source },
        { id: 2, value: "2" },
      ],
    });
    const { cells } = readWithKit(text);
    return cells.length !== 2 || cells[0]?.value !== source || cells[1]?.value !== "2";
  }),
);

/** Whether no text can give a source to Notebook Kit's reader: then ours says so by an attribute. */
function isBeyondKit(source: string): boolean {
  return serializeNotebook(createNotebook({ cells: [{ kind: "js", source }] })).includes("data-escaped");
}

/** Sources made of what is hard to keep. */
const source = fc
  .array(
    fc.constantFrom(
      "<",
      "!--",
      "--",
      "-->",
      ">",
      "/",
      "\\",
      "script",
      "SCRIPT",
      " ",
      "\n",
      "    ",
      "a",
      "<!--",
      "<script>",
      "</script>",
      "</script",
      "&amp;",
      "\u00a0",
      "\t",
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(""));

/** A cell of ours as Notebook Kit would have it. */
function toKit({ id, kind, source, attributes }: Cell) {
  const { output, database, format } = attributes;
  return {
    id,
    mode: kind,
    value: source,
    pinned: "pinned" in attributes,
    hidden: "hidden" in attributes,
    output,
    database,
    format: format && ["node", "python", "r"].includes(kind) ? format : undefined,
  };
}

describe("what Notebook Kit writes", () => {
  it("opens here with the same sources, kinds, attributes and title", () => {
    const cells = modes.map((mode, i) => ({
      id: i * 2 + 1,
      mode,
      value: `${mode}\n  x`,
      pinned: i % 2 === 0,
      hidden: i % 3 === 0,
      output: `o${i}`,
      database: "var:db",
      format: "json" as const,
    }));
    const text = writeWithKit({ title: "A & <b> \u00a0", theme: { light: "air", dark: "ink" }, readOnly: true, cells });
    const ours = parseNotebook(text);
    const theirs = readWithKit(text);
    expect(ours.problems).toEqual([]);
    expect(ours.title).toBe(theirs.title);
    expect(ours.attributes).toEqual({ theme: "light-dark(air, ink)", readonly: "" });
    expect(ours.cells.map(toKit)).toEqual(theirs.cells.map(({ since: _, ...cell }) => cell));
    expect(serializeNotebook(ours)).toBe(text);
  });

  it("opens here with the same sources, however hard they are to keep", () => {
    // Escaped by us, an end tag may stand where it ends nothing; theirs are escaped always.
    const kept = sources.filter((source) => !lostByKit.has(source) || /^<!--<script/i.test(source));
    const cells = kept.map((value, i) => ({ id: i + 1, value }));
    const text = writeWithKit({ cells });
    const wanted = cells.map(({ value }) => value);
    expect(parseNotebook(text).cells.map(({ source }) => source)).toEqual(wanted);
  });

  it("opens here with any source that it reads itself", () => {
    fc.assert(
      fc.property(source, (value) => {
        const text = writeWithKit({
          cells: [
            { id: 1, value },
            { id: 2, value: "2" },
          ],
        });
        const { cells } = readWithKit(text);
        fc.pre(cells.length === 2 && cells[0]?.value === value);
        expect(parseNotebook(text).cells.map(({ source }) => source)).toEqual([value, "2"]);
      }),
    );
  });
});

describe("what we write", () => {
  it("opens in Notebook Kit with the same sources, wherever that is possible", () => {
    for (const value of sources) {
      const text = serializeNotebook(
        createNotebook({
          cells: [
            { kind: "js", source: value },
            { kind: "md", source: "2" },
          ],
        }),
      );
      const { cells } = readWithKit(text);
      expect([value, cells.length, cells[1]?.value]).toEqual([value, 2, "2"]);
      if (!isBeyondKit(value)) expect(cells[0]?.value).toBe(value);
    }
  });

  it("opens in Notebook Kit with any source, with all cells and attributes", () => {
    fc.assert(
      fc.property(source, fc.constantFrom(...modes), (value, mode) => {
        const attributes = { pinned: "", output: "x", "data-folded": "", "data-value": '{"a":"\\"\'"}' };
        const text = serializeNotebook(
          createNotebook({
            title: value.slice(0, 9),
            cells: [
              { kind: mode, source: value, attributes },
              { kind: "md", source: "2" },
            ],
          }),
        );
        const { cells, title } = readWithKit(text);
        expect(cells.map(({ mode }) => mode)).toEqual([mode, "md"]);
        expect(title).toBe(value.slice(0, 9));
        expect(cells[0]).toMatchObject({ pinned: true, output: "x", hidden: false });
        if (!text.includes("data-escaped")) expect(cells[0]?.value).toBe(value);
      }),
    );
  });
});

describe("reading a file that neither wrote", () => {
  it("agrees with Notebook Kit, but for what that swallows", () => {
    for (const text of files) {
      const theirs = readWithKit(text);
      const ours = parseNotebook(text);
      // Theirs swallows cells, and takes a picture's title for the notebook's.
      if (/<!--<script>"|<svg>/.test(text)) continue;
      expect([text, ours.title]).toEqual([text, theirs.title]);
      expect([text, ours.cells.map(({ id, source }) => [id, source])]).toEqual([
        text,
        theirs.cells.map(({ id, value }) => [id, value]),
      ]);
    }
  });
});
