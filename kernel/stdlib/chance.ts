import { type RandomStream, randomStream } from "../../lib/numeric/philox.ts";
import { type DrawSampler, isDrawSampler } from "../montecarlo/draw-sampler.ts";

/** What a reproducible notebook takes the time to be, unless its `data-now` says otherwise. */
export const frozenNow = Date.UTC(2026, 0, 1);

/** How chance and time reach cells: seeded always by `random`, and in reproducible mode by `Math.random` and `Date` too. */
export interface Chance {
  readonly seed: number;
  readonly reproducible: boolean;
  /** The time that a reproducible notebook sees, in milliseconds since 1970. */
  readonly now: number;
  /** How ± of a cell spreads its draws: left out, by chance alone. No cell's value depends on it. */
  readonly sampler?: DrawSampler;
}

/** What the attributes of a notebook say of chance and time. */
export function readChance(attributes: Readonly<Record<string, string>>): Chance {
  const seed = Number(attributes["data-seed"] ?? 1);
  const now = Date.parse(attributes["data-now"] ?? "");
  const sampler = attributes[samplerAttribute];
  return {
    seed: Number.isSafeInteger(seed) && seed >= 0 ? seed : 1,
    reproducible: "data-reproducible" in attributes,
    now: Number.isNaN(now) ? frozenNow : now,
    ...(isDrawSampler(sampler) ? { sampler } : {}),
  };
}

/** Where a notebook keeps how ± spreads its draws. */
export const samplerAttribute = "data-sampler";

/** Whether cells would draw the same, and see the same time. */
export function isSameChance(a: Chance, b: Chance): boolean {
  return a.seed === b.seed && a.reproducible === b.reproducible && a.now === b.now;
}

/** What one run of a cell gets of chance and time. The stream starts anew with every run, so a cell's values are its own. */
export function chanceOf(chance: Chance, cell: number): { random: RandomStream; Math: typeof Math; Date: typeof Date } {
  const random = randomStream(chance.seed, 2 * cell);
  if (!chance.reproducible) return { random, Math, Date };
  const seeded = randomStream(chance.seed, 2 * cell + 1);
  const math = Object.create(Math, { random: { value: seeded } }) as typeof Math;
  return { random, Math: math, Date: frozenDate(chance.now) };
}

/** `Date` whose clock stands still. */
function frozenDate(now: number): typeof Date {
  const frozen = function (this: unknown, ...fields: []) {
    if (!new.target) return new Date(now).toString();
    const date = fields.length === 0 ? new Date(now) : new Date(...fields);
    return Object.setPrototypeOf(date, new.target.prototype);
  };
  Object.defineProperty(frozen, "name", { value: "Date" });
  Object.setPrototypeOf(frozen, Date);
  frozen.prototype = Date.prototype;
  return Object.assign(frozen, { now: () => now }) as unknown as typeof Date;
}

/**
 * Lets libraries that took hold of `Math.random` when they were loaded draw from another source later on: called once, before
 * any of them is.
 */
export const randomSwitch = `{
  const real = Math.random;
  const box = {random: real, real};
  Object.defineProperty(globalThis, "__yuhengRandom", {value: box});
  Math.random = () => box.random();
}`;

interface RandomBox {
  random: RandomStream;
  readonly real: RandomStream;
}

function boxOfRealm(): RandomBox | undefined {
  return (globalThis as { __yuhengRandom?: RandomBox }).__yuhengRandom;
}

/** Where libraries' `Math.random` draws from: the machine, or the seed. */
export function switchRandom({ seed, reproducible }: Chance): void {
  const box = boxOfRealm();
  if (box) box.random = reproducible ? randomStream(seed, 2 ** 52) : box.real;
}

/** Runs a body whose libraries draw from the given stream until it first awaits, whoever else draws in between. */
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

/** Runs a body that draws from the machine until it first awaits, whatever libraries draw from else. */
export function unseeded<T>(body: () => T): T {
  const box = boxOfRealm();
  return box ? withRandom(box.real, body) : body();
}
