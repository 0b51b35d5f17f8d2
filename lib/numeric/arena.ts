/**
 * Memory in which kernels work in place. Allocated memory is zeroed; released memory may be allocated again. A full arena
 * returns ordinary memory: kernels then copy, which is slower but correct.
 */
export interface Arena {
  floats(length: number): Float64Array;
  integers(length: number): Int32Array;
  give(...arrays: readonly (Float64Array | Int32Array)[]): void;
}

/** Ordinary memory: the arena of the kernels in TypeScript. */
export const heapArena: Arena = {
  floats: (length) => new Float64Array(length),
  integers: (length) => new Int32Array(length),
  give() {},
};
