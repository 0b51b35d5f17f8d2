import type { Sentence } from "../message/message.ts";
import type { Kernels } from "./kernels.ts";
import { typescriptKernels } from "./typescript-kernels.ts";

/**
 * What a long computation gets from whoever runs it, and the only way in which it meets time.
 *
 * The computation calls `await work.pause()` between blocks of some ten milliseconds. A compute worker lets its message
 * queue run there (at most every few milliseconds, it has the clock) and **throws** when the job was cancelled: the
 * exception unwinds the computation, which keeps nothing behind. A pause never changes a result.
 */
export interface Work {
  pause(): void | Promise<void>;
  /** `done` goes from 0 to 1 within the named step. */
  progress(done: number, step: Sentence): void;
  readonly kernels: Kernels;
}

/** Work without interruption: for tests, the command line and small tables. */
export const uninterrupted: Work = { pause() {}, progress() {}, kernels: typescriptKernels };
