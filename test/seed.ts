import fc from "fast-check";
import { afterAll, expect } from "vitest";
import { ProcessState } from "./left-behind.ts";
import { processGroupOf } from "./process-groups.ts";

// The same examples on every machine and day, so that a red run can be seen again: `SEED=… npx vitest run` looks elsewhere, `EXAMPLES=2000`
// at more. A property whose single example takes long states its own, smaller number.
const { SEED, EXAMPLES } = process.env;
fc.configureGlobal({ seed: SEED ? Number(SEED) : 20_260_401, numRuns: EXAMPLES ? Number(EXAMPLES) : 100 });

// Vitest takes the builds of packages for development, in which Lit says so once per file: a log is for what went wrong.
const global: { litIssuedWarnings?: Set<string> } = globalThis as never;
global.litIssuedWarnings ??= new Set();
global.litIssuedWarnings.add("dev-mode");

// Files share processes: what one leaves there, the next would find in one order and not in another.
const group = processGroupOf(expect.getState().testPath!);
if (group !== "alone") {
  const before = new ProcessState();
  afterAll(() => {
    const changed = new ProcessState().changedSince(before);
    // With a document come its names, for all of that group.
    const left = group === "document" ? changed.filter((name) => name.startsWith("process.")) : changed;
    if (left.length === 0) return;
    throw new Error(
      `This file leaves ${left.join(", ")} to the next. Let it clean up, or name it in test/process-groups.ts.`,
    );
  });
}
