import { describe, expect, it } from "vitest";
import { expectedHeight } from "../../../app/frame/expected-height.ts";
import { compileCell } from "../../../kernel/compile/index.ts";

/** What is expected of a cell's output in the column of the design. */
function expected(kind: string, source: string, { width = 740, hidden = false } = {}): number {
  const attributes: Record<string, string> = hidden ? { hidden: "" } : {};
  const cell = { id: 1, kind, source, attributes };
  return expectedHeight(cell, compileCell(cell), width);
}

describe("The height that is expected of an output", () => {
  it("is none where nothing is shown", () => {
    expect(expected("js", "const a = 1;")).toBe(0);
    expect(expected("js", "Plot.plot({marks: []})", { hidden: true })).toBe(0);
    expect(expected("js", "const options = Plot.plot({marks: []});")).toBe(0);
    expect(expected("js", "const broken = ;")).toBe(0);
  });

  it("is that which an author writes for a figure, with its words; else it grows with the column", () => {
    expect(expected("js", "Plot.plot({height: 200, marks: []})")).toBe(290);
    expect(expected("js", "charts.worldMap(rows)")).toBeGreaterThan(450);
    expect(expected("js", "charts.worldMap(rows)", { width: 1000 })).toBeGreaterThan(
      expected("js", "charts.worldMap(rows)"),
    );
    expect(expected("js", "const rows = table; display(charts.ladder(rows))")).toBeGreaterThan(400);
  });

  it("has a row for every three inputs, and on a phone for each", () => {
    const three = ["a", "b", "c"].map((name) => `const ${name} = view(Inputs.range([0, 1]));`).join("\n");
    expect(expected("js", three)).toBe(70);
    expect(expected("js", three, { width: 358 })).toBe(3 * 58 + 12);
  });

  it("follows the lines of a text, in which values take little room", () => {
    const line = expected("md", "A short line.");
    expect(line).toBeGreaterThan(25);
    expect(line).toBeLessThan(50);
    const long = "A sentence of some forty characters more. ".repeat(10);
    expect(expected("md", long)).toBeGreaterThan(4 * 28);
    expect(expected("md", long, { width: 358 })).toBeGreaterThan(1.7 * expected("md", long));
    const value =
      "Of ${Array.from(rows, (d) => ({name: d.name, share: d.value / total})).filter((d) => d.share > 0.5).map((d) => d.name).join()}.";
    expect(expected("md", value)).toBe(line);
    expect(expected("md", "# 标题\n\n正文一行。")).toBeGreaterThan(line + 40);
  });
});
