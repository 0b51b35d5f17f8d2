import { afterAll, expect, test, vi } from "vitest";
import type { ConvertedCell, DocumentCell } from "../../../kernel/document/document-cell.ts";
import type { KernelHost } from "../../../kernel/notebook/kernel.ts";

// `compute` asks how many workers it may have, which compiling does not need.
vi.stubGlobal("navigator", { hardwareConcurrency: 2, userAgent: "node" });
afterAll(() => void vi.unstubAllGlobals());
const { Kernel } = await import("../../../kernel/notebook/kernel.ts");

const older = (id: number, source: string, converted?: ConvertedCell): DocumentCell => ({
  id,
  kind: "ojs",
  source,
  attributes: {},
  ...(converted ? { converted } : {}),
});
const js = (source: string): ConvertedCell => ({ kind: "js", source, hidden: false });
const kernel = () =>
  new Kernel({
    library: {},
    modules: { libraries: {} },
    chance: { seed: 1, reproducible: false },
    language: { tag: "en" },
    catalogue: [],
    now: () => 0,
    state: () => {},
    begin: () => {},
    end: () => {},
    display: () => {},
    entering: () => {},
    value: () => {},
  } as unknown as KernelHost);

test("An older cell runs as what the page has converted it to", async () => {
  const own = kernel();
  own.update([older(1, "a = { return 20; }", js("const a = (() => { return 20; })()"))], "all");
  await own.flow.settled();
  expect(own.flow.valueOf("a")).toBe(20);
  expect(own.flow.stateOf(1)).toMatchObject({ status: "fresh" });
  expect(own.flow.stateOf(1)!.warnings).toBeUndefined();
});

test("A cell that waits for its conversion says so, and is converted anew when that comes or another cell changes it", async () => {
  const own = kernel();
  const before = older(1, "a = b");
  own.update([before], "all");
  await own.flow.settled();
  expect(own.flow.stateOf(1)!.warnings).toMatchObject([{ name: "unsupported" }]);
  const after = older(1, "a = b", js("const a = b"));
  expect(own.isConvertedAnew(before)).toBe(false);
  expect(own.isConvertedAnew(after)).toBe(true);
  // A text that is being written does not run by itself.
  expect(own.isConvertedAnew(older(1, "a = c", js("const a = c")))).toBe(false);
});
