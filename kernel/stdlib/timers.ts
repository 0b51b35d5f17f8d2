/** Functions that schedule code to run later, outside a cell's body. */
export const timerNames = [
  "setTimeout",
  "setInterval",
  "requestAnimationFrame",
  "requestIdleCallback",
  "queueMicrotask",
] as const;

type TimerName = (typeof timerNames)[number];
type Later = (...values: unknown[]) => unknown;

/**
 * The timers for one cell: `entering` is called right before each scheduled callback, so that the cell is known if the callback
 * blocks the thread. `names` are the timers that the cell uses; most use none.
 */
export function timersOf(entering: () => void, names: readonly string[] = timerNames): Record<string, unknown> {
  const realm = globalThis as unknown as Record<TimerName, Later | undefined>;
  const entries = timerNames
    .filter((name) => names.includes(name))
    .map((name) => {
      const timer = realm[name];
      if (!timer) return [name, undefined] as const;
      const named = (later: unknown, ...rest: unknown[]) => {
        if (typeof later !== "function") return timer.call(globalThis, later, ...rest);
        const entered = function (this: unknown, ...values: unknown[]) {
          entering();
          return later.apply(this, values);
        };
        return timer.call(globalThis, entered, ...rest);
      };
      Object.defineProperty(named, "name", { value: name });
      return [name, named] as const;
    });
  return Object.fromEntries(entries);
}
