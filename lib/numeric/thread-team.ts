import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import { DONE, type TeamOrder } from "./team-member.ts";
import type { KernelExports } from "./wasm-arena.ts";

const said = messages("numeric", {
  threadNumericKernelsDoes: {
    en: "A thread of the numeric kernels does not answer any more.",
    zh: "数值内核的一个线程不再响应。",
  },
});

/**
 * Further threads that do one piece of work together, in the same shared memory: a thread team, and no pool of workers. Nothing
 * is sent but orders, and nothing comes back: a member counts itself done in memory, on which the first thread waits, so that
 * no turn of an event loop stands between two shares. Whoever makes threads provides it; `lib` makes none.
 */
export interface ThreadTeam {
  /** Members beside the thread that gives the orders. */
  readonly size: number;
  post(member: number, order: TeamOrder): void;
}

/** A member that was ended never counts itself: give up instead of waiting for ever. */
const PATIENCE_MS = 60_000;

/** Gives every member its order, does the last share itself, and waits for all. Shares never overlap in what they write. */
export function shareOut(
  team: ThreadTeam,
  arena: number,
  memory: WebAssembly.Memory,
  exports: KernelExports,
  kernel: keyof KernelExports,
  shares: readonly (readonly number[])[],
): void {
  const words = new Int32Array(memory.buffer, 0, 1);
  Atomics.store(words, DONE, 0);
  for (let i = 0; i + 1 < shares.length; i++) team.post(i, { arena, kernel, args: shares[i]! });
  exports[kernel](...shares[shares.length - 1]!);
  for (;;) {
    const done = Atomics.load(words, DONE);
    if (done === shares.length - 1) return;
    if (Atomics.wait(words, DONE, done, PATIENCE_MS) === "timed-out") {
      throw new Fault(said.threadNumericKernelsDoes());
    }
  }
}
