import { messages } from "../../lib/message/message.ts";
import type { TextSource } from "../cell/kind.ts";
import type { Finding } from "./diagnostic.ts";
import { type Mapping, Rewriting } from "./rewriting.ts";
import { findInterpolationEnd } from "./syntax.ts";

const texts = messages("compile", {
  lostBackslash: {
    en: "In an SQL cell “{lost}” loses its backslash, which is JavaScript's. Write “\\{lost}” to keep it.",
    zh: "在 SQL 单元格中，“{lost}”的反斜杠会被当作 JavaScript 的转义而丢失。如需保留，请写作“\\{lost}”。",
  },
});

/** A text cell as JavaScript; findings have offsets in the text. */
export interface RewrittenTemplate {
  readonly text: string;
  readonly mapping: Mapping;
  readonly findings: readonly Finding[];
}

/**
 * Rewrites a text cell with `${…}` to a JavaScript template. As in Notebook Kit, a backslash escapes a following `${`,
 * also in strings and comments of the text. Throws a SyntaxError with an offset (`pos`).
 *
 * @param tag the tag expression of the template
 */
export function rewriteTemplate(source: string, tag: string, escapes: TextSource["escapes"]): RewrittenTemplate {
  const findings: Finding[] = [];
  const rewriting = new Rewriting(source).insert(0, `${tag}\``);
  let index = 0;
  while (index < source.length) {
    const character = source[index];
    if (character === "$" && source[index + 1] === "{") {
      index = findInterpolationEnd(source, index + 2) + 1;
    } else if (character === "`") {
      if (escapes === "raw") rewriting.replace(index, index + 1, `\${"\`"}`);
      else rewriting.insert(index, "\\");
      index += 1;
    } else if (character === "\\") {
      if (escapes === "sql") findings.push(...checkBackslash(source, index));
      index = escapes === "cooked" ? escapeBackslash(rewriting, index) : keepBackslash(rewriting, index, escapes);
    } else index += 1;
  }
  return { ...rewriting.insert(source.length, "`").render(), findings };
}

/** Doubles a backslash to keep it, unless it escapes a `${`. */
function escapeBackslash(rewriting: Rewriting, index: number): number {
  const { source } = rewriting;
  if (source.startsWith("${", index + 1)) return index + 3;
  if (source[index - 1] === "$" && source[index + 1] === "{") return index + 2;
  rewriting.insert(index, "\\");
  // A second backslash is plain text, even before a `${`: the pair is two backslashes and an interpolation.
  if (source[index + 1] !== "\\") return index + 1;
  rewriting.insert(index + 1, "\\");
  return index + 2;
}

/** Keeps a backslash and the following character; at the end of the text it would escape the closing backtick. */
function keepBackslash(rewriting: Rewriting, index: number, escapes: "raw" | "sql"): number {
  const { source } = rewriting;
  if (index === source.length - 1) rewriting.replace(index, index + 1, escapes === "raw" ? `\${"\\\\"}` : "\\\\");
  else if (escapes === "sql" && isInvalidEscape(source, index)) rewriting.insert(index, "\\");
  else if (escapes === "raw" && source[index + 1] === "`") rewriting.replace(index, index + 2, `\${"\\\\\`"}`);
  return index + 2;
}

/** Whether an escape makes JavaScript reject the whole string, as for the `\1` of a regular expression. */
function isInvalidEscape(source: string, index: number): boolean {
  const rest = source.slice(index + 1, index + 12);
  if (/^(?:[1-9]|0\d|x(?![\da-f]{2}))/i.test(rest)) return true;
  if (!rest.startsWith("u")) return false;
  const code = /^u(?:([\da-f]{4})|\{([\da-f]{1,8})\})/i.exec(rest);
  return !code || Number.parseInt(code[1] ?? code[2]!, 16) > 0x10ffff;
}

/** Backslashes in SQL are processed by JavaScript, as in Notebook Kit: warns of one that would be lost before a letter. */
function checkBackslash(source: string, index: number): Finding[] {
  const [lost] = /^\\(?![nrtfvxu])[a-zA-Z]/.exec(source.slice(index, index + 2)) ?? [];
  if (!lost) return [];
  const message = texts.lostBackslash({ lost });
  return [{ severity: "warning", message, from: index, to: index + 2 }];
}
