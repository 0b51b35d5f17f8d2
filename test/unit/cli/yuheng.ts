import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const entry = fileURLToPath(new URL("../../../cli/yuheng.mjs", import.meta.url));

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command `yuheng` as a person would, and gives what it wrote and its exit code. */
export async function yuheng(args: readonly string[], input = "", cwd?: string): Promise<Ended> {
  const child = spawn(process.execPath, [entry, ...args], { stdio: "pipe", ...(cwd === undefined ? {} : { cwd }) });
  // A command that refuses its arguments ends before it has read: a broken pipe is no failure of the test.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}
