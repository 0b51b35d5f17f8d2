import type { Rule } from "../rule.ts";

/** What the reader of notebooks had to say of the file. */
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
