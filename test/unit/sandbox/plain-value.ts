/** What in a value is not plain; empty where all of it is. */
export function faultIn(value: unknown): string {
  if (value === null || /^(?:string|number|boolean|undefined)$/.test(typeof value)) return "";
  if (typeof value !== "object") return typeof value;
  if (Array.isArray(value)) {
    const own = Reflect.ownKeys(value).filter((key) => key !== "length" && !/^\d+$/.test(String(key)));
    return own.length > 0 ? `a list with ${own.map(String).join()}` : (value.map(faultIn).find(Boolean) ?? "");
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return `a ${prototype?.constructor?.name}`;
  return Object.values(value).map(faultIn).find(Boolean) ?? "";
}
