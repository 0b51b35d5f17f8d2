/**
 * The source of a cell that writes what names stand for, as JSON: the same code runs in the page and in Node. Long lists are
 * told by their length and samples; functions, elements and generators not at all.
 */
export function valuesCell(names: readonly string[]): string {
  return `{
  const short = (list) => list.length <= 60 ? list : {length: list.length, some: list.filter((_, i) => i < 20 || i % 97 === 0 || i >= list.length - 20)};
  const plain = (value, depth = 0) => {
    if (typeof value === "bigint") return Number(value);
    if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
    // The address of something made on the spot is another each time.
    if (typeof value === "string" && value.startsWith("blob:")) return "blob:";
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value !== "object" || depth > 12 || value instanceof Node || typeof value.then === "function" || typeof value.next === "function") return undefined;
    if (value instanceof Date) return value.toISOString();
    if (value.schema && value.getChildAt) return {fields: value.schema.fields.map(String), rows: plain(Array.from(value, (row) => row.toJSON()), depth + 1)};
    if (Array.isArray(value) || ArrayBuffer.isView(value)) {
      const list = short(Array.from(value));
      return Array.isArray(list) ? list.map((each) => plain(each, depth + 1) ?? null) : {length: list.length, some: list.some.map((each) => plain(each, depth + 1) ?? null)};
    }
    if (value instanceof Map) return plain([...value], depth + 1);
    if (value instanceof Set) return plain([...value], depth + 1);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each, depth + 1)]));
  };
  display(html\`<pre class="all-values" style="display:none">\${JSON.stringify(plain({${names.join(", ")}}))}</pre>\`);
}`;
}

/** How far numbers of two engines may be apart: a share of the larger, and what is noise beside figures of a notebook. */
const RELATIVE = 1e-8;
const ABSOLUTE = 1e-9;

/** What is left of a computation, how it went, and the hash of all its bits: noise by nature. */
const noise = /residual|gap|absolute|relative|iterations|largest$|method|fingerprint/i;

/** Where two such texts differ, as sentences. */
export function differencesOf(page: unknown, node: unknown, at = ""): string[] {
  if (noise.test(at.split(/[.[]/).at(-1) ?? "")) return [];
  if (typeof page === "number" && typeof node === "number") {
    const allowed = ABSOLUTE + RELATIVE * Math.max(Math.abs(page), Math.abs(node));
    return Math.abs(page - node) <= allowed ? [] : [`${at}: ${page} in the page, ${node} in Node`];
  }
  if (typeof page !== "object" || typeof node !== "object" || page === null || node === null) {
    return page === node ? [] : [`${at}: ${JSON.stringify(page)} in the page, ${JSON.stringify(node)} in Node`];
  }
  const keys = new Set([...Object.keys(page), ...Object.keys(node)]);
  return [...keys].flatMap((key) =>
    differencesOf((page as Record<string, unknown>)[key], (node as Record<string, unknown>)[key], `${at}.${key}`),
  );
}
