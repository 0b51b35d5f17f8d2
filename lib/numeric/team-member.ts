import type { KernelExports } from "./wasm-arena.ts";

// Nothing is imported at run time: stripped of its types this file is the program of a thread in any Node.

/** What an arena asks of a member of the team. The arena's memory goes along with the first order, and is kept by its number. */
export type TeamOrder =
  | { readonly arena: number; readonly memory: WebAssembly.Memory }
  | { readonly arena: number; readonly kernel: keyof KernelExports; readonly args: readonly number[] }
  | { readonly arena: number; readonly leave: true };

/** Word of the arena's memory in which members count themselves done. */
export const DONE = 0;

/** A member's side: carries out the orders that reach it, one after the other. */
export function teamMember(module: WebAssembly.Module): (order: TeamOrder) => void {
  const arenas = new Map<number, { words: Int32Array; exports: KernelExports }>();
  return (order) => {
    if ("memory" in order) {
      const { exports } = new WebAssembly.Instance(module, { env: { memory: order.memory } });
      arenas.set(order.arena, {
        words: new Int32Array(order.memory.buffer),
        exports: exports as unknown as KernelExports,
      });
    } else if ("leave" in order) arenas.delete(order.arena);
    else {
      const arena = arenas.get(order.arena);
      if (!arena) return;
      arena.exports[order.kernel](...order.args);
      Atomics.add(arena.words, DONE, 1);
      Atomics.notify(arena.words, DONE);
    }
  };
}
