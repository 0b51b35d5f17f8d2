import fc from "fast-check";
import { afterAll, expect } from "vitest";
import { isAlone } from "./alone.ts";
import { ProcessState } from "./left-behind.ts";

// The same examples on every machine and day, so that a red run can be seen again. `SEED=… npm test` looks elsewhere.
const { SEED } = process.env;
fc.configureGlobal({ seed: SEED ? Number(SEED) : 20_260_401 });

// Vitest takes the builds of packages for development, in which Lit says so once per file: a log is for what went wrong.
const global: { litIssuedWarnings?: Set<string> } = globalThis as never;
global.litIssuedWarnings ??= new Set();
global.litIssuedWarnings.add("dev-mode");

// Files share processes: what one leaves there, the next would find in one order and not in another.
if (!isAlone(expect.getState().testPath!)) {
  const before = new ProcessState();
  afterAll(() => {
    const left = new ProcessState().changedSince(before);
    if (left.length === 0) return;
    throw new Error(`This file leaves ${left.join(", ")} to the next. Let it clean up, or name it in test/alone.ts.`);
  });
}
