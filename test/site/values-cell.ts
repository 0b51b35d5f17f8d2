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
