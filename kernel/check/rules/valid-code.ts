import type { Rule } from "../rule.ts";

/** Reports the compiler's diagnostics. */
export const validCode: Rule = {
  name: "valid-code",
  severity: "error",
  summary: "Every cell can be read and run.",
  check: ({ cells }) =>
    cells.flatMap(({ id, compiled }) =>
      compiled.diagnostics.map(({ message, from, to }) => ({ message, cell: id, from, to })),
    ),
};
