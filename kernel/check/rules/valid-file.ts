import type { Rule } from "../rule.ts";

/** Reports the problems found while parsing the file. */
export const validFile: Rule = {
  name: "valid-file",
  severity: "error",
  summary: "The file is a notebook that every program reads alike.",
  check: ({ notebook }) =>
    notebook.problems.map(({ message, line, cell }) => ({
      message,
      line,
      ...(cell === undefined ? {} : { cell }),
    })),
};
