import { kindOf } from "../cell/kinds.ts";
import type { CellSource } from "./cell.ts";
import type { Finding } from "./diagnostic.ts";
import { identity, type Mapping } from "./rewriting.ts";
import type { Wishes } from "./tags.ts";
import { rewriteTemplate } from "./template.ts";
import { stripTypes } from "./typescript.ts";

/** A cell's source as JavaScript, and the way back to what the author wrote. */
export interface Script {
  readonly text: string;
  readonly mapping: Mapping;
  /** At offsets of the author's source. */
  readonly findings: readonly Finding[];
}

/** The JavaScript of a cell of any kind that runs. Throws a SyntaxError that knows its offset. */
export function toScript({ kind, source }: CellSource, { tag }: Wishes): Script {
  const form = kindOf(kind).source;
  if (form?.form === "program" && form.language === "typescript") return stripTypes(source);
  if (form?.form === "text" && tag && source !== "") return rewriteTemplate(source, tag, form.escapes);
  return { text: source, mapping: identity, findings: [] };
}
