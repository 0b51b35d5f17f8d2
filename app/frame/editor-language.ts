import { html } from "@codemirror/lang-html";
import { javascript } from "@codemirror/lang-javascript";
import { markdown } from "@codemirror/lang-markdown";
import { PostgreSQL, sql } from "@codemirror/lang-sql";
import type { LanguageSupport } from "@codemirror/language";
import type { EditorLanguage } from "../../kernel/cell/kind.ts";
import { kindOf } from "../../kernel/cell/kinds.ts";

const languages: Readonly<Record<EditorLanguage, () => LanguageSupport>> = {
  javascript: () => javascript(),
  typescript: () => javascript({ typescript: true }),
  sql: () => sql({ dialect: PostgreSQL }),
  markdown: () => markdown(),
  html: () => html(),
};

/** The grammar of a kind of cell; undefined for kinds edited as plain text. */
export function editorLanguageOf(kind: string): LanguageSupport | undefined {
  const { editor } = kindOf(kind);
  return editor && languages[editor]();
}
