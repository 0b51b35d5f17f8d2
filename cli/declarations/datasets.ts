import type { CommandDeclaration, GroupDeclaration } from "./declaration.ts";
import { json } from "./reporting.ts";

/** `yuheng datasets`: what there is. */
export const datasets = {
  summary:
    "the datasets: list them with edition and age, show one with units, source and licence, or write it into a file",
  default: "list",
} as const satisfies GroupDeclaration;

const where = 'The datasets are those that ship, and those of the folder "datasets" here if it has a catalogue.json.';
const which = 'Which dataset? "yuheng datasets" lists them.';

export const listed = {
  summary: "list the datasets",
  description: `Lists the datasets with their titles, and the date and the age of the edition that is here. The age counts from the date of the edition or, if it names none, from the last year of the data (“data:”). ${where}`,
  operands: [],
  options: { json },
  examples: [["yuheng datasets", "the list; “list” may be left out"]],
  exits: { 0: "done", 2: "wrong use, or a catalogue that cannot be read" },
} as const satisfies CommandDeclaration;

export const shown = {
  summary: "describe a dataset: columns, units, source and licence",
  description: `Says what is in a dataset: its columns with units, its source, edition and how old that is, licence and traps. ${where}`,
  operands: [{ name: "NAME", completes: "datasets", missing: which }],
  options: { json },
  examples: [["yuheng datasets show population", "its columns, source and licence"]],
  exits: { 0: "done", 2: "wrong use, or there is no such dataset" },
} as const satisfies CommandDeclaration;

export const exported = {
  summary: "write a dataset into a file",
  description: `Writes a dataset as a file, to standard output without --out. A file that is there already is left alone. What the licence asks of you goes to standard error. ${where}`,
  operands: [{ name: "NAME", completes: "datasets", missing: which }],
  options: {
    format: {
      type: "choice",
      of: ["csv", "parquet", "arrow"],
      hint: "FORMAT",
      summary: "csv, parquet or arrow; that of the file's extension, or csv, if left out",
    },
    out: {
      type: "text",
      short: "o",
      hint: "FILE",
      completes: "files",
      summary: "the file; standard output if left out",
    },
    json: { ...json, summary: "what was written, as JSON on standard output; needs --out" },
  },
  examples: [
    ["yuheng datasets export mrio_co2 --out co2.csv", "a table for a spreadsheet"],
    ["yuheng datasets export population --format arrow > population.arrow", "to standard output"],
  ],
  exits: { 0: "done", 1: "it cannot be read or written", 2: "wrong use, or a file that is there" },
} as const satisfies CommandDeclaration;
