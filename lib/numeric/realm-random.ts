import type { RandomStream } from "./philox.ts";

/**
 * Allows the source of `Math.random` to be changed later, also for libraries that store a reference to it: runs once, before
 * any library is loaded.
 */
export const randomSwitch = `{
  const real = Math.random;
  const box = {random: real, real};
  Object.defineProperty(globalThis, "__yuhengRandom", {value: box});
  Math.random = () => box.random();
}`;

/** The source that is in use, and the platform's. */
interface RandomBox {
  random: RandomStream;
  readonly real: RandomStream;
}

/** The box of this realm; undefined where no notebook has put one. */
export function boxOfRealm(): RandomBox | undefined {
  return (globalThis as { __yuhengRandom?: RandomBox }).__yuhengRandom;
}

/** Runs a function during whose synchronous part `Math.random` draws from the given stream. */
export function withRandom<T>(stream: RandomStream, body: () => T): T {
  const box = boxOfRealm();
  if (!box) return body();
  const before = box.random;
  box.random = stream;
  try {
    return body();
  } finally {
    box.random = before;
  }
}

/** Runs a function during whose synchronous part `Math.random` is the platform's, not the seeded one. */
export function unseeded<T>(body: () => T): T {
  const box = boxOfRealm();
  return box ? withRandom(box.real, body) : body();
}
