import type { CommandDeclaration } from "./declaration.ts";
import { json, quiet, signalled } from "./reporting.ts";
import { running } from "./running.ts";

/** `yuheng run`. */
export const run = {
  summary: "run a notebook without a browser and write its values, tables and figures",
  description:
    "Runs a notebook without a browser and writes what it gives: values by name (total.json, flows.csv), pictures by their cell (cell-07.svg), a summary (results.json), and the notebook with its outputs, readable alone (notebook.html). FILE is - for standard input. What is finished is there at once, whatever becomes of the rest.",
  operands: [{ name: "FILE", completes: "files", missing: "Which notebook? Give its file." }],
  excess: "One notebook at a time: “{word}” is one too many.",
  options: {
    set: running.set,
    matrix: {
      type: "text",
      hint: "NAME=LIST",
      many: true,
      summary:
        "one run for each value, in a folder of its own, with summary.csv: 2000..2011, 2000..2010:5, CHN,USA; several multiply",
    },
    out: {
      type: "text",
      short: "o",
      hint: "FOLDER",
      default: "results",
      completes: "folders",
      summary: "where the results go",
    },
    format: {
      type: "choice",
      of: ["json", "csv", "arrow", "parquet", "svg", "html"],
      list: true,
      default: "json,csv,svg,html",
      hint: "LIST",
      summary: "json, csv, arrow, parquet, svg, html",
    },
    cells: {
      type: "text",
      hint: "LIST",
      many: true,
      summary: "what is written: names that cells define, places of cells from 1",
    },
    reproducible: running.reproducible,
    seed: { type: "number", hint: "NUMBER", summary: "the seed; that of the notebook if left out" },
    width: { type: "number", hint: "PIXELS", summary: "the width of the reading column; 740 if left out" },
    language: running.language,
    patience: running.patience,
    timeout: running.timeout,
    "accept-not-run": running["accept-not-run"],
    quiet,
    json,
  },
  examples: [
    ["yuheng run steel.html --set year=2010 --out results/", "with another year"],
    ["yuheng run steel.html --matrix year=2000..2011 --format csv", "one run a year"],
    ["curl https://example.org/steel.html | yuheng run - --json", "a notebook from a pipe, and a report for a program"],
  ],
  exits: {
    0: "all cells ran",
    1: "cells failed or are of kinds that do not run here, or results cannot be written",
    2: "wrong use",
    ...signalled,
  },
} as const satisfies CommandDeclaration;
