import { html } from "@codemirror/lang-html";
import { javascript } from "@codemirror/lang-javascript";
import { markdown } from "@codemirror/lang-markdown";
import { PostgreSQL } from "@codemirror/lang-sql";
import type { Language } from "@codemirror/language";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import type { EditorLanguage } from "../../kernel/cell/kind.ts";
import { kindOf } from "../../kernel/cell/kinds.ts";
import { escapeText } from "../results/markup.ts";

const languages: Readonly<Record<EditorLanguage, Language>> = {
  javascript: javascript().language,
  typescript: javascript({ typescript: true }).language,
  sql: PostgreSQL.language,
  markdown: markdown().language,
  html: html().language,
};

/** Code as HTML with the classes that the editor's highlighting uses, so that a page needs no grammar. */
export function colouredCode(source: string, kind: string): string {
  const { editor } = kindOf(kind);
  const language = editor && languages[editor];
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
