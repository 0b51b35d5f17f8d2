// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.
import { tokenizer, tokTypes } from "acorn";
import { describe, expect, it } from "vitest";
import { compileCell } from "../../../kernel/compile/index.ts";
import { indexLines, indexScriptLines } from "../../../kernel/compile/lines.ts";
import { cells } from "./corpus.ts";
import { evaluate } from "./run.ts";

/** Where V8 says the first error inside the cell's code stands, led back to the author's source. */
function locateThrow(source: string, values: Record<string, unknown> = {}, kind: string = "js"): string {
  const cell = compileCell({ id: 7, kind, source });
  expect(cell.diagnostics).toEqual([]);
  const names = [...cell.inputs, ...cell.parameters];
  try {
    evaluate(cell)(...names.map((name) => values[name]), () => {});
  } catch (error) {
    const [, line, column] = /notebook\/cell-7\.js:(\d+):(\d+)/.exec((error as Error).stack ?? "") ?? [];
    const position = cell.position(Number(line), Number(column));
    return `${position.line}:${position.column}`;
  }
  throw new Error("the cell did not throw");
}

/** Leads the tokens of the compiled code between the wrapper's ends back, and returns those that are the source's own. */
function leadBack(source: string, kind: string): { kept: number[]; strays: string[] } {
  const cell = compileCell({ id: 7, kind, source });
  expect([source, cell.diagnostics.filter(({ severity }) => severity === "error")]).toEqual([source, []]);
  const lines = indexScriptLines(cell.code);
  const back = indexLines(source);
  const from = cell.code.indexOf('"use strict";') + '"use strict";'.length;
  const to = cell.code.lastIndexOf("\n", cell.code.lastIndexOf("\n") - 1);
  const kept: number[] = [];
  const strays: string[] = [];
  for (const { type, start, end } of tokenizer(cell.code, { ecmaVersion: "latest", sourceType: "module" })) {
    if (type === tokTypes.template || start < from || start >= to) continue;
    const { line, column } = lines.locate(start);
    const position = cell.position(line, column);
    const offset = back.offset(position.line, position.column);
    const text = cell.code.slice(start, end);
    if (source.startsWith(text, offset)) kept.push(offset);
    else strays.push(text);
  }
  return { kept, strays };
}

describe("a position", () => {
  it("in a stack leads to the author's line and column", () => {
    const f = () => {
      throw new Error("no");
    };
    expect(locateThrow("null.x")).toBe("1:6");
    expect(locateThrow("1 + f()", { f })).toBe("1:5");
    expect(locateThrow("const a = 1;\n\n  f()", { f })).toBe("3:3");
    expect(locateThrow("for (const x of [1]) for (;;) f()", { f })).toBe("1:31");
    expect(locateThrow("const a = 1; for (const x of [1]) { }  f()", { f })).toBe("1:40");
    expect(locateThrow("a\r\n + f()", { f })).toBe("2:4");
    expect(locateThrow("hello\n`x` \\ ${f()}", { f, md: () => 1 }, "md")).toBe("2:9");
    expect(locateThrow("const a: string = 'b' as any,\n  c: number = f<string>(a!)", { f }, "ts")).toBe("2:15");
    expect(locateThrow("let x: number=f()", { f }, "ts")).toBe("1:15");
    expect(locateThrow("'\u2028'; f()", { f })).toBe("1:6");
  });

  it("of a guard that throws is its loop's", () => {
    const cell = compileCell({ id: 7, kind: "js", source: "let i = 1;\n  while (true) i++" });
    const column = cell.code.split("\n")[1]!.indexOf("__guard") + 1;
    expect(cell.position(2, column)).toEqual({ line: 2, column: 3 });
  });

  it("of an import that fails is its declaration's", () => {
    const source = "const a = 1;\nimport {b} from './b.html'";
    const cell = compileCell({ id: 7, kind: "js", source });
    const column = cell.code.split("\n")[0]!.indexOf("__import(") + 1;
    expect(cell.position(1, column)).toEqual({ line: 2, column: 1 });
  });

  it("outside of the code is held within the source", () => {
    const cell = compileCell({ id: 7, kind: "js", source: "a\nb" });
    expect(cell.position(0, 0)).toEqual({ line: 1, column: 1 });
    expect(cell.position(1000, 1000)).toEqual({ line: 2, column: 2 });
  });

  it("is kept for every token of JavaScript", () => {
    for (const source of cells.js) {
      const kept = new Set(leadBack(source, "js").kept);
      for (const { start, type } of tokenizer(source, { ecmaVersion: "latest", sourceType: "module" })) {
        if (type === tokTypes.template) continue;
        expect([source, start, kept.has(start)]).toEqual([source, start, true]);
      }
    }
  });

  it("is kept for every token of TypeScript that is left of it", () => {
    for (const source of cells.ts) {
      const { kept, strays } = leadBack(source, "ts");
      // Only the wrapper and the guards are not the author's, and what is the author's is in order.
      expect([source, strays.filter((text) => !/^(?:[({});]|return|__guard)$/.test(text))]).toEqual([source, []]);
      expect([source, kept]).toEqual([source, [...new Set(kept)].sort((a, b) => a - b)]);
    }
  });

  it("is kept for what is the author's in TypeScript that turns into other code", () => {
    const source = "enum E { A = f(g), B }\nclass C { constructor(readonly a = b(c)) { h(a) } }\ni(E.A as number, j)";
    const cell = compileCell({ id: 7, kind: "ts", source });
    expect(cell.diagnostics).toEqual([]);
    const at = (text: string) => source.indexOf(text);
    const expected = { f: at("f(g"), g: at("g)"), b: at("b(c"), c: at("c)"), h: at("h("), i: at("i("), j: at("j)") };
    expect({ ...cell.references }).toEqual(expected);
  });

  it("is kept for every token interpolated in text", () => {
    for (const kind of ["md", "html", "tex", "sql"]) {
      const source = "# `a` \\b\n\n${x + `${y}`}\n\\\\ ${ z.f(\n1) } `";
      const kept = new Set(leadBack(source, kind).kept);
      for (const token of ["x +", "y}", "z.f", "f(", "1)"])
        expect([kind, kept.has(source.indexOf(token))]).toEqual([kind, true]);
    }
  });
});
