#!/usr/bin/env node
// The command is written in TypeScript; tsx teaches Node to read it, so that a clone runs without a build.
import { register } from "tsx/esm/api";

// `yuheng … | head` closes the pipe early: that is the reader's right, not a failure.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

register();
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2));
