/** Options of the commands that report. */
export const json = {
  type: "flag",
  summary: "one JSON document on standard output, and nothing else there",
} as const;

export const quiet = {
  type: "flag",
  short: "q",
  summary: "writes nothing if nothing is wrong; only the exit code tells",
} as const;

/** Exit codes of the commands that a signal ends in good order. */
export const signalled = { 130: "ended with Ctrl+C", 143: "ended by SIGTERM" } as const;
