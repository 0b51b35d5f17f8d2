import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const said = messages("runtime", {
  endlessLoop: {
    en: "A loop in this cell ran for {seconds} s without a pause and was ended. Let it await something now and then, or move the work into `compute`.",
    zh: "此单元格中的循环连续运行了 {seconds} 秒而没有停顿，已被终止。请让它不时 await，或把计算移入 `compute`。",
  },
});

/** How long a loop may hold the thread without a pause. Stop from the page acts at any time; this is for hosts where it cannot. */
const LOOP_DEADLINE_MS = 30_000;

/** How long a loop may hold the thread before the page is told whose it is. */
const NOTICE_MS = 100;

/** Calls between two looks at the clock. */
const STRIDE = 1024;

export class LoopDeadline extends Fault {
  override name = "LoopDeadline";
  constructor(milliseconds: number) {
    super(said.endlessLoop({ seconds: milliseconds / 1000 }));
  }
}

export interface LoopGuardOptions {
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** A loop of this cell holds the thread: in its body, in what it left for a timer, or turn after turn of microtasks. */
  holding?(cell: number): void;
  deadline?: number;
}

/**
 * The guards that the compiler puts at the head of every loop turn, one a cell, on one clock. It starts with the first look
 * after the event loop had a turn, so awaiting inside a loop is a pause, unless what is awaited is there already.
 */
export function loopGuards({
  now,
  holding,
  deadline = LOOP_DEADLINE_MS,
}: LoopGuardOptions): (cell: number) => () => void {
  let since = 0;
  let told: number | undefined;
  const look = (cell: number) => {
    const time = now();
    if (since === 0) {
      since = time;
      told = undefined;
      setTimeout(() => {
        since = 0;
      });
    } else if (time - since > deadline) {
      since = 0;
      throw new LoopDeadline(deadline);
    } else if (time - since > NOTICE_MS && told !== cell) {
      told = cell;
      holding?.(cell);
    }
  };
  return (cell) => {
    let calls = 0;
    return () => {
      if (++calls % STRIDE === 0) look(cell);
    };
  };
}
