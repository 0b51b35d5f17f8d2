import type { CommandDeclaration, GroupDeclaration } from "./declaration.ts";
import { json } from "./reporting.ts";

/** `yuheng lesson`: what a teacher needs. */
export const lesson = {
  summary: "pack the exercises of a lesson or unpack them again; put readers' reports into one table",
} as const satisfies GroupDeclaration;

const out = {
  type: "text",
  short: "o",
  hint: "FILE",
  completes: "files",
  summary: "the file; standard output if left out",
} as const;

const written = { ...json, summary: "what was written, as JSON on standard output; needs --out" } as const;

const exits = {
  0: "done",
  1: "a file cannot be read or written",
  2: "wrong use, or an exercise that cannot be packed",
} as const;

export const packed = {
  summary: "seal the exercises of a notebook",
  description:
    "Seals the exercises of a notebook, so that checks, mistakes and solutions cannot be read in its file. That keeps honest eyes from reading, no more: who wants to can unpack. FILE is - for standard input.",
  operands: [{ name: "FILE", completes: "files", missing: 'Which file? "lesson pack" needs one.' }],
  excess: "One notebook is packed at a time.",
  options: { out, json: written },
  examples: [["yuheng lesson pack units.html --out handout.html", "the file for the class"]],
  exits,
} as const satisfies CommandDeclaration;

export const unpacked = {
  summary: "open the exercises again for their author",
  description: 'Opens the exercises that were sealed by "lesson pack". FILE is - for standard input.',
  operands: [{ name: "FILE", completes: "files", missing: 'Which file? "lesson unpack" needs one.' }],
  excess: "One notebook is unpacked at a time.",
  options: { out, json: written },
  examples: [["yuheng lesson unpack handout.html --out units.html", "the file for the author"]],
  exits,
} as const satisfies CommandDeclaration;

export const reported = {
  summary: "put the reports of readers into one table",
  description: "Puts what readers handed in (JSON or HTML) into one table, a line for each reader and exercise (CSV).",
  operands: [{ name: "FILE", many: true, completes: "files", missing: 'Which file? "lesson reports" needs one.' }],
  options: { out, json: { ...json, summary: "the table as JSON on standard output" } },
  examples: [["yuheng lesson reports reports/*.json --out class.csv", "the table of a class"]],
  exits: { ...exits, 2: "wrong use, or a file that is no report" },
} as const satisfies CommandDeclaration;
