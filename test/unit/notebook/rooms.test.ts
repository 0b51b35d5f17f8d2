import { afterAll, expect, test, vi } from "vitest";
import type { KernelHost } from "../../../kernel/notebook/kernel.ts";

// `compute` asks how many workers it may have, which compiling does not need.
vi.stubGlobal("navigator", { hardwareConcurrency: 2, userAgent: "node" });
afterAll(() => void vi.unstubAllGlobals());
const { Kernel } = await import("../../../kernel/notebook/kernel.ts");

const cell = (id: number, source: string) => ({ id, kind: "js", source, attributes: {}, pinned: false }) as never;
const kernel = () =>
  new Kernel({
    library: {},
    modules: { libraries: {} },
    chance: { seed: 1, reproducible: false },
    catalogue: [],
  } as unknown as KernelHost);

test("a room of the library is at hand without being an input", () => {
  const empty = kernel();
  empty.outline([cell(1, "factors.select({})")]);
  expect(empty.compiledOf(1)!.inputs).toEqual([]);
  expect(empty.compiledOf(1)!.parameters).toContain("factors");
});

test("a cell that reads a name of the library is compiled once, whatever other cells are edited", () => {
  const own = kernel();
  const reader = cell(1, "formatNumber(1)");
  own.outline([reader, cell(2, "1")]);
  const first = own.compiledOf(1);
  own.outline([reader, cell(2, "2")]);
  expect(own.compiledOf(1)).toBe(first);
});

test("SQL cells ask the database that the notebook declares as `db`, and its own again when that is gone", () => {
  const own = kernel();
  const query = { ...(cell(1, "from cars") as object), kind: "sql" } as never;
  own.outline([query, cell(2, "const db = DuckDBClient.of({cars})")]);
  expect(own.compiledOf(1)!.inputs).toEqual(["db"]);
  own.outline([query]);
  expect(own.compiledOf(1)!.inputs).toEqual([]);
  expect(own.compiledOf(1)!.parameters).toEqual(["sql"]);
});

test("a name that the notebook declares is the notebook's, and the room's again when it is gone", () => {
  const own = kernel();
  const reader = cell(1, "factors.length");
  own.outline([reader, cell(2, "const factors = [1]")]);
  expect(own.compiledOf(1)!.inputs).toEqual(["factors"]);
  expect(own.compiledOf(1)!.parameters).not.toContain("factors");
  expect(own.neededFor([reader, cell(2, "const factors = [1]"), cell(3, "const b = factors")], ["b"]).length).toBe(2);
  own.outline([reader]);
  expect(own.compiledOf(1)!.inputs).toEqual([]);
});
