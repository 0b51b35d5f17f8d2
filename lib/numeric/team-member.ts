import type { KernelExports } from "./wasm-arena.ts";

// Nothing is imported at run time: stripped of its types this file is the program of a thread in any Node.

/** What a room asks of a member of the team. The room's memory goes along with the first order, and is kept by its number. */
export type TeamOrder =
  | { readonly room: number; readonly memory: WebAssembly.Memory }
  | { readonly room: number; readonly kernel: keyof KernelExports; readonly args: readonly number[] }
  | { readonly room: number; readonly leave: true };

/** Word of the room's memory in which members count themselves done. */
export const DONE = 0;

/** A member's side: carries out the orders that reach it, one after the other. */
export function teamMember(module: WebAssembly.Module): (order: TeamOrder) => void {
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
