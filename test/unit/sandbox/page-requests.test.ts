import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reader } from "../../../kernel/boundary/rule.ts";
import { frameAnswers } from "../../../kernel/sandbox/frame-answers.ts";
import { pageRequests } from "../../../kernel/sandbox/page-requests.ts";
import type { CellReport, FrameEdit, ValueReport } from "../../../kernel/sandbox/protocol.ts";
import { faultIn } from "./plain-value.ts";

const readers = Object.entries(pageRequests).flatMap(([method, rule]) =>
  rule.flatMap((each, i) => ("parse" in each ? [[`${method}, argument ${i + 1}`, each] as const] : [])),
);
const answers = Object.entries(frameAnswers as Record<string, Reader>);
/** What is handed on unread: to the database's own writer of literals, and to the schema of a tool. */
const handedOn = new Set(["services.query, argument 2", "services.compute, argument 2"]);

const report: CellReport = {
  id: 7,
  state: {
    status: "failed",
    startedAt: undefined,
    elapsed: 12.5,
    error: { name: "TypeError", message: "x is not a function", line: 2, column: 4, sourceLine: "x()" },
    cause: { kind: "input", names: ["x"] },
    runs: 3,
  },
  edited: false,
  outputs: ["total"],
  inputs: ["x"],
  steps: [
    { kind: "query", sql: "select 1", values: null, datasets: ["mrio_co2"], rows: 1 },
    { kind: "file", file: "data.csv", form: "bytes", sha256: "0".repeat(64), size: 12 },
    {
      kind: "tool",
      tool: "consumption.accounts",
      input: "{}",
      datasets: [],
      rows: [{ dataset: "wiod", where: "year = 2011", rows: 4, of: 9 }],
      facts: { method: "Leontief" },
    },
  ],
};
const value: ValueReport = {
  name: "t",
  type: "Table",
  size: "2 × 1",
  preview: "…",
  columns: [{ name: "a", type: "Int32" }],
};

const read = (method: keyof typeof pageRequests, place: number, value: unknown) =>
  (pageRequests[method][place] as Reader).parse(value);

const at = (left: number) => ({ left, top: 0, width: 1, height: 1 });

describe("what a frame of ours says is taken as it is", () => {
  test("reports of cells and values", () => {
    expect(read("cells.report", 0, [report])).toEqual([report]);
    expect(read("cells.values", 0, [value])).toEqual([value]);
  });

  const edits: FrameEdit[] = [
    { type: "text", cell: 1, source: "1 + 1" },
    {
      type: "changes",
      cell: 1,
      length: 5,
      fingerprint: 2 ** 32 - 1,
      changes: [
        { from: 0, to: 1, insert: "" },
        { from: 4, to: 4, insert: "2" },
      ],
    },
    { type: "insert", after: null, kind: "sql", source: "" },
    { type: "delete", cell: 1 },
    { type: "move", cell: 1, by: -1 },
    { type: "kind", cell: 1, kind: "md" },
    { type: "sampler", sampler: "lhs" },
    { type: "attribute", cell: 1, name: "data-paused", value: "" },
    { type: "attribute", cell: 1, name: "pinned", value: null },
    { type: "mark", cell: 1, fingerprint: 7, source: "1", renamed: { from: "a", to: "b" }, below: "const a = b;" },
    { type: "mark", cell: 1, fingerprint: 7, source: "1" },
    { type: "split", cell: 1, at: 4 },
    { type: "translate", cell: 1, own: "en", language: "zh-CN" },
    { type: "join", cell: 1 },
    { type: "value", cell: 1, name: "year", value: { from: [2000, null, "a", true], to: -0.5 }, initial: true },
  ];
  for (const edit of edits) {
    test(`the edit ${JSON.stringify(edit)}`, () => expect(read("document.edit", 0, edit)).toEqual(edit));
  }
});

