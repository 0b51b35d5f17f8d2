import type { CellName } from "../name.ts";

/** Names that are provided to each run of a cell. */
export const runEntries = [
  { name: "display", providedBy: "core", draws: "own", shows: true },
  { name: "view", providedBy: "core", draws: "waits", shows: true },
  { name: "invalidation", providedBy: "core", draws: "own" },
  { name: "signal", providedBy: "core", draws: "own" },
  { name: "visibility", providedBy: "core", draws: "own" },
  { name: "sql", providedBy: "run", draws: "own", overridable: true },
  { name: "DuckDBClient", providedBy: "run", draws: "own", overridable: true },
  { name: "db", providedBy: "run", draws: "own", overridable: true },
  { name: "datasets", providedBy: "run", draws: "own" },
  { name: "FileAttachment", providedBy: "run", draws: "waits" },
  { name: "sample", providedBy: "run", draws: "own", overridable: true },
  { name: "spread", providedBy: "run", draws: "own", overridable: true },
  { name: "ask", providedBy: "run", draws: "waits", overridable: true },
  { name: "compute", providedBy: "run", draws: "own" },
  { name: "trace", providedBy: "run", draws: "own" },
  { name: "test", providedBy: "run", shows: true, overridable: true },
  { name: "expect", providedBy: "run", overridable: true },
  { name: "random", providedBy: "run", draws: "own" },
  { name: "Math", providedBy: "run", draws: "own" },
  { name: "Date", providedBy: "run", draws: "own" },
] as const satisfies readonly CellName[];
