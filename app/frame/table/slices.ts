/** How long work may block the thread at a time, in milliseconds, of the 16 of an animation frame. */
const SLICE_MS = 6;

/** Rows between two checks of the time. */
export const STRIDE = 2048;

/** Work that may be paused wherever it yields. */
export type Work<Result> = Generator<void, Result>;

/** Runs work in time slices, so that other tasks run between them. Rejects with `AbortError` once the signal is aborted. */
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
