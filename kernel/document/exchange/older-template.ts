import { kindOf } from "../../cell/kinds.ts";
import { rewriteTemplate } from "../../compile/template.ts";

/** A cell of HTML or TeX as a cell of Observable's older JavaScript; undefined if it cannot be read. */
export function writeTemplate(kind: string, source: string, output: string | undefined): string | undefined {
  const form = kindOf(kind).source;
  if (form?.form !== "text" || form.escapes !== "raw") return undefined;
  try {
    const { text } = rewriteTemplate(source, form.tag, form.escapes);
    return output ? `${output} = ${text}` : text;
  } catch {
    return undefined;
  }
}

/** The source of a cell of HTML or TeX from what {@link writeTemplate} wrote of it; undefined if it is something else. */
export function readTemplate(kind: string, code: string): string | undefined {
  const form = kindOf(kind).source;
  if (form?.form !== "text" || form.escapes !== "raw") return undefined;
  const match = /^(?:[\p{ID_Start}$_][\p{ID_Continue}$]* = )?([\w.]+)`([\s\S]*)`$/u.exec(code.trimEnd());
  if (match?.[1] !== form.tag) return undefined;
  // Expressions that stand for signs which a template cannot hold.
  return match[2]!.replace(
    /\$\{"(\\\\)?(`?)"\}/g,
    (_, backslash = "", backtick = "") => `${backslash && "\\"}${backtick}`,
  );
}
