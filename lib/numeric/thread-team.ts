import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import { DONE_COUNT, type TeamCommand } from "./team-member.ts";
import type { KernelExports } from "./wasm-arena.ts";

const texts = messages("numeric", {
  threadLost: {
    en: "A thread of the numeric kernels no longer responds.",
    zh: "数值内核的一个线程不再响应。",
  },
});

/**
 * Threads that compute one task together in the same shared memory: a thread team, not a worker pool. Only commands are
 * sent, and no replies: a member increments a counter in memory, on which the first thread waits, so that
 * no event loop is involved between two shares. The host creates the threads; `lib` creates none.
 */
export interface ThreadTeam {
  /** The number of members besides the commanding thread. */
  readonly size: number;
  post(member: number, command: TeamCommand): void;
}

/** A terminated member never increments the counter: time out instead of waiting for ever. */
const TIMEOUT_MS = 60_000;

/** Sends every member its command, computes the last share itself, and waits for all. Shares never write to the same memory. */
export function shareOut(
  team: ThreadTeam,
  arena: number,
  memory: WebAssembly.Memory,
  exports: KernelExports,
  kernel: keyof KernelExports,
  shares: readonly (readonly number[])[],
): void {
  const words = new Int32Array(memory.buffer, 0, 1);
  Atomics.store(words, DONE_COUNT, 0);
  for (let i = 0; i + 1 < shares.length; i++) team.post(i, { arena, kernel, args: shares[i]! });
  exports[kernel](...shares[shares.length - 1]!);
  for (;;) {
    const done = Atomics.load(words, DONE_COUNT);
    if (done === shares.length - 1) return;
    if (Atomics.wait(words, DONE_COUNT, done, TIMEOUT_MS) === "timed-out") {
      throw new Fault(texts.threadLost());
    }
  }
}
