import fc from "fast-check";

// The same examples on every machine and day, so that a red run can be seen again. `SEED=… npm test` looks elsewhere.
const { SEED } = process.env;
fc.configureGlobal({ seed: SEED ? Number(SEED) : 20_260_401 });

// Vitest takes the builds of packages for development, in which Lit says so once per file: a log is for what went wrong.
const global: { litIssuedWarnings?: Set<string> } = globalThis as never;
global.litIssuedWarnings ??= new Set();
global.litIssuedWarnings.add("dev-mode");
