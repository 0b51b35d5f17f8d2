import { findInterpolationEnd } from "../../compile/syntax.ts";

/**
 * Foreign Markdown has no interpolation: every `${` in it is text. Escapes it so that a Markdown cell shows the same, here and in
 * Notebook Kit: `$\{` is read as `${`; if there are other backslashes next to it, it is written as an interpolated string.
 */
export function escapeInterpolation(markdown: string): string {
  return markdown.replace(/\\*\$\\*\{/g, (text) => (text === "${" ? "$\\{" : `\${${JSON.stringify(text)}}`));
}

/** Escapes every `${` of a text for a cell of HTML or TeX, in which a backslash is text. */
export function escapeRawInterpolation(text: string): string {
  return text.replace(/\\*\$\{/g, (found) => `\${${JSON.stringify(found)}}`);
}

/** In which Markdown a `${…}` is an expression. */
export type LiveMarkdown = "framework" | "quarto";

/**
 * The text of a Markdown cell for Markdown whose `${…}` are expressions: those stay, but not in code, comments and formulas, where
 * they are text there. In Quarto, `{ojs} x` in backticks is an expression too. What is no expression is text.
 */
export function keepInterpolation(markdown: string, of: LiveMarkdown): string {
  let written = "";
  let text = "";
  const keep = (expression: string) => {
    written += `${escapeInterpolation(text)}\${${expression}}`;
    text = "";
  };
  for (let at = 0; at < markdown.length; ) {
    const span = spanAt(markdown, at, of);
    const inline = of === "quarto" ? /^`\{ojs\}\s+([^`]+?)\s*`$/.exec(span)?.[1] : undefined;
    if (inline !== undefined && isExpression(inline)) {
      keep(inline);
      at += span.length;
      continue;
    }
    const end = span === "" && markdown.startsWith("${", at) ? expressionEnd(markdown, at + 2) : undefined;
    if (end === undefined) {
      const length = span.length || 1;
      text += markdown.slice(at, at + length);
      at += length;
      continue;
    }
    keep(markdown.slice(at + 2, end));
    at = end + 1;
  }
  return written + escapeInterpolation(text);
}

const escaped = /\\[\s\S]/y;
const backticks = /(`+)(?!`)(?:[^`]|(?!\1(?!`))`+)*?(?<!`)\1(?!`)/y;
const openBackticks = /`+/y;
const comment = /<!--[\s\S]*?-->/y;
const display = /\$\$[\s\S]*?\$\$/y;
/** As Pandoc reads it: no space inside the dollar signs, no digit after them, and no blank line; but no code within, either. */
const formula = /\$(?![\s$])(?:\\[\s\S]|[^\\$\n`]|\n(?![ \t]*\n))*?(?<!\s)\$(?!\d)/y;

/** The span at a place in which `${` is text; empty if there is none. */
function spanAt(markdown: string, at: number, of: LiveMarkdown): string {
  const first = markdown[at]!;
  if (!"\\`<$".includes(first)) return "";
  const forms = {
    "\\": [escaped],
    "`": [backticks, openBackticks],
    "<": [comment],
    $: of === "quarto" ? [display, formula] : [],
  };
  for (const form of forms[first as keyof typeof forms]) {
    form.lastIndex = at;
    const found = form.exec(markdown);
    if (found) return found[0];
  }
  return "";
}

function expressionEnd(markdown: string, from: number): number | undefined {
  try {
    return findInterpolationEnd(markdown, from);
  } catch {
    return undefined;
  }
}

function isExpression(text: string): boolean {
  return expressionEnd(`${text}}`, 0) === text.length;
}
