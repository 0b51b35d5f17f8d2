import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { main } from "../../../cli/main.ts";

/** What `node` is given to run the command. */
export const entry = fileURLToPath(new URL("../../../cli/yuheng.mjs", import.meta.url));

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the command `yuheng` in this process, with its streams and its folder, and gives what it wrote and its exit code: a
 * process of its own takes a second to start. Calls wait for one another, because a process has one folder and one output.
 */
export function yuheng(args: readonly string[], input = "", cwd?: string): Promise<Ended> {
  const ended = last.then(() => runHere(args, input, cwd));
  last = ended.catch(() => {});
  return ended;
}

async function runHere(args: readonly string[], input: string, cwd: string | undefined): Promise<Ended> {
  const { stdin, stdout, stderr } = process;
  const [before, writeOut, writeErr] = [process.cwd(), stdout.write, stderr.write];
  // Vitest asks for colours where it runs in a terminal.
  const { FORCE_COLOR } = process.env;
  delete process.env.FORCE_COLOR;
  let [out, err] = ["", ""];
  Object.defineProperty(process, "stdin", { value: Readable.from([Buffer.from(input)]), configurable: true });
  stdout.write = (piece: string | Uint8Array) => {
    out += typeof piece === "string" ? piece : Buffer.from(piece).toString();
    return true;
  };
  stderr.write = (piece: string | Uint8Array) => {
    err += typeof piece === "string" ? piece : Buffer.from(piece).toString();
    return true;
  };
  try {
    if (cwd !== undefined) process.chdir(cwd);
    return { code: await main(args), out, err };
  } finally {
    if (FORCE_COLOR !== undefined) process.env.FORCE_COLOR = FORCE_COLOR;
    process.chdir(before);
    Object.assign(stdout, { write: writeOut });
    Object.assign(stderr, { write: writeErr });
    Object.defineProperty(process, "stdin", { value: stdin, configurable: true });
  }
}

/** Runs the command in a process of its own, as a person would. */
export async function yuhengProcess(args: readonly string[], input = ""): Promise<Ended> {
  const child = spawn(process.execPath, [entry, ...args], { stdio: "pipe" });
  // A command that refuses its arguments ends before it has read: a broken pipe is no failure of the test.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}
