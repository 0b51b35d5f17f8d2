import type { CommandDeclaration } from "./declaration.ts";
import { json, quiet, signalled } from "./reporting.ts";
import { running } from "./running.ts";

/** `yuheng diff`. */
export const diff = {
  summary: "run two notebooks and say what changed, in cells and in results",
  description:
    "Runs two notebooks and says what changed: cells, the values of names with absolute and relative change, tables row by row, and what is shown. Both run in reproducible mode. One of the two may be - for standard input.",
  operands: [
    { name: "BEFORE", completes: "files", missing: "Which two notebooks? Give both files." },
    { name: "AFTER", completes: "files", missing: "Which two notebooks? Give both files." },
  ],
  excess: "Which two notebooks? Give both files, and no third.",
  options: {
    html: { type: "text", hint: "PAGE", completes: "files", summary: "writes a page with figures beside each other" },
    set: { ...running.set, summary: "a value for both, of an input or in place of what a cell says" },
    tolerance: {
      type: "number",
      hint: "SHARE",
      summary: "numbers closer than this, relative, are the same; 1e-9 if left out",
    },
    patience: running.patience,
    timeout: running.timeout,
    quiet,
    json,
  },
  examples: [
    ["yuheng diff before.html after.html --html page.html", "what changed, also as a page"],
    ["git show HEAD:steel.html | yuheng diff - steel.html", "what changed since the last commit"],
  ],
  exits: { 0: "nothing differs", 1: "something differs", 2: "wrong use", ...signalled },
} as const satisfies CommandDeclaration;
