import { html } from "@codemirror/lang-html";
import { javascript } from "@codemirror/lang-javascript";
import { markdown } from "@codemirror/lang-markdown";
import { PostgreSQL } from "@codemirror/lang-sql";
import type { Language } from "@codemirror/language";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { escapeText } from "./markup.ts";

const languages: Readonly<Record<string, Language>> = {
  js: javascript().language,
  ts: javascript({ typescript: true }).language,
  sql: PostgreSQL.language,
  md: markdown().language,
  html: html().language,
};

/** Code as HTML, coloured by classes as the editor colours it: no page needs a grammar. */
export function colouredCode(source: string, kind: string): string {
  const language = Object.hasOwn(languages, kind) ? languages[kind] : undefined;
  if (!language) return escapeText(source);
  let text = "";
  highlightCode(
    source,
    language.parser.parse(source),
    classHighlighter,
    (code, classes) => {
      text += classes ? `<span class="${classes}">${escapeText(code)}</span>` : escapeText(code);
    },
    () => {
      text += "\n";
    },
  );
  return text;
}
