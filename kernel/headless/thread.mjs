// The entry of a thread or a process that runs a TypeScript module of the project: what has been compiled for the command, if it has; otherwise tsx
// compiles it.
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { workerData } from "node:worker_threads";
import { compiledModule } from "./compiled.mjs";

const program = workerData?.program ?? process.argv[2];
const compiled = compiledModule(basename(program, ".ts"));
if (compiled) {
  await import(pathToFileURL(compiled).href);
} else {
  const { registerTypeScript } = await import("./typescript.mjs");
  registerTypeScript();
  await import(program);
}
