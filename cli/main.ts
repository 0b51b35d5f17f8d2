import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findCommand, unknownWord } from "./command-line/find-command.ts";
import { helpOf, helpOfGroup, overview } from "./command-line/help-text.ts";
import { asksForHelp, readCall } from "./command-line/read-call.ts";
import type { Call, CommandDeclaration, Program } from "./declarations/declaration.ts";
import { type CommandWords, declarations } from "./declarations/declarations.ts";
import { Misuse, WrongInput } from "./input/misuse.ts";
import { root } from "./installation/root.ts";
import { paintFor } from "./terminal/colour.ts";
import { raiseWall } from "./terminal/wall.ts";

type Programs = { readonly [Words in CommandWords]: () => Promise<Program<(typeof declarations)[Words]>> };

/** What each command runs, imported when it is called. */
const programs: Programs = {
  new: async () => (await import("./commands/new.ts")).newNotebook,
  "new site": async () => (await import("./commands/new.ts")).newSite,
  serve: async () => (await import("./commands/serve.ts")).serve,
  run: async () => (await import("./commands/run.ts")).run,
  test: async () => (await import("./commands/test.ts")).test,
  add: async () => (await import("./commands/add.ts")).add,
  check: async () => (await import("./commands/check.ts")).check,
  convert: async () => (await import("./commands/convert.ts")).convert,
  diff: async () => (await import("./commands/diff.ts")).diff,
  build: async () => (await import("./commands/build.ts")).build,
  account: async () => (await import("./commands/account.ts")).account,
  "datasets list": async () => (await import("./commands/datasets.ts")).list,
  "datasets show": async () => (await import("./commands/datasets.ts")).show,
  "datasets export": async () => (await import("./commands/datasets.ts")).exportOne,
  tools: async () => (await import("./commands/tools.ts")).tools,
  ask: async () => (await import("./commands/ask.ts")).ask,
  call: async () => (await import("./commands/call.ts")).call,
  mcp: async () => (await import("./commands/mcp.ts")).mcp,
  "lesson pack": async () => (await import("./commands/lesson.ts")).pack,
  "lesson unpack": async () => (await import("./commands/lesson.ts")).unpack,
  "lesson reports": async () => (await import("./commands/lesson.ts")).reports,
  completion: async () => (await import("./commands/completion.ts")).completion,
  help: async () => (await import("./commands/help.ts")).help,
};

/** Runs the command that `args` name and resolves to the exit code, one of `exitCodes`. */
export async function main(args: readonly string[]): Promise<number> {
  const lower = raiseWall();
  try {
    return await start(args);
  } finally {
    lower();
  }
}

async function start(args: readonly string[]): Promise<number> {
  const [first] = args;
  if (first === undefined || first === "--help" || first === "-h") {
    process.stdout.write(overview(paintFor(process.stdout)));
    return first === undefined ? 2 : 0;
  }
  if (first === "--version" || first === "-V") {
    process.stdout.write(`${ownVersion()}\n`);
    return 0;
  }
  let command = first;
  try {
    const found = findCommand(args);
    if ("group" in found) {
      if (!asksForHelp(found.rest)) throw new Misuse(unknownWord(found.group));
      process.stdout.write(helpOfGroup(found.group, paintFor(process.stdout)));
      return 0;
    }
    command = found.words;
    if (asksForHelp(found.rest)) {
      process.stdout.write(helpOf(found.words, paintFor(process.stdout)));
      return 0;
    }
    const call = readCall(declarations[found.words], found.rest);
    const program = (await programs[found.words]()) as Program<CommandDeclaration>;
    return await program(call as Call);
  } catch (error) {
    return refuse(command, error as Error);
  }
}

/** Reports an error on stderr, with where to read if the use was wrong. Returns the exit code. */
function refuse(command: string, error: Error & { readonly exitCode?: number }): number {
  const { message, exitCode } = error;
  const hint = error instanceof Misuse ? ` "yuheng ${command} --help" says how it is used.` : "";
  const isWrongInput = error instanceof WrongInput || exitCode === 2;
  process.stderr.write(`${isWrongInput ? message : `${command} failed: ${message}`}${hint}\n`);
  return isWrongInput ? 2 : 1;
}

function ownVersion(): string {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
}
