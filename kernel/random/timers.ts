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

/** The cell whose timers they are. */
export interface TimerHost {
  /** Called right before each scheduled callback, so that the cell is known if the callback blocks the thread. */
  entering(): void;
  /** Called with what a scheduled callback threw, or with what its promise was rejected with. */
  failed(error: unknown): void;
}

/** The timers for one cell. `names` are the timers that the cell uses; most use none. As in browsers, an id is a number. */
export function timersOf(host: TimerHost, names: readonly string[] = timerNames): Record<string, unknown> {
  const realm = globalThis as unknown as Record<TimerName, Later | undefined>;
  const entries = timerNames
    .filter((name) => names.includes(name))
    .map((name) => {
      const timer = realm[name];
      if (!timer) return [name, undefined] as const;
      const named = (later: unknown, ...rest: unknown[]) => {
        if (typeof later !== "function") return timer.call(globalThis, later, ...rest);
        const entered = function (this: unknown, ...values: unknown[]) {
          host.entering();
          try {
            const result: unknown = later.apply(this, values);
            if (result instanceof Promise) result.catch((error: unknown) => host.failed(error));
          } catch (error) {
            host.failed(error);
          }
        };
        return idOf(timer.call(globalThis, entered, ...rest));
      };
      Object.defineProperty(named, "name", { value: name });
      return [name, named] as const;
    });
  return Object.fromEntries(entries);
}

/** Node's timers are objects, which have a number that its `clearTimeout` accepts, too. */
function idOf(timer: unknown): unknown {
  return typeof timer === "object" && timer !== null ? Number(timer) : timer;
}
