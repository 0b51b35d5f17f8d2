import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { WriteError, writeWhole } from "../../../cli/results/atomic-file.ts";
import { makeFolder } from "../../../cli/results/made-folder.ts";

const place = mkdtempSync(join(tmpdir(), "yuheng-made-folder-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

test("Folders above are made, too, and one that is there is taken", async () => {
  await Promise.all([makeFolder(join(place, "a/b/c")), makeFolder(join(place, "a/b/d"))]);
  await makeFolder(join(place, "a/b/c"));
  expect([statSync(join(place, "a/b/c")).isDirectory(), existsSync(join(place, "a/b/d"))]).toEqual([true, true]);
});

test("A file in its way is an error", async () => {
  writeFileSync(join(place, "file"), "");
  await expect(makeFolder(join(place, "file"))).rejects.toThrow(/EEXIST/);
  await expect(makeFolder(join(place, "file/x"))).rejects.toThrow(/ENOTDIR/);
});

// Node's own way of making folders never comes back from there.
test.runIf(existsSync("/proc/self"))("A place that takes no folder is an error, not an endless attempt", async () => {
  await expect(writeWhole("/proc/no-such-place/results.json", "{}")).rejects.toThrow(WriteError);
});
