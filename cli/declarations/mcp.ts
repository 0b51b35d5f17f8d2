import type { CommandDeclaration } from "./declaration.ts";
import { json } from "./reporting.ts";

/** `yuheng mcp`. */
export const mcp = {
  summary: "serve tools, datasets and notebooks to assistants, by the Model Context Protocol",
  description:
    "Serves the tools of the library and the datasets to a client of the Model Context Protocol on standard input and output, or with --http on this machine for those who have the token that is shown at the start (or the one in YUHENG_MCP_TOKEN). Its list is short: questions in words, the query of datasets, and three tools that find, describe and call the others. With --notebooks the client can also read, change, check and run the notebooks of a folder: a change needs the version on which it is based. Running cells with your rights needs your consent, once for each connection: the workbench asks for it and can take it back, or --allow-run gives it. --read-only leaves out changing and running.",
  operands: [],
  options: {
    notebooks: { type: "text", hint: "FOLDER", completes: "folders", summary: "the notebooks of this folder, too" },
    "read-only": { type: "flag", summary: "of --notebooks: neither change nor run them" },
    "allow-run": { type: "flag", summary: "of --notebooks: let it run cells without being asked in the workbench" },
    tools: {
      type: "text",
      hint: "NAMES",
      many: true,
      completes: "tools",
      summary: "list only these tools or namespaces, separated by commas",
    },
    "all-tools": { type: "flag", summary: "list every tool of the library: some 700 kB, which clients send along" },
    http: { type: "flag", summary: "serve over HTTP on this machine, at port 5190" },
    port: { type: "text", hint: "PORT", summary: "of --http: the port" },
    json,
  },
  examples: [
    ["yuheng mcp", "on the standard streams, as a client starts it"],
    [
      "yuheng mcp --notebooks . --tools quantity,data",
      "with the notebooks of this folder, and the tools of two namespaces",
    ],
    ["yuheng mcp --http", "over HTTP, at http://127.0.0.1:5190/mcp"],
  ],
  exits: {
    0: "the client has ended it",
    1: "it cannot be served",
    2: "wrong use",
    130: "ended with Ctrl+C",
    143: "ended by another process",
  },
} as const satisfies CommandDeclaration;
