import { runInThisContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { compileCell } from "../../../kernel/compile/index.ts";
import { cellsName, scriptOfCells } from "../../../kernel/sandbox/precompiled.ts";

const sources = [
  "const a = 6 * 7",
  "\n\nconst b = (() => {\n  // a line separator: \u2028\n  null.well;\n})()",
  "const c = a + 1",
  "(await 3) + `\n${a}`",
];
const compiled = sources.map((source, i) => compileCell({ id: i + 1, kind: "js", source, attributes: {} }, {}));

beforeEach(() => vi.resetModules());
afterEach(() => {
  delete (globalThis as { [cellsName]?: unknown })[cellsName];
});

/** The functions as the frame takes them from the script when its program starts. */
async function registered() {
  runInThisContext(scriptOfCells(compiled.map(({ code }) => code)), { filename: "assets/cells-a1B2.js" });
  return import("../../../kernel/sandbox/precompiled.ts");
}

describe("The script with a page's cells", () => {
  it("has the function of each, which is found by its code, and by no other", async () => {
    const { precompiled } = await registered();
    const guard = () => {};
    expect(precompiled(compiled[0]!.code)?.body(guard)).toEqual({ a: 42 });
    expect(precompiled(compiled[2]!.code)?.body(1, guard)).toEqual({ c: 2 });
    expect(precompiled(`${compiled[0]!.code} `)).toBeUndefined();
    // A cell that changes the global changes nothing.
    (globalThis as { [cellsName]?: unknown })[cellsName] = {};
    expect(precompiled(compiled[0]!.code)?.line).toBe(2);
  });

  it("leads back to the line of a cell in which an error was thrown", async () => {
    await registered();
    const { evaluateCell } = await import("../../../kernel/sandbox/evaluate.ts");
    const cell = evaluateCell(
      compiled[1]!,
      sources[1]!,
      () => ({}),
      () => {},
    );
    let thrown: unknown;
    try {
      cell.start([], {} as never);
    } catch (error) {
      thrown = error;
    }
    expect(cell.explain?.(thrown)).toMatchObject({ name: "TypeError", line: 5, sourceLine: "  null.well;" });
  });

  it("changes nothing where there is none: code is evaluated", async () => {
    const { precompiled } = await import("../../../kernel/sandbox/precompiled.ts");
    expect(precompiled(compiled[0]!.code)).toBeUndefined();
  });
});
