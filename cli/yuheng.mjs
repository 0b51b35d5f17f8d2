#!/usr/bin/env node
// The command is written in TypeScript; tsx teaches Node to read it, so that a clone runs without a build.
import { register } from "tsx/esm/api";

// `yuheng … | head` closes the pipe early: that is the reader's right, not a failure.
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
// Ended by a signal: what still goes on in the background is not waited for.
if (code > 128) process.exit(code);
process.exitCode = code;
