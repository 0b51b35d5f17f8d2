import type { Sentence } from "../message/message.ts";
import type { Kernels } from "./kernels.ts";
import { typescriptKernels } from "./typescript-kernels.ts";

/**
 * The interface of a long computation to its caller, and its only contact with time.
 *
 * The computation calls `await work.pause()` between blocks of about ten milliseconds. A compute worker processes its message
 * queue there (at most every few milliseconds, because it has the clock) and **throws** if the job was cancelled: the
 * exception unwinds the computation, which leaves no state. A pause never changes a result.
 */
export interface Work {
  pause(): void | Promise<void>;
  /** `done` goes from 0 to 1 within the named step. */
  progress(done: number, step: Sentence): void;
  readonly kernels: Kernels;
}

/** Work without interruption: for tests, the command line and small tables. */
export const uninterrupted: Work = { pause() {}, progress() {}, kernels: typescriptKernels };
