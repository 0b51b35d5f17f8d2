import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { skipped } from "../../skipped.ts";

const root = join(import.meta.dirname, "../../..");

test("Every test that may be skipped is of a file that there is, and has a reason and a condition of its own machine", () => {
  for (const { file, reason, when } of skipped) {
    // Elsewhere no step would look whether the entry still names a test.
    expect(file).toMatch(/^test\/(unit|reference|browser|firefox|e2e)\/.*\.(test|spec)\.ts$/);
    expect([file, existsSync(join(root, file))]).toEqual([file, true]);
    expect(reason).toMatch(/^[A-Z].{20,}\.$/);
    expect(typeof when()).toBe("boolean");
  }
});
