import type { KernelExports } from "./wasm-arena.ts";

// Nothing is imported at run time: stripped of its types, this file is the program of a thread in any Node.

/** A command of an arena to a team member. The first command includes the arena's memory, which is kept by number. */
export type TeamCommand =
  | { readonly arena: number; readonly memory: WebAssembly.Memory }
  | { readonly arena: number; readonly kernel: keyof KernelExports; readonly args: readonly number[] }
  | { readonly arena: number; readonly leave: true };

/** Word of the arena's memory in which members count finished shares. */
export const DONE_COUNT = 0;

/** The member's side: runs the received commands in sequence. */
export function teamMember(module: WebAssembly.Module): (command: TeamCommand) => void {
  const arenas = new Map<number, { words: Int32Array; exports: KernelExports }>();
  return (command) => {
    if ("memory" in command) {
      const { exports } = new WebAssembly.Instance(module, { env: { memory: command.memory } });
      arenas.set(command.arena, {
        words: new Int32Array(command.memory.buffer),
        exports: exports as unknown as KernelExports,
      });
    } else if ("leave" in command) arenas.delete(command.arena);
    else {
      const arena = arenas.get(command.arena);
      if (!arena) return;
      arena.exports[command.kernel](...command.args);
      Atomics.add(arena.words, DONE_COUNT, 1);
      Atomics.notify(arena.words, DONE_COUNT);
    }
  };
}