describe("what no frame of ours says is refused", () => {
  const cell = 1;
  const typed = { type: "changes", cell, length: 1, fingerprint: 1, changes: [{ from: 0, to: 0, insert: "" }] };
  const refused: [keyof typeof pageRequests, number, unknown][] = [
    ["document.edit", 0, { type: "attribute", cell, name: "data-seed", value: "2" }],
    ["document.edit", 0, { type: "attribute", cell, name: "src", value: "https://example.org" }],
    ["document.edit", 0, { type: "attribute", cell, name: "__proto__", value: "" }],
    ["document.edit", 0, { type: "value", cell, name: "year", value: 2000, initial: "yes" }],
    ["document.edit", 0, { type: "title", title: "mine" }],
    ["document.edit", 0, { type: "notebook", name: "data-seed", value: "1" }],
    ["document.edit", 0, { type: "kind", cell, kind: '"><script>' }],
    ["document.edit", 0, { type: "kind", cell, kind: ["md"] }],
    ["document.edit", 0, { type: "text", cell: "1", source: "a" }],
    ["document.edit", 0, { type: "text", cell, source: { raw: ["a"], length: 1 } }],
    ["document.edit", 0, { ...typed, changes: [{ from: -1, to: 0, insert: "" }] }],
    ["document.edit", 0, { ...typed, changes: [{ from: 0.5, to: 1, insert: "" }] }],
    ["document.edit", 0, { ...typed, changes: [{ from: 0, to: 0, insert: { raw: ["a"] } }] }],
    ["document.edit", 0, { ...typed, changes: new Array(10_001).fill({ from: 0, to: 0, insert: "" }) }],
    ["document.edit", 0, { ...typed, changes: new Array(30).fill({ from: 0, to: 0, insert: "a".repeat(1_000_000) }) }],
    ["document.edit", 0, { ...typed, length: "1" }],
    ["document.edit", 0, { ...typed, fingerprint: Number.NaN }],
    ["document.edit", 0, { type: "mark", cell, fingerprint: 7, source: "1", renamed: { from: "a", to: '"><script>' } }],
    ["document.edit", 0, { type: "mark", cell, fingerprint: 7, source: "1", renamed: { from: "a b", to: "a" } }],
    ["document.edit", 0, { type: "mark", cell, fingerprint: 7, source: "1", below: 1 }],
    ["document.edit", 0, { type: "move", cell, by: 2 }],
    ["document.edit", 0, { type: "split", cell, at: Number.NaN }],
    ["document.edit", 0, { type: "translate", cell, own: "en", language: '"><script>' }],
    ["document.edit", 0, { type: "value", cell, name: "x", value: new Map([[1, 2]]) }],
    ["document.edit", 0, { type: "value", cell, name: "x", value: Number.POSITIVE_INFINITY }],
    ["document.edit", 0, null],
    ["document.edit", 1, -1],
    ["cells.report", 0, [{ ...report, id: 0 }]],
    ["cells.report", 0, [{ ...report, state: { status: "<b>", runs: 1 } }]],
    ["cells.report", 0, [{ ...report, steps: [{ kind: "tool", tool: ["a"] }] }]],
    ["cells.report", 0, new Array(20_001).fill(report)],
    ["cells.report", 1, ["1"]],
    ["cells.values", 0, [{ ...value, preview: Object.assign(["<img src=x>"], { raw: ["<img src=x>"] }) }]],
    ["cells.values", 0, [{ ...value, columns: [{ name: 1, type: "Int32" }] }]],
    ["reader.action", 0, { toString: "save" }],
    ["reader.dragged", 0, [{ left: 0, top: 0, width: Number.NaN, height: 1 }]],
    ["reader.dragged", 0, [{ left: "0; background: url(x)", top: 0, width: 1, height: 1 }]],
    ["reader.dragged", 0, new Array(101).fill({ left: 0, top: 0, width: 1, height: 1 })],
    ["reader.dropped", 0, "data.csv"],
    ["reader.dropped", 0, [{ name: "data.csv" }]],
    ["reader.dropped", 0, new Array(101).fill("data.csv")],
    ["frame.height", 0, Number.NaN],
    ["frame.height", 0, 1e12],
    ["slides.presented", 0, { slide: 1.5, slides: 2 }],
    ["exercise.note", 0, { type: "hint", id: "__proto__" }],
    ["exercise.note", 0, { type: "try", id: "a", answer: 1, right: "yes", reply: "" }],
    ["typing.ask", 0, { type: "complete", cell, offset: -1 }],
    ["services.query", 0, ["select 1"]],
    ["services.describe", 0, "consumption.accounts"],
    ["services.cancel", 0, "1"],
  ];
  for (const [method, place, value] of refused) {
    const written = JSON.stringify(value)?.slice(0, 70) ?? "";
    test(`${method}, argument ${place + 1}: ${written}`, () => expect(() => read(method, place, value)).toThrow());
  }
});

