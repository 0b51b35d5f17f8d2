import type { CommandDeclaration } from "./declaration.ts";
import { json, quiet, signalled } from "./reporting.ts";

/** `yuheng check`. */
export const check = {
  summary: "read notebooks and say what is wrong with them, with file, line and cell",
  description:
    'Reads notebooks and says what is wrong with them: file, line, cell, and what to do. Nothing of them runs. A folder stands for all notebooks in it, and - for one on standard input, which --fix writes to standard output. A cell is excepted from a rule by an attribute that gives the reason: data-allow="no-unused-cell: read by the lesson".',
  operands: [
    { name: "FILE", many: true, completes: "files", missing: "Which notebooks? Give their files, or a folder." },
  ],
  options: {
    fix: { type: "flag", summary: "mend what can be mended safely; no other byte of a file changes" },
    rule: {
      type: "text",
      hint: "NAME=HOW",
      many: true,
      summary: "off, note, warning or error, for one rule; may be given several times",
    },
    format: {
      type: "choice",
      of: ["text", "json", "github"],
      default: "text",
      hint: "FORMAT",
      summary: "text, json, or github (annotations of a pull request)",
    },
    rules: { type: "flag", alone: true, summary: "list the rules" },
    quiet,
    json: { ...json, summary: "the same as --format json" },
  },
  examples: [
    ["yuheng check notebooks/", "all notebooks of a folder"],
    ["yuheng check steel.html --fix", "mend what can be mended"],
    ["yuheng check - --fix < draft.html > mended.html", "as a filter"],
  ],
  exits: { 0: "nothing but notes", 1: "errors or warnings", 2: "wrong use", ...signalled },
} as const satisfies CommandDeclaration;
