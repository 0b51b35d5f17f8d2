import type { KernelExports } from "./wasm-arena.ts";

// Nothing is imported at run time: stripped of its types, this file is the program of a thread in any Node.

/** A command of an arena to a team member. The first command includes the arena's memory, which is kept by number. */
export type TeamOrder =
  | { readonly arena: number; readonly memory: WebAssembly.Memory }
  | { readonly arena: number; readonly kernel: keyof KernelExports; readonly args: readonly number[] }
  | { readonly arena: number; readonly leave: true };

/** Word of the arena's memory in which members count finished shares. */
export const DONE = 0;

/** The member's side: runs the received commands in order. */
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
