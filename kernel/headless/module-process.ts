import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { modulePlace } from "./thread-worker.ts";

/**
 * A process that runs a module of this project, named by the address of its source: what must end whatever it does. It is found as a
 * thread is, does not keep this process alive, and should end when it is disconnected.
 */
export function moduleProcess(source: URL): ChildProcess {
  const { place, isCompiled } = modulePlace(source);
  const child = fork(fileURLToPath(place), isCompiled ? [] : [source.href], {
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  child.unref();
  child.channel?.unref();
  return child;
}
