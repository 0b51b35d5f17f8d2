import type { Command } from "./command.ts";

/** Every command of `yuheng`, imported when it is called, so that a command does not load what only others need. */
const commands: Record<string, () => Promise<Command>> = {
  build: async () => (await import("./commands/build.ts")).build,
  call: async () => (await import("./commands/call.ts")).call,
  check: async () => (await import("./commands/check.ts")).check,
  convert: async () => (await import("./commands/convert.ts")).convert,
  datasets: async () => (await import("./commands/datasets.ts")).datasets,
  diff: async () => (await import("./commands/diff.ts")).diff,
  lesson: async () => (await import("./commands/lesson.ts")).lesson,
  new: async () => (await import("./commands/new.ts")).newNotebook,
  run: async () => (await import("./commands/run.ts")).run,
  serve: async () => (await import("./commands/serve.ts")).serve,
  test: async () => (await import("./commands/test.ts")).test,
  tools: async () => (await import("./commands/tools.ts")).listTools,
};

/** Runs the command that `args` name and resolves to the exit code: 0 done, 1 failed, 2 wrong use or wrong input. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    process.stdout.write(await usage());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${await usage()}`);
    return 2;
  }
  return (await command()).run(rest);
}

async function usage(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((command) => command()));
  const width = Math.max(...all.map(({ usage }) => usage.length));
  const lines = all.map((command) => `  yuheng ${command.usage.padEnd(width)}  ${command.summary}`);
  return `Usage:\n${lines.join("\n")}\n`;
}
