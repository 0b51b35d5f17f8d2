/** How many values are compared before two structures count as different: comparing must stay cheaper than running. */
const BUDGET = 20_000;

/**
 * Whether two values are the same data, so that readers need not run again. Plain data is compared by content:
 * primitives, arrays, plain records, typed arrays, dates, maps and sets; instances of a class with an `equals` method by
 * that. Anything else with behaviour of its own (functions, nodes, class instances) is equal only to itself.
 */
export function equalData(a: unknown, b: unknown): boolean {
  const budget = { left: BUDGET };
  return equal(a, b, budget);
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
  // A class may say itself when two of its instances are the same data (a handle on a resource, a quantity).
  if ("equals" in a && typeof a.equals === "function") return a.equals(b) === true;
  if (prototype !== Object.prototype && prototype !== null) return false;
  return equalRecords(a as Record<string, unknown>, b as Record<string, unknown>, budget);
}

function equalArrays(a: unknown[], b: unknown[], budget: { left: number }): boolean {
  if (a.length !== b.length) return false;
  budget.left -= a.length >> 3;
  // Arrays may carry properties of their own (`columns` of a parsed CSV): those count as data too.
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

/** Eight bytes at a time: they may be many, and comparing must cost less than running what reads them. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  const whole = (a.byteOffset | b.byteOffset) & 7 ? 0 : a.length >> 3;
  const x = new BigUint64Array(a.buffer, a.byteOffset & ~7, whole);
  const y = new BigUint64Array(b.buffer, b.byteOffset & ~7, whole);
  for (let i = 0; i < whole; ++i) if (x[i] !== y[i]) return false;
  for (let i = whole * 8; i < a.length; ++i) if (a[i] !== b[i]) return false;
  return true;
}