/** A file of so many bytes, as far as its reader can tell. */
const saved = (byteLength: number) => ({
  name: "a",
  type: "",
  bytes: Object.defineProperty(new Uint8Array(1), "byteLength", { value: byteLength }),
});

describe("a limit is the last that is taken", () => {
  test.each([
    ["a saved file", "reader.save", saved(500_000_000), saved(500_000_001)],
    ["a name that is given", "services.dataset", "x", ""],
    ["the least height of a frame", "frame.height", 0, -1],
    ["the greatest height of a frame", "frame.height", 10_000_000, 10_000_001],
    ["views that are dragged", "reader.dragged", new Array(100).fill(at(0)), new Array(101).fill(at(0))],
    ["a place to the left", "reader.dragged", [at(-10_000_000)], [at(-10_000_001)]],
    ["a place to the right", "reader.dragged", [at(10_000_000)], [at(10_000_001)]],
  ] as const)("of %s", (_, method, last, beyond) => {
    expect(read(method, 0, last)).toEqual(last);
    expect(() => read(method, 0, beyond)).toThrow();
  });
});

test("an input kept by the name of a prototype stays a name", () => {
  const hostile = JSON.parse('{"__proto__": {"polluted": 1}, "a": 2}');
  const { value } = read("document.edit", 0, { type: "value", cell: 1, name: "x", value: hostile, initial: false }) as {
    value: object;
  };
  expect(Object.keys(value)).toEqual(["__proto__", "a"]);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect("polluted" in value).toBe(false);
});

test("a text too long for a list or a panel is cut, not refused", () => {
  const long = "x".repeat(1_000_000);
  const [cut] = read("cells.values", 0, [{ ...value, preview: long }]) as ValueReport[];
  expect(cut!.preview).toHaveLength(1_000);
});

describe("whatever a cell says through its port, the page gets plain values of its own making, or nothing", () => {
  /** A value with parts that are like those of Lit's templates, thenables, proxies' wire forms. */
  const parts = fc.oneof(
    fc.anything({ withDate: true, withMap: true, withSet: true, withTypedArray: true, withBigInt: true }),
    fc.constant(Object.assign(["<img>"], { raw: ["<img>"] })),
    fc.constant({ _$litType$: 1, strings: Object.assign(["<img>"], { raw: ["<img>"] }), values: [] }),
    fc.constantFrom(
      JSON.parse('{"__proto__": {"x": 1}}'),
      JSON.parse('{"then": 1}'),
      { constructor: "a" },
      { length: 3 },
    ),
    fc.constantFrom(report, [report], value, [value], report.state, report.steps),
  );
  const shaped = fc.oneof(
    parts,
    fc.array(parts),
    fc.record({
      type: fc.constantFrom("text", "changes", "value", "attribute", "insert", "try"),
      cell: parts,
      value: parts,
    }),
    fc.record({ ...Object.fromEntries(Object.keys(report).map((key) => [key, parts])) }).map((each) => [each]),
    fc.tuple(fc.constantFrom(...Object.keys(report)), parts).map(([key, part]) => [{ ...report, [key]: part }]),
    fc.tuple(fc.constantFrom(...Object.keys(value)), parts).map(([key, part]) => [{ ...value, [key]: part }]),
  );

  for (const [name, reader] of [...readers, ...answers].filter(([name]) => !handedOn.has(name))) {
    test(name, () => {
      fc.assert(
        fc.property(shaped, (value) => {
          let taken: unknown;
          try {
            taken = reader.parse(value);
          } catch (error) {
            expect(Array.isArray((error as { issues?: unknown }).issues), String(error)).toBe(true);
            return;
          }
          expect(faultIn(taken)).toBe("");
        }),
      );
    });
  }
});
