import type { CommandDeclaration } from "./declaration.ts";
import { json } from "./reporting.ts";

/** `yuheng convert`. */
export const convert = {
  summary: "write a notebook in another format: html, md (Framework), qmd (Quarto), ipynb (Jupyter), js",
  description:
    "Reads a notebook in the format of its ending (.html, .ipynb, .md, .qmd, .ojs) and writes it in another: html, md (also for Observable Framework), qmd (Quarto), ipynb (Jupyter), js (a module). What is lost on the way is said with its line. Nothing of it runs.",
  operands: [{ name: "FILE", completes: "files", missing: "Which notebook? Give its file." }],
  excess: "One file is converted at a time.",
  options: {
    to: {
      type: "choice",
      of: ["html", "md", "qmd", "ipynb", "js"],
      hint: "FORMAT",
      summary: "html, md, qmd, ipynb, js; that of the ending of --out, or html, if left out",
    },
    out: {
      type: "text",
      short: "o",
      hint: "FILE",
      completes: "files",
      summary: "where it is written; to standard output if left out",
    },
    language: {
      type: "text",
      hint: "TAG",
      default: "en",
      summary: "of a notebook in several languages, the one whose texts are written",
    },
    json,
  },
  examples: [
    ["yuheng convert report.qmd -o report.html", "a document of Quarto as a notebook"],
    ["yuheng convert steel.html --to ipynb -o steel.ipynb", "a notebook for Jupyter"],
  ],
  exits: { 0: "it is written", 1: "it cannot be written", 2: "wrong use, or a file that is no notebook" },
} as const satisfies CommandDeclaration;
