import { describe, expect, it } from "vitest";
import { isInputCell, partsOfSummary, summarizeCell } from "../../../kernel/compile/cell-summary.ts";
import { compileCell } from "../../../kernel/compile/index.ts";
import { writeMessage } from "../../../lib/message/write.ts";

const declared = new Set(["year", "world", "emissions", "a", "b", "c", "d", "e", "f"]);

function summary(source: string, kind = "js", attributes: Record<string, string> = {}, tag = "en"): string {
  const cell = { id: 1, kind, source, attributes };
  const found = summarizeCell(cell, compileCell(cell), (name) => declared.has(name));
  return partsOfSummary(kind, found)
    .map((part) => writeMessage(part, { tag }))
    .join(" · ");
}

describe("The summary of a cell, without a run", () => {
  it("says what it defines and what it reads of the notebook, not what is built in", () => {
    const source =
      "const accounts = consumption.accounts(world.scale({year, n: Math.max(1, d3.sum([]))}));\nconst of = (x) => x;";
    expect(summary(source)).toBe("JavaScript · defines `accounts`, `of` · reads `world`, `year`");
    expect(summary(source, "js", {}, "zh-CN")).toBe("JavaScript · 定义 `accounts`、`of` · 读取 `world`、`year`");
    expect(summary("select * from t where year = ${year}", "sql", { output: "emissions" })).toBe(
      "SQL · defines `emissions` · reads `year`",
    );
  });

  it("says what a cell shows that defines nothing", () => {
    expect(summary("Plot.plot({marks: [Plot.dot(emissions)]})")).toBe("JavaScript · figure · reads `emissions`");
    expect(summary("Inputs.table(emissions)")).toBe("JavaScript · table · reads `emissions`");
    expect(summary("{ display(html`<p>${year}`); }")).toBe("JavaScript · text · reads `year`");
    expect(summary("1 + 1")).toBe("JavaScript · value");
    expect(summary("select 1", "sql")).toBe("SQL · table");
    expect(summary("E = mc^2", "tex")).toBe("TeX · formula");
    expect(summary("In ${year}", "md")).toBe("Markdown · reads `year`");
    expect(summary('test("sums", () => expect(1).toBe(1))')).toBe("JavaScript · checks");
  });

  it("shortens long lists, and copes with a cell that cannot be compiled", () => {
    expect(summary("[a, b, c, d, e]")).toBe("JavaScript · value · reads `a`, `b`, `c`, `d`, `e`");
    expect(summary("[a, b, c, d, e, f]")).toBe("JavaScript · value · reads `a`, `b`, `c`, `d` and 2 more");
    expect(summary("[a, b, c, d, e, f]", "js", {}, "zh-CN")).toBe(
      "JavaScript · 数值 · 读取 `a`、`b`、`c`、`d` 及另外 2 个",
    );
    expect(summary("const = 3")).toBe("JavaScript");
    expect(summary("", "unknown/kind")).toBe("unknown/kind");
  });
});

describe("A cell of small inputs, which stands beside others", () => {
  const isInput = (source: string, kind = "js") => {
    const cell = { id: 1, kind, source };
    return isInputCell(cell, compileCell(cell));
  };

  it("shows one or several of them and nothing else", () => {
    expect(isInput('const year = view(Inputs.range([1990, 2023], {label: "Year"}))')).toBe(true);
    expect(
      isInput("// The year.\nconst year = view(\n  Inputs.range([1990, 2023])\n);\nconst on = view(Inputs.toggle());"),
    ).toBe(true);
    expect(isInput("const year: number = 3; const n = view(Inputs.range())", "ts")).toBe(false);
    expect(isInput("const year = view(Inputs.range([0, 1]));\nconst twice = 2 * 3;")).toBe(false);
    expect(isInput("const year = view(Inputs.range([0, 1]));\ndisplay(3);")).toBe(false);
    expect(isInput("const rows = view(Inputs.table(emissions))")).toBe(false);
    expect(isInput("const text = view(Inputs.textarea())")).toBe(false);
    expect(isInput("Inputs.range([0, 1])")).toBe(false);
    expect(isInput("const year = view(Inputs.range())", "md")).toBe(false);
  });
});
