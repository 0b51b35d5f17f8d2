/** How long work may hold the thread at a time, in milliseconds: a frame has sixteen, and someone may be typing. */
const SLICE_MS = 6;

/** Rows between two looks at the clock. */
export const STRIDE = 2048;

/** Work that pauses wherever it yields. */
export type Work<Result> = Generator<void, Result>;

/** Does work in slices, with room for everything else between them. Rejects with `AbortError` once it is not wanted. */
export async function inSlices<Result>(work: Work<Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    signal.throwIfAborted();
    const until = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
