#!/usr/bin/env node
// The command is written in TypeScript; with tsx Node runs it directly, so that a clone needs no build.
import { register } from "tsx/esm/api";

// `yuheng … | head` closes the pipe early, which is not a failure.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(
    `The output could not be written: ${error.code === "ENOSPC" ? "the disk is full" : error.message}.\n`,
  );
  process.exit(1);
});

register();
const { main } = await import("./main.ts");
const code = await main(process.argv.slice(2));
// What cells left behind (timers, listeners) is not awaited, but what was written is.
for (const stream of [process.stdout, process.stderr]) await new Promise((resolve) => stream.write("", resolve));
process.exit(code);
