import { findCommand } from "../command-line/find-command.ts";
import { exitCodeHelp, helpOf, helpOfGroup, overview } from "../command-line/help-text.ts";
import type { Program } from "../declarations/declaration.ts";
import { exitCodes } from "../declarations/declaration.ts";
import { type CommandWords, declarations } from "../declarations/declarations.ts";
import type { help as declaration } from "../declarations/help.ts";
import { paintFor } from "../terminal/colour.ts";

/** `yuheng help`: how a command is used, for a person or as JSON. */
export const help: Program<typeof declaration> = async ({ operands, options }) => {
  process.stdout.write(options.json ? `${JSON.stringify(await asData(operands), null, 2)}\n` : asText(operands));
  return 0;
};

function asText(words: readonly string[]): string {
  const paint = paintFor(process.stdout);
  if (words.length === 0) return overview(paint);
  if (words.join(" ") === "exit-codes") return exitCodeHelp(paint);
  const found = findCommand([...words, "--help"]);
  return "group" in found ? helpOfGroup(found.group, paint) : helpOf(found.words, paint);
}

/** One declaration, those of a group, or all; exit codes as they are. */
async function asData(words: readonly string[]): Promise<unknown> {
  if (words.join(" ") === "exit-codes") return exitCodes;
  const { jsonSchemaOf } = await import("../json/shapes.ts");
  const withOutput = (command: CommandWords) => ({ ...declarations[command], output: jsonSchemaOf(command) });
  const all = Object.keys(declarations) as CommandWords[];
  if (words.length === 0) return Object.fromEntries(all.map((command) => [command, withOutput(command)]));
  const found = findCommand([...words, "--help"]);
  if (!("group" in found)) return withOutput(found.words);
  const members = all.filter((command) => command.startsWith(`${found.group} `));
  return Object.fromEntries(members.map((command) => [command, withOutput(command)]));
}
