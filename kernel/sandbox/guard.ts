/** How long a loop may hold the thread without a pause. Stop from the page acts at any time; this is for hosts where it cannot. */
export const LOOP_DEADLINE_MS = 30_000;

/** Calls between two looks at the clock. */
const STRIDE = 1024;

export class LoopDeadline extends Error {
  override name = "LoopDeadline";
  constructor(milliseconds: number) {
    super(
      `A loop in this cell ran for ${milliseconds / 1000} s without a pause and was ended. Let it await something now and then, or move the work into \`compute\`.`,
    );
  }
}

/**
 * The guard that the compiler puts at the head of every loop turn. The clock starts with the first call after the event
 * loop had a turn, so awaiting inside a loop is a pause.
 */
export function loopGuard(now: () => number, deadline = LOOP_DEADLINE_MS): () => void {
  let calls = 0;
  let since = 0;
  return () => {
    if (++calls % STRIDE !== 0) return;
    const time = now();
    if (since === 0) {
      since = time;
      setTimeout(() => {
        since = 0;
      });
    } else if (time - since > deadline) {
      since = 0;
      throw new LoopDeadline(deadline);
    }
  };
}
