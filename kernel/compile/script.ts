import { kindOf } from "../cell/kinds.ts";
import type { CellSource } from "./cell.ts";
import type { Finding } from "./diagnostic.ts";
import { identity, type Mapping } from "./rewriting.ts";
import type { Directives } from "./tags.ts";
import { rewriteTemplate } from "./template.ts";
import { stripTypes } from "./typescript.ts";

/** A cell's source as JavaScript, and the mapping to the author's source. */
export interface Script {
  readonly text: string;
  readonly mapping: Mapping;
  /** With offsets in the author's source. */
  readonly findings: readonly Finding[];
}

/** Converts a cell of any kind that runs to JavaScript. Throws a SyntaxError with an offset (`pos`). */
export function toScript({ kind, source }: CellSource, { tag }: Directives): Script {
  const form = kindOf(kind).source;
  if (form?.form === "program" && form.language === "typescript") return stripTypes(source);
  if (form?.form === "text" && tag && source !== "") return rewriteTemplate(source, tag, form.escapes);
  return { text: source, mapping: identity, findings: [] };
}
