import type { CommandDeclaration } from "./declaration.ts";
import { model } from "./model.ts";
import { json } from "./reporting.ts";

/** `yuheng serve`. */
export const serve = {
  summary: "the workbench on a folder of notebooks, or on one notebook",
  description:
    'Serves the workbench on this machine for the notebooks of a folder, this one if none is named: they are read from there and saved there. Of a notebook\'s file it gives the address, and with --open opens it. A folder "datasets" in it with a catalogue.json adds its data to those that ship; an entry needs a name and a file (.arrow or .json), the rest is found in the file. With --api it serves the tools and the datasets to programs over HTTP, on this machine, for those who have a token: the first start makes one and shows it once. A token can also stand in the variable YUHENG_API_TOKEN. With --llm the page may ask a language model through this server where it does not understand the words of a question; the key stands in the variable YUHENG_LLM_KEY and stays in the server. Ctrl+C ends it.',
  operands: [{ name: "FOLDER|FILE", optional: true, completes: "files" }],
  excess: "One folder is served at a time.",
  options: {
    port: { type: "text", hint: "PORT", summary: "the port; 5173 or the next that is free if left out" },
    open: { type: "flag", summary: "open a browser" },
    api: { type: "flag", summary: "serve the HTTP interface to tools and datasets instead, at port 5180" },
    host: { type: "text", hint: "HOST", summary: "of --api: listen beyond this machine; needs --tokens" },
    tokens: {
      type: "text",
      hint: "FILE",
      completes: "files",
      summary: "of --api: the file of its tokens; that of your settings if left out",
    },
    "new-token": {
      type: "text",
      hint: "SCOPES",
      summary: "of --api: make a token first, for read, compute or read,compute",
    },
    rate: {
      type: "number",
      positive: true,
      hint: "N",
      summary: "of --api: requests a minute and token; 600 if left out",
    },
    client: {
      type: "text",
      hint: "FILE",
      completes: "files",
      summary: "of --api: write a client in TypeScript to this file, and end",
    },
    ...model,
    json,
  },
  examples: [
    ["yuheng serve", "the notebooks of this folder"],
    ["yuheng serve notebooks/steel.html --open", "one notebook, in the browser"],
    ["yuheng serve ~/carbon --port 8080", "a folder, at this port or not at all"],
    ["yuheng serve --llm http://localhost:11434/v1 --llm-model qwen3", "with a model of this machine to ask"],
    ["yuheng serve --api", "the HTTP interface; /docs documents it"],
    ["yuheng serve --api --client client.ts", "its client for TypeScript"],
  ],
  exits: { 1: "it cannot be served", 2: "wrong use, or a catalogue of datasets that cannot be read" },
} as const satisfies CommandDeclaration;
