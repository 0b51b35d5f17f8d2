import { describe, expect, it } from "vitest";
import { compileCell } from "../../../kernel/compile/index.ts";
import { convertObservable } from "../../../kernel/document/exchange/observable.ts";
import { createNotebook, emptyHistory, perform } from "../../../kernel/document/index.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { writeMessage } from "../../../lib/message/write.ts";

function convert(...sources: string[]) {
  const notebook = createNotebook({ cells: sources.map((source) => ({ kind: "ojs", source })) });
  const { operations, notes } = convertObservable(notebook);
  const step = perform(notebook, emptyHistory, operations, 0);
  if (!step.ok) throw new Fault(step.refusal.message);
  return {
    cells: step.notebook.cells,
    sources: step.notebook.cells.map(({ source }) => source),
    notes: notes.map((note) => writeMessage(note)),
  };
}

describe("Observable's older cells", () => {
  it.each([
    ["x = 3", "const x = 3"],
    ["x = 3;", "const x = 3"],
    ["viewof x = Inputs.range([0, 1])", "const x = view(Inputs.range([0, 1]))"],
    ["x = ({a: 1})", "const x = ({a: 1})"],
    ["x = {\n  const a = 1;\n  return a;\n}", "const x = (() => {\n  const a = 1;\n  return a;\n})()"],
    ["x = { return await y; }", "const x = (async () => { return await y; })()"],
    ["{ let i = 0; while (true) yield ++i; }", "(function* () { let i = 0; while (true) yield ++i; })()"],
    ["function f(a) { return a + 1; }", "function f(a) { return a + 1; }"],
    ["class A {}", "class A {}"],
    ["md`# Title ${x}`", "md`# Title ${x}`"],
    ["viewof x = f(y) // why", "const x = view(f(y) // why\n)"],
    ["viewof x = { return await y; }", "const x = view(await (async () => { return await y; })())"],
    ["mutable x = { return await y; }", expect.stringContaining("Mutable(await (async () => { return await y; })())")],
    ["// above\nx = 3", "// above\nconst x = 3"],
    ['d3 = require("d3@7")', 'import * as d3 from "npm:d3@7";'],
    [
      '{ const d3 = await require("d3@7"); return d3.max; }',
      '(async () => { const d3 = await import("npm:d3@7"); return d3.max; })()',
    ],
    [
      'require("https://packages.example/d3@7").then(({max}) => max)',
      'import("https://packages.example/d3@7").then(({max}) => max)\n',
    ],
    [
      `d3 = require("d3-array@3", 'd3-scale')`,
      'const d3 = Promise.all([import("npm:d3-array@3"), import("npm:d3-scale")]).then((modules) => Object.assign({}, ...modules))',
    ],
    ['import {a, b as c} from "./local.js"', 'import {a, b as c} from "./local.js"'],
    ["", ""],
  ])("become today's: %s", (old, now) => {
    const { cells, notes } = convert(old);
    expect(cells.map(({ kind, source }) => [kind, source])).toEqual([["js", now]]);
    expect(notes).toEqual([]);
  });

  it("name the input itself where another cell asks for it", () => {
    const { sources } = convert("viewof x = Inputs.range()", "viewof x.value + x");
    expect(sources).toEqual(["const viewof$x = Inputs.range();\nconst x = view(viewof$x)", "viewof$x.value + x"]);
  });

  it("keep a mutable assignable from other cells", () => {
    const { sources } = convert("mutable n = 0", "{ mutable n = mutable n + 1; }", "n");
    expect(sources[0]).toMatch(/^const n = Mutable\(0\);\nconst mutable\$n = /);
    expect(sources[1]).toBe("(() => { mutable$n.value = mutable$n.value + 1; })()");
    expect(sources[2]).toBe("n");
  });

  it("are kept as text, with the reason, where nothing stands for them", () => {
    const { cells, notes } = convert('import {chart} from "@somebody/notebook"', "x = (", "y = require(name)");
    expect(cells.map(({ kind }) => kind)).toEqual(["md", "md", "js"]);
    expect(cells[0]?.source).toContain('import {chart} from "@somebody/notebook"');
    expect(notes[0]).toMatch(/^Cell 1 was kept as text: it imports from another notebook/);
    expect(notes[1]).toMatch(/^Cell 2 was kept as text: it cannot be read/);
    expect(notes[2]).toBe("Cell 3 was converted, but will not run. Not available here: require.");
  });

  it("compile after they were converted, with the names they had", () => {
    const { cells } = convert("viewof x = Inputs.range()", "mutable n = 0", "y = { return x + n; }", "{ yield y; }");
    const compiled = cells.map((cell) => compileCell(cell));
    expect(compiled.map(({ outputs }) => [...outputs])).toEqual([["x"], ["n", "mutable$n"], ["y"], []]);
    expect(compiled.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });
});
