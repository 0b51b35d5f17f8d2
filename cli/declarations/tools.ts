import type { CommandDeclaration } from "./declaration.ts";
import { json } from "./reporting.ts";

/** `yuheng tools`. */
export const tools = {
  summary: "list the tools of the library, which can be called",
  description: "Lists the name and the title of every tool, one a line.",
  operands: [],
  options: { json },
  examples: [
    ["yuheng tools", "the list"],
    ["yuheng tools --json", "with summary, assumptions and references"],
  ],
  exits: { 0: "done", 2: "wrong use" },
} as const satisfies CommandDeclaration;
