import { isCategory } from "../../classification/categories.ts";
import { foldText } from "../matching/fold-text.ts";
import { TermFinder } from "../matching/term-finder.ts";
import { scopeTerms } from "./terms/energies.ts";

/** What the columns of scope and code of a file say. */
export interface ScopeAsWritten {
  readonly scope: "1" | "2" | "3" | null;
  /** Number of a category of scope 3. */
  readonly category: string | null;
  /** IPCC category of scope 1; `2.F` and `process` for what the Corporate Standard calls fugitive and process. */
  readonly source: string | null;
}

const finder = new TermFinder(scopeTerms);
const chinese: Readonly<Record<string, "1" | "2" | "3">> = { 一: "1", 二: "2", 三: "3" };
const nothing: ScopeAsWritten = { scope: null, category: null, source: null };

/** Reads `Scope 1`, `范围三 类别6`, `3.6`, `S2`, `Business travel`, `1.A.3.b`, `固定燃烧`. */
export function scopeAsWritten(scope: string | null, code: string | null): ScopeAsWritten {
  const written = [code, scope].filter((text) => text !== null && text.trim() !== "") as string[];
  for (const text of written)
    if (/^[1-4]\.[A-D]/.test(text.trim()) && isCategory(text.trim()))
      return { scope: "1", category: null, source: text.trim() };
  if (scope === null || scope.trim() === "") return nothing;
  const text = foldText(scope);
  const number =
    /(?:scope|范围|类别\s*范围|\bs)\s*([123一二三])/.exec(text)?.[1] ??
    /^([123])(?:$|\.\d|\D{1,3}$|[\s,;:/-])/.exec(text)?.[1];
  const said = number === undefined ? null : (chinese[number] ?? (number as "1" | "2" | "3"));
  const category =
    /(?:category|cat\.?|类别|c)\s*(1[0-5]|[1-9])(?!\d)/.exec(text)?.[1] ??
    (said === "3" ? /3\s*\.\s*(1[0-5]|[1-9])(?!\d)/.exec(text)?.[1] : undefined);
  const tags = finder.find(scope).map(({ tag }) => tag);
  const ofKind = (kind: string) => tags.find((tag) => tag.startsWith(`${kind}:`))?.slice(kind.length + 1) ?? null;
  const source = ofKind("source");
  const named = category ?? ofKind("category");
  if (said === "1" || (said === null && source !== null && source !== "energy" && named === null))
    return { scope: "1", category: null, source: source === "energy" ? null : source };
  if (said === "2" || (said === null && source === "energy" && named === null))
    return { scope: "2", category: null, source: null };
  if (said === "3" || named !== null) return { scope: "3", category: named, source: null };
  return { ...nothing, scope: (ofKind("scope") as ScopeAsWritten["scope"]) ?? null };
}
