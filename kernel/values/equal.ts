/** The maximum number of compared values; larger structures count as different, because comparing must be cheaper than running. */
const BUDGET = 20_000;

/**
 * Whether two values are the same data, so that readers need not run again. Plain data are compared by content:
 * primitives, arrays, plain records, typed arrays, dates, maps and sets; instances of a class with an `equals` method by
 * that method. Anything else (functions, nodes, other class instances) is equal only to itself, and so is a value that cannot
 * be read, because a getter throws.
 */
export function equalData(a: unknown, b: unknown): boolean {
  const budget = { left: BUDGET };
  try {
    return equal(a, b, budget);
  } catch {
    return false;
  }
}

function equal(a: unknown, b: unknown, budget: { left: number }): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (--budget.left < 0) return false;
  const prototype = Object.getPrototypeOf(a);
  if (prototype !== Object.getPrototypeOf(b)) return false;
  if (Array.isArray(a)) return equalArrays(a, b as unknown[], budget);
  if (ArrayBuffer.isView(a)) return equalViews(a, b as ArrayBufferView, budget);
  if (a instanceof Date) return Object.is(a.getTime(), (b as Date).getTime());
  if (a instanceof Map) return equalMaps(a, b as Map<unknown, unknown>, budget);
  if (a instanceof Set) return a.size === (b as Set<unknown>).size && [...a].every((v) => (b as Set<unknown>).has(v));
  // A class may define the equality of its instances (a handle on a resource, a quantity).
  if ("equals" in a && typeof a.equals === "function") return a.equals(b) === true;
  if (prototype !== Object.prototype && prototype !== null) return false;
  return equalRecords(a as Record<string, unknown>, b as Record<string, unknown>, budget);
}

function equalArrays(a: unknown[], b: unknown[], budget: { left: number }): boolean {
  if (a.length !== b.length) return false;
  budget.left -= a.length >> 3;
  // Arrays may have own properties (`columns` of a parsed CSV), which also count as data.
  return Object.keys(a).length === Object.keys(b).length && a.every((value, i) => equal(value, b[i], budget));
}

function equalViews(a: ArrayBufferView, b: ArrayBufferView, budget: { left: number }): boolean {
  if (a.byteLength !== b.byteLength || a.byteLength > 1 << 24) return false;
  budget.left -= a.byteLength >> 10;
  const x = new Uint8Array(a.buffer, a.byteOffset, a.byteLength);
  const y = new Uint8Array(b.buffer, b.byteOffset, b.byteLength);
  return sameBytes(x, y);
}

function equalMaps(a: Map<unknown, unknown>, b: Map<unknown, unknown>, budget: { left: number }): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.has(key) && equal(value, b.get(key), budget));
}

function equalRecords(a: Record<string, unknown>, b: Record<string, unknown>, budget: { left: number }): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key], budget));
}

/** Compares eight bytes at a time, because comparing many bytes must be cheaper than running the readers. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  const whole = (a.byteOffset | b.byteOffset) & 7 ? 0 : a.length >> 3;
  const x = new BigUint64Array(a.buffer, a.byteOffset & ~7, whole);
  const y = new BigUint64Array(b.buffer, b.byteOffset & ~7, whole);
  for (let i = 0; i < whole; ++i) if (x[i] !== y[i]) return false;
  for (let i = whole * 8; i < a.length; ++i) if (a[i] !== b[i]) return false;
  return true;
}
