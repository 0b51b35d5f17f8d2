// The entry of a thread that runs a TypeScript module of the project; tsx compiles it, as it does for the command.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.program);
