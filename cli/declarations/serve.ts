import type { CommandDeclaration } from "../command-line/declaration.ts";
import { json } from "./reporting.ts";

/** `yuheng serve`. */
export const serve = {
  summary: "the workbench on a folder of notebooks, or on one notebook",
  description:
    'Serves the workbench on this machine for the notebooks of a folder, this one if none is named: they are read from there and saved there. Of a notebook\'s file it gives the address, and with --open opens it. A folder "datasets" in it with a catalogue.json adds its data to those that ship; an entry needs a name and a file (.arrow or .json), the rest is found in the file. Ctrl+C ends it.',
  operands: [{ name: "FOLDER|FILE", optional: true, completes: "files" }],
  excess: "One folder is served at a time.",
  options: {
    port: { type: "text", hint: "PORT", summary: "the port; 5173 or the next that is free if left out" },
    open: { type: "flag", summary: "open a browser" },
    json,
  },
  examples: [
    ["yuheng serve", "the notebooks of this folder"],
    ["yuheng serve notebooks/steel.html --open", "one notebook, in the browser"],
    ["yuheng serve ~/carbon --port 8080", "a folder, at this port or not at all"],
  ],
  exits: { 1: "it cannot be served", 2: "wrong use, or a catalogue of datasets that cannot be read" },
} as const satisfies CommandDeclaration;
