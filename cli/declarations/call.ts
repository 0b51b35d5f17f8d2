import type { CommandDeclaration } from "./declaration.ts";

/** `yuheng call`. */
export const call = {
  summary: "run a tool: JSON in, JSON out",
  description:
    "Runs a tool of the library: its input is JSON from a file, or from standard input (- or no file), and its output JSON on standard output.",
  operands: [
    { name: "NAME", completes: "tools", missing: 'Which tool? "yuheng tools" lists them.' },
    { name: "FILE", optional: true, completes: "files" },
  ],
  options: {
    schema: { type: "flag", summary: "print what it takes and what it gives, as JSON Schemas, and do not run it" },
    reproducible: { type: "flag", summary: "the same bits on every machine" },
  },
  examples: [
    ["yuheng call consumption.accounts --schema", "what it takes and gives"],
    ["yuheng call consumption.accounts < table.json", "a call"],
    ["yuheng call consumption.accounts table.json | jq .D_cba", "the same from a file, and a part of the result"],
  ],
  exits: { 0: "done", 1: "the tool failed", 2: "wrong use, no JSON, or an input that the tool refuses" },
} as const satisfies CommandDeclaration;
