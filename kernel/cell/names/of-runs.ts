import type { CellName } from "../name.ts";

/** What each run of a cell is given anew. */
export const ofRuns = [
  { name: "display", gives: "core", draws: "own", shows: true },
  { name: "view", gives: "core", draws: "waits", shows: true },
  { name: "invalidation", gives: "core", draws: "own" },
  { name: "signal", gives: "core", draws: "own" },
  { name: "visibility", gives: "core", draws: "own" },
  { name: "sql", gives: "run", draws: "own" },
  { name: "datasets", gives: "run", draws: "own" },
  { name: "sample", gives: "run", draws: "own", yields: true },
  { name: "spread", gives: "run", draws: "own", yields: true },
  { name: "compute", gives: "run", draws: "own" },
  { name: "trace", gives: "run", draws: "own" },
  { name: "test", gives: "run", shows: true, yields: true },
  { name: "expect", gives: "run", yields: true },
  { name: "random", gives: "run", draws: "own" },
  { name: "Math", gives: "run", draws: "own" },
  { name: "Date", gives: "run", draws: "own" },
] as const satisfies readonly CellName[];
