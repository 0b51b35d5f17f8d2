import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("runtime", {
  endlessLoop: {
    en: "A loop in this cell ran for {seconds} s without a pause and was stopped. Let it `await` from time to time, or move the work into `compute`.",
    zh: "此单元格中的循环连续运行了 {seconds} 秒而没有停顿，已被终止。请让它不时 await，或把计算移入 `compute`。",
  },
});

/** How long a loop may block the thread without a pause. Stop works on the page at any time; this is for hosts without it. */
export const LOOP_DEADLINE_MS = 30_000;

/** How long a loop may block the thread before its cell is reported. */
const NOTICE_MS = 100;

/** Calls between two readings of the clock. */
const STRIDE = 1024;

export class LoopDeadline extends Fault {
  override name = "LoopDeadline";
  constructor(milliseconds: number) {
    super(texts.endlessLoop({ seconds: milliseconds / 1000 }));
  }
}

export interface LoopGuardOptions {
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Called when a loop of this cell blocks the thread: in its body, in a timer callback, or in successive microtasks. */
  onBlocking?(cell: number): void;
  deadline?: number;
}

/**
 * The guards that the compiler calls at the start of every loop iteration, one per cell, with a common clock. It starts with the
 * first reading in a task of the event loop, so awaiting inside a loop is a pause, unless the promise has already settled.
 */
export function loopGuards({
  now,
  onBlocking,
  deadline = LOOP_DEADLINE_MS,
}: LoopGuardOptions): (cell: number) => () => void {
  let since = 0;
  let reported: number | undefined;
  const check = (cell: number) => {
    const time = now();
    if (since === 0) {
      since = time;
      reported = undefined;
      setTimeout(() => {
        since = 0;
      });
    } else if (time - since > deadline) {
      since = 0;
      throw new LoopDeadline(deadline);
    } else if (time - since > NOTICE_MS && reported !== cell) {
      reported = cell;
      onBlocking?.(cell);
    }
  };
  return (cell) => {
    let calls = 0;
    return () => {
      if (++calls % STRIDE === 0) check(cell);
    };
  };
}
