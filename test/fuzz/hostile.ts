import type { Random } from "./random.ts";

/** Numbers at the edges of what a double, an integer or a size can be. */
const numbers = [
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  -0.5,
  1e-9,
  3,
  7,
  100,
  2000,
  1e6,
  1e9,
  1e12,
  1e15,
  1e100,
  1e200,
  1e300,
  1.7976931348623157e308,
  -1e300,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  2 ** 31,
  2 ** 31 - 1,
  2 ** 32,
  2 ** 53,
  2 ** 53 - 1,
  -(2 ** 53),
];
const beyond = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

/** Names that a plain object already has, and texts that break printing, matching or reading. */
export const hostileNames = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "prototype",
  "__defineGetter__",
  "length",
  "",
  " ",
  "0",
  "-1",
  "a.b",
  "a\u0000b",
  "\ud800",
  "\udc00x",
  "\u202eabc",
  "’",
  "名",
  "a\nb",
  '"',
  "\\",
  "$&",
  "null",
];

export function hostileNumber(random: Random): number {
  if (random.chance(0.1)) return random.pick(beyond);
  if (random.chance(0.5)) return random.pick(numbers);
  if (random.chance(0.3)) return random.below(4000) - 1000;
  return (random.unit() - 0.5) * 10 ** (random.below(40) - 12);
}

export function hostileText(random: Random): string {
  if (random.chance(0.7)) return random.pick(hostileNames);
  if (random.chance(0.1)) return "x".repeat(random.chance(0.1) ? 1_000_001 : 5000);
  if (random.chance(0.2)) return "(".repeat(20_000);
  return Array.from({ length: random.below(12) }, () =>
    String.fromCharCode(random.below(random.chance(0.8) ? 128 : 65536)),
  ).join("");
}

/** Any value that could stand where another was expected. */
export function hostileValue(random: Random, depth = 0): unknown {
  switch (random.below(depth > 2 ? 7 : 11)) {
    case 0:
      return undefined;
    case 1:
      return null;
    case 2:
      return random.chance(0.5);
    case 3:
    case 4:
      return hostileNumber(random);
    case 5:
      return hostileText(random);
    case 6:
      return [];
    case 7:
      return Array.from({ length: random.below(4) }, () => hostileValue(random, depth + 1));
    case 8:
      return hostileRecord(random, depth);
    case 9:
      return random.chance(0.2) ? nested(random.pick([40, 1000]), random.chance(0.5)) : new Array(random.below(5));
    default:
      return {};
  }
}

function hostileRecord(random: Random, depth: number): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (let i = random.below(3); i >= 0; i--) own(record, hostileText(random), hostileValue(random, depth + 1));
  return record;
}

function nested(depth: number, isList: boolean): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = isList ? [value] : { a: value };
  return value;
}

/** Sets an own field also where the name is `__proto__`, as JSON.parse does. */
export function own(record: object, name: string, value: unknown): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}

type Place = { readonly holder: object; readonly key: string; readonly depth: number };

/** Changes a few places of a value, which is its own copy. */
export function mutate(value: unknown, random: Random): unknown {
  const root = { value: structuredClone(value) };
  for (let times = 1 + random.below(random.chance(0.3) ? 5 : 1); times > 0; times--) mutateOnce(root, random);
  return root.value;
}

function mutateOnce(root: { value: unknown }, random: Random): void {
  const places = placesIn(root);
  if (places.length === 0) return;
  const { holder, key, depth } = random.pick(places);
  const old = (holder as Record<string, unknown>)[key];
  const set = (now: unknown) => own(holder, key, now);
  if (depth === 0 && random.chance(0.9)) {
    mutateOnce(root, random);
    return;
  }
  if (random.chance(0.05)) Reflect.deleteProperty(holder, key);
  else if (isRecord(old) && random.chance(0.7)) mutateRecord(old, random);
  else set(mutated(old, root, random));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mutated(old: unknown, root: object, random: Random): unknown {
  if (random.chance(0.3)) return hostileValue(random);
  if (typeof old === "number") return mutatedNumber(old, random);
  if (typeof old === "string") return mutatedText(old, root, random);
  return Array.isArray(old) ? mutatedList(old, random) : hostileValue(random);
}

function mutatedNumber(old: number, random: Random): number {
  if (random.chance(0.5)) return hostileNumber(random);
  if (random.chance(0.4)) return old + random.pick([1, -1, 0.5]);
  return old * random.pick([0, -1, 1e-3, 1e3, 1e10, 1e-10, 1e150, 1.5, 0.999]);
}

function mutatedText(old: string, root: object, random: Random): string {
  if (random.chance(0.3)) {
    const others = placesIn(root).map(({ holder, key }) => (holder as Record<string, unknown>)[key]);
    const texts = others.filter((each): each is string => typeof each === "string");
    if (texts.length > 0) return random.pick(texts);
  }
  if (random.chance(0.4)) return hostileText(random);
  const at = random.below(old.length + 1);
  return (
    old.slice(0, at) + (random.chance(0.5) ? hostileText(random).slice(0, 40) : "") + old.slice(at + random.below(3))
  );
}

function mutatedList(old: unknown[], random: Random): unknown[] {
  const at = random.below(old.length + 1);
  switch (random.below(8)) {
    case 0:
      return [];
    case 1:
      return [...old, ...old];
    case 2:
      return old.slice(0, at);
    case 3:
      return [...old.slice(0, at), hostileValue(random), ...old.slice(at)];
    case 4:
      return [...old.slice(0, at), ...old.slice(at + 1)];
    case 5:
      return old.toReversed();
    case 6:
      return old.map(() => old[0]);
    default: {
      const sparse = [...old];
      delete sparse[at];
      return sparse;
    }
  }
}

function mutateRecord(old: object, random: Random): void {
  const keys = Object.keys(old);
  const key = keys.length > 0 ? random.pick(keys) : undefined;
  const value = key === undefined ? hostileValue(random) : (old as Record<string, unknown>)[key];
  if (random.chance(0.3) && key !== undefined) Reflect.deleteProperty(old, key);
  if (random.chance(0.7)) own(old, hostileText(random), random.chance(0.6) ? value : hostileValue(random));
}

/** Every place in a value that can be changed. */
function placesIn(root: object): Place[] {
  const places: Place[] = [];
  const visit = (holder: object, depth: number) => {
    for (const key of Object.keys(holder)) {
      if (places.length > 2000) return;
      places.push({ holder, key, depth });
      const value = (holder as Record<string, unknown>)[key];
      if (typeof value === "object" && value !== null && depth < 20) visit(value, depth + 1);
    }
  };
  visit(root, 0);
  return places;
}
