import { type RandomStream, randomStream } from "../../lib/numeric/philox.ts";
import { boxOfRealm } from "../../lib/numeric/realm-random.ts";
import { type DrawSampler, isDrawSampler } from "./draw-sampler.ts";

/** The current time in a reproducible notebook, unless its `data-now` gives another. */
export const frozenNow = Date.UTC(2026, 0, 1);

/** Randomness and time in cells: `random` is always seeded; in reproducible mode, so are `Math.random` and `Date`. */
export interface Chance {
  readonly seed: number;
  readonly reproducible: boolean;
  /** The current time in a reproducible notebook, in milliseconds since 1970. */
  readonly now: number;
  /** The sampling method of ±; independent random draws by default. No cell's value depends on it. */
  readonly sampler?: DrawSampler;
}

/** Reads the settings of randomness and time from the attributes of a notebook. */
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

/** The attribute of a notebook with the sampling method of ±. */
export const samplerAttribute = "data-sampler";

/** Whether cells would draw the same random numbers and see the same time. */
export function isSameChance(a: Chance, b: Chance): boolean {
  return a.seed === b.seed && a.reproducible === b.reproducible && a.now === b.now;
}

/** Randomness and time for one run of a cell. The stream restarts with every run, so that cells are independent. */
export function chanceOf(chance: Chance, cell: number): { random: RandomStream; Math: typeof Math; Date: typeof Date } {
  const random = randomStream(chance.seed, 2 * cell);
  if (!chance.reproducible) return { random, Math, Date };
  const seeded = randomStream(chance.seed, 2 * cell + 1);
  const math = Object.create(Math, { random: { value: seeded } }) as typeof Math;
  return { random, Math: math, Date: frozenDate(chance.now) };
}

/** A `Date` with a fixed current time. */
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

/** Sets the source of the libraries' `Math.random`: the platform, or the seed. */
export function switchRandom({ seed, reproducible }: Chance): void {
  const box = boxOfRealm();
  if (box) box.random = reproducible ? randomStream(seed, 2 ** 52) : box.real;
}
