import type { CommandDeclaration } from "./declaration.ts";
import { json, quiet, signalled } from "./reporting.ts";
import { running } from "./running.ts";

/** `yuheng test`. */
export const test = {
  summary: "run notebooks and say which of their tests hold",
  description:
    'Runs notebooks without a browser and says which of their tests hold. A test is a cell such as test("production is consumption", () => expect(produced).toBeCloseTo(consumed, {relative: 1e-9})). A folder stands for all notebooks in it, and - for one on standard input.',
  operands: [
    { name: "FILE", many: true, completes: "files", missing: "Which notebooks? Give their files, or a folder." },
  ],
  options: {
    set: running.set,
    reproducible: running.reproducible,
    language: running.language,
    patience: running.patience,
    timeout: running.timeout,
    "accept-not-run": running["accept-not-run"],
    quiet,
    json,
  },
  examples: [
    ["yuheng test notebooks/", "all notebooks of a folder"],
    ["yuheng test budget.html --set year=2022 --json", "one, with another year, for a program"],
  ],
  exits: {
    0: "all hold and all cells ran",
    1: "a test does not hold, or a cell failed or is of a kind that does not run here",
    2: "wrong use",
    ...signalled,
  },
} as const satisfies CommandDeclaration;
