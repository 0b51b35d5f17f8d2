import type { CommandDeclaration } from "./declaration.ts";
import { json } from "./reporting.ts";

/** `yuheng help`. */
export const help = {
  summary: "say how a command is used, or what the exit codes mean",
  description:
    'Says how a command is used, as "--help" after it does, or with "exit-codes" what the exit codes of all commands mean.',
  operands: [{ name: "COMMAND", optional: true, many: true, completes: "commands" }],
  options: {
    json: {
      ...json,
      summary: "the declaration of the command as JSON, with the JSON Schema of what it writes with --json",
    },
  },
  examples: [
    ["yuheng help run", "the options of run"],
    ["yuheng help datasets export", "those of a command of two words"],
    ["yuheng help exit-codes", "the table of exit codes"],
  ],
  exits: { 0: "done", 2: "there is no such command" },
} as const satisfies CommandDeclaration;
