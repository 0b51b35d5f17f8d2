import { observe } from "./generators.ts";

/** A value that other cells may change by assigning `.value`, and whose readers run again when they do. */
export type Mutable<T> = AsyncGenerator<T> & { value: T };

/**
 * `const count = Mutable(0)`: readers see the number. A function of the same cell that assigns `count.value` lets other
 * cells change it.
 */
export function Mutable<T>(initial: T): Mutable<T> {
  let change!: (value: T) => void;
  let current = initial;
  const generator = observe<T>((notify) => {
    change = notify;
    notify(initial);
  });
  return Object.defineProperty(generator, "value", {
    get: () => current,
    set: (value: T) => {
      current = value;
      change(value);
    },
  }) as Mutable<T>;
}
