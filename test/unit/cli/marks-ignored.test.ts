import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");

test.each([".gitignore", "cli/new/site/gitignore"])(
  "%s keeps the hidden marks of open notebooks out of git",
  (file) => {
    expect(readFileSync(join(root, file), "utf8").split(/\r?\n/)).toContain(".yuheng-*");
  },
);
