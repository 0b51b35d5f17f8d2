import { baseName } from "./attachment-name.ts";

/** A name for a table in SQL: letters, digits and `_`, in lower case, without a quote; free among `taken` (in lower case). */
export function tableName(title: string, taken: ReadonlySet<string>): string {
  const words = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 60);
  const stem = words === "" ? "table" : /^\p{N}/u.test(words) ? `t_${words}` : words;
  for (let i = 1; ; ++i) {
    const name = i === 1 ? stem : `${stem}_${i}`;
    if (!taken.has(name)) return name;
  }
}

/** The name of the only or first table in a file that nobody has described. */
export function fileTableName(file: string): string {
  return tableName(baseName(file).replace(/\.[^.]*$/, ""), new Set());
}
