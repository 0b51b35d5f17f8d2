/**
 * Memory in which kernels work in place. What is taken is zero; what is given back may be taken again. An arena that is
 * full hands out ordinary memory: kernels then copy, which is slower and right.
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
