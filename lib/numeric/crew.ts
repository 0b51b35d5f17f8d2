import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import type { KernelExports } from "./wasm-room.ts";

const said = messages("numeric", {
  threadNumericKernelsDoes: {
    en: "A thread of the numeric kernels does not answer any more.",
    zh: "数值内核的一个线程不再响应。",
  },
});

/** What a room asks of a member of the crew. The room's memory goes along with the first order, and is kept by its number. */
export type CrewOrder =
  | { readonly room: number; readonly memory: WebAssembly.Memory }
  | { readonly room: number; readonly kernel: keyof KernelExports; readonly args: readonly number[] }
  | { readonly room: number; readonly leave: true };

/** Further threads that work in the same shared memory. Whoever makes threads provides it; `lib` makes none. */
export interface Crew {
  /** Members beside the thread that gives the orders. */
  readonly size: number;
  post(member: number, order: CrewOrder): void;
}

/** Word of the room's memory in which members count themselves done. */
const DONE = 0;
/** A member that was ended never counts itself: give up instead of waiting for ever. */
const PATIENCE_MS = 60_000;

/** A member's side: carries out the orders that reach it, one after the other. */
export function crewMember(module: WebAssembly.Module): (order: CrewOrder) => void {
  const rooms = new Map<number, { words: Int32Array; exports: KernelExports }>();
  return (order) => {
    if ("memory" in order) {
      const { exports } = new WebAssembly.Instance(module, { env: { memory: order.memory } });
      rooms.set(order.room, {
        words: new Int32Array(order.memory.buffer),
        exports: exports as unknown as KernelExports,
      });
    } else if ("leave" in order) rooms.delete(order.room);
    else {
      const room = rooms.get(order.room);
      if (!room) return;
      room.exports[order.kernel](...order.args);
      Atomics.add(room.words, DONE, 1);
      Atomics.notify(room.words, DONE);
    }
  };
}

/** Gives every member its order, does the last share itself, and waits for all. Shares never overlap in what they write. */
export function shareOut(
  crew: Crew,
  room: number,
  memory: WebAssembly.Memory,
  exports: KernelExports,
  kernel: keyof KernelExports,
  shares: readonly (readonly number[])[],
): void {
  const words = new Int32Array(memory.buffer, 0, 1);
  Atomics.store(words, DONE, 0);
  for (let i = 0; i + 1 < shares.length; i++) crew.post(i, { room, kernel, args: shares[i]! });
  exports[kernel](...shares[shares.length - 1]!);
  for (;;) {
    const done = Atomics.load(words, DONE);
    if (done === shares.length - 1) return;
    if (Atomics.wait(words, DONE, done, PATIENCE_MS) === "timed-out") {
      throw new Fault(said.threadNumericKernelsDoes());
    }
  }
}
