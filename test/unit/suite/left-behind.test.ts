import { tmpdir } from "node:os";
import { afterAll, expect, test, vi } from "vitest";
import { ProcessState } from "../../left-behind.ts";
import { processGroupOf } from "../../process-groups.ts";

const folder = process.cwd();

afterAll(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  process.chdir(folder);
});

test("What a file leaves to the next in their process is named, and nothing where it cleans up", () => {
  const before = new ProcessState();
  // Node makes these when they are first read.
  expect([new TextEncoder(), new Blob([])]).toHaveLength(2);
  expect(new ProcessState().changedSince(before)).toEqual([]);
  vi.stubGlobal("document", {});
  vi.stubGlobal("setTimeout", () => 0);
  vi.stubEnv("YUHENG_LEFT", "1");
  process.chdir(tmpdir());
  const left = ["YUHENG_LEFT", "document", "process.cwd()", "setTimeout"];
  expect(
    new ProcessState()
      .changedSince(before)
      .map((name) => name.replace("process.env.", ""))
      .sort(),
  ).toEqual(left);
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  process.chdir(folder);
  expect(new ProcessState().changedSince(before)).toEqual([]);
});

test("Files that open a document share processes with each other, those of the library with all that leave nothing", () => {
  expect(typeof document).toBe("undefined");
  const root = `${import.meta.dirname}/..`;
  expect(processGroupOf(`${root}/charts/golden.test.ts`)).toBe("alone");
  expect(processGroupOf(`${root}/headless/inputs.test.ts`)).toBe("document");
  expect(processGroupOf(`${root}/lib/charts/layouts.test.ts`)).toBe("plain");
});
