import { beforeAll, describe, expect, test } from "vitest";
import type { ExecutedNotebook } from "../../../kernel/headless/executed-notebook.ts";
import { openServices, runCells } from "./services.ts";

const services = openServices();

describe("Cells of kinds that Notebook Kit has", () => {
  let executed: ExecutedNotebook;
  beforeAll(async () => {
    executed = await runCells(services, [
      { kind: "python", source: "print(1)", attributes: 'output="fromPython"' },
      { kind: "r", source: "1 + 1" },
      "const three = 3",
      { kind: "dot", source: 'digraph { coal -> power [label="${three}"]; power -> steel }' },
      "dot`graph {\n a -- ;; }`",
      { kind: "ojs", source: "viewof n = Inputs.range([0, 10], {step: 1, value: 4})" },
      { kind: "ojs", source: "double = { let sum = 0; for (let i = 0; i < 2; ++i) sum += n; return sum; }" },
      "double + three",
      "fromPython",
    ]);
  });

  test("are said to be not run if they are programs of other languages, apart from cells that fail", () => {
    expect(executed.notRun).toBe(2);
    // The graph that cannot be read.
    expect(executed.failed).toBe(1);
    expect(executed.cells.map(({ runs }) => runs)).toEqual([false, false, ...Array(7).fill(true)]);
    expect(executed.cells[1]!.state.warnings).toMatchObject([
      { name: "unsupported", message: expect.stringContaining("are kept but not run") },
    ]);
    expect(executed.cells[8]!.state).toMatchObject({ status: "blocked", blockedBy: { name: "fromPython" } });
  });

  test("draw graphs by Graphviz, with values of other cells, in the colour of the text", () => {
    const { html } = executed.cells[3]!;
    expect(html).toMatch(/<svg[^>]*class="graphviz"/);
    for (const text of ["coal", "power", "steel", ">3<"]) expect(html).toContain(text);
    expect(html).toContain("currentColor");
    expect(html).not.toMatch(/\sid="/);
    expect(executed.cells[4]!.error?.message).toBe(
      "Graphviz cannot read this graph: line 2 of its text is wrong near “;”.",
    );
  });

  test("are converted on the way if they are of Observable's older JavaScript, under the same ids", () => {
    expect(Object.fromEntries(executed.values)).toMatchObject({ n: 4, double: 8 });
    expect(executed.cells[7]!.html).toContain("11");
    expect(executed.cells[6]!.kind).toBe("js");
  });
});
