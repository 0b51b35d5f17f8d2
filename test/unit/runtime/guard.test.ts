import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { timersOf } from "../../../kernel/random/timers.ts";
import { LoopDeadline, loopGuards } from "../../../kernel/runtime/guard.ts";

/** So many turns until a guard looks at the clock. */
const LOOK = 1024;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function guards(deadline = 30_000) {
  const clock = { now: 1 };
  const reported: number[] = [];
  const of = loopGuards({ now: () => clock.now, onBlocking: (cell) => reported.push(cell), deadline });
  const look = (guard: () => void) => {
    for (let turn = 0; turn < LOOK; turn++) guard();
  };
  return { clock, reported, of, look };
}

test("the page is told once whose loop holds the thread, whatever other cell was entered since", () => {
  const { clock, reported, of, look } = guards();
  const [first, second] = [of(1), of(2)];
  look(first);
  expect(reported).toEqual([]);
  clock.now += 200;
  look(first);
  look(first);
  expect(reported).toEqual([1]);
  look(second);
  expect(reported).toEqual([1, 2]);
});

test("a loop that lets the event loop turn does not hold the thread", () => {
  const { clock, reported, of, look } = guards();
  const guard = of(1);
  for (let turn = 0; turn < 50; turn++) {
    look(guard);
    clock.now += 1_000;
    vi.runAllTimers();
  }
  expect(reported).toEqual([]);
});

test("a loop past its deadline is ended with a sentence", () => {
  const { clock, of, look } = guards(500);
  const guard = of(1);
  look(guard);
  clock.now += 600;
  expect(() => look(guard)).toThrow(LoopDeadline);
});

test("what a cell left for later is named right before it is done, with what it was given", () => {
  const order: unknown[] = [];
  const entering = () => void order.push("entering");
  const failed = (error: unknown) => void order.push(error);
  const { setTimeout, setInterval, queueMicrotask } = timersOf({ entering, failed }) as Record<
    string,
    (...values: unknown[]) => unknown
  >;
  setTimeout!((a: number, b: number) => order.push([a, b]), 10, 1, 2);
  const beat = setInterval!(() => order.push("beat"), 20) as ReturnType<typeof globalThis.setInterval>;
  expect(order).toEqual([]);
  vi.advanceTimersByTime(45);
  clearInterval(beat);
  vi.advanceTimersByTime(100);
  expect(order).toEqual(["entering", [1, 2], "entering", "beat", "entering", "beat"]);
  expect(setTimeout!.name).toBe("setTimeout");
  expect(typeof queueMicrotask).toBe("function");
});

test("what a timer throws, or its promise is rejected with, goes to its cell, and the timer goes on", async () => {
  const failures: unknown[] = [];
  const { setInterval, setTimeout } = timersOf({
    entering: () => {},
    failed: (error) => failures.push(error),
  }) as Record<string, (later: () => unknown, ms: number) => unknown>;
  const beat = setInterval!(() => {
    throw new Error("at once");
  }, 20);
  setTimeout!(() => Promise.reject(new Error("later")), 30);
  await vi.advanceTimersByTimeAsync(45);
  clearInterval(beat as number);
  expect(failures.map((error) => (error as Error).message)).toEqual(["at once", "later", "at once"]);
});

test("ids of timers are numbers in Node as in browsers, and end what they name", async () => {
  vi.useRealTimers();
  const { setTimeout } = timersOf({ entering: () => {}, failed: () => {} }) as Record<
    string,
    (later: () => unknown, ms?: number) => unknown
  >;
  const order: string[] = [];
  const id = setTimeout!(() => order.push("ended"));
  expect(id).toBeTypeOf("number");
  clearTimeout(id as number);
  await new Promise((resolve) => setTimeout!(() => resolve(order.push("kept"))));
  expect(order).toEqual(["kept"]);
});
