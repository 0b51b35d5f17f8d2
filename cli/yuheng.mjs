#!/usr/bin/env node
// The command is written in TypeScript. A clone compiles it at its first start and keeps the result for the very sources; where that
// fails, tsx runs them directly. The package has it compiled.
import { existsSync } from "node:fs";
import module from "node:module";

// `yuheng … | head` closes the pipe early, which is not a failure.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(
    `The output could not be written: ${error.code === "ENOSPC" ? "the disk is full" : error.message}.\n`,
  );
  process.exit(1);
});

const { main } = await (existsSync(new URL("./main.ts", import.meta.url)) ? source() : compiled());
const code = await main(process.argv.slice(2));
// What cells left behind (timers, listeners) is not awaited, but what was written is.
for (const stream of [process.stdout, process.stderr]) await new Promise((resolve) => stream.write("", resolve));
process.exit(code);

async function source() {
  const { compiledCommand } = await import("./compiled.mjs");
  const compiled = await compiledCommand();
  if (compiled) return import(compiled);
  const { registerTypeScript } = await import("../kernel/headless/typescript.mjs");
  registerTypeScript();
  return import("./main.ts");
}

function compiled() {
  // From Node 22 on, the second start need not compile again.
  module.enableCompileCache?.();
  return import("../build/cli/main.js");
}
