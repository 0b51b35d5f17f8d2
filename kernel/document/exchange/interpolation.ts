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

/** What Markdown of another program means by its signs. */
export interface MarkdownDialect {
  /** Whether its `${…}` are expressions. */
  readonly expressions?: true;
  /** Whether `{ojs} x` in backticks is an expression. */
  readonly inlineOjs?: true;
  /** Whether `$x$` and `$$x$$` are formulas. */
  readonly formulas?: true;
  /** Whether an environment of LaTeX that stands in the text is a formula. */
  readonly environments?: true;
}

/**
 * The text of a Markdown cell for Markdown of another program: its expressions stay and its formulas become expressions of `tex`, but
 * not in code and comments, where they are text there. What is neither is text.
 */
export function readInterpolation(markdown: string, dialect: MarkdownDialect): string {
  let written = "";
  let text = "";
  const keep = (expression: string) => {
    written += `${escapeInterpolation(text)}\${${expression}}`;
    text = "";
  };
  for (let at = 0; at < markdown.length; ) {
    const span = spanAt(markdown, at, dialect);
    const expression = expressionOf(span, dialect);
    if (expression !== undefined) {
      keep(expression);
      at += span.length;
      continue;
    }
    const isExpression = dialect.expressions && span === "" && markdown.startsWith("${", at);
    const end = isExpression ? expressionEnd(markdown, at + 2) : undefined;
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

/** The expression that a span of code or a formula is; undefined if it is text. */
function expressionOf(span: string, { inlineOjs, formulas, environments }: MarkdownDialect): string | undefined {
  if (inlineOjs) {
    const inline = /^`\{ojs\}\s+([^`]+?)\s*`$/.exec(span)?.[1];
    if (inline !== undefined && expressionEnd(`${inline}}`, 0) === inline.length) return inline;
  }
  const [, dollars = "", tex = ""] = (formulas && /^(\$\$?)([\s\S]+)\1$/.exec(span)) || [];
  const environment = environments && span.startsWith("\\begin") ? span : undefined;
  const formula = environment ?? tex;
  // What a template cannot hold stays text.
  if (formula.trim() === "" || /`|\$\{|(?<!\\)(?:\\\\)*\\$/.test(formula)) return undefined;
  return `${dollars === "$" ? "tex" : "tex.block"}\`${formula}\``;
}

const escaped = /\\[\s\S]/y;
const backticks = /(`+)(?!`)(?:[^`]|(?!\1(?!`))`+)*?(?<!`)\1(?!`)/y;
const openBackticks = /`+/y;
const comment = /<!--[\s\S]*?-->/y;
const display = /\$\$[\s\S]*?\$\$/y;
/** As Pandoc reads it: no space inside the dollar signs, no digit after them, and no blank line; but no code within, either. */
const formula = /\$(?![\s$])(?:\\[\s\S]|[^\\$\n`]|\n(?![ \t]*\n))*?(?<!\s)\$(?!\d)/y;

const environment = /\\begin\{((?:equation|align|gather|multline|alignat|eqnarray|CD)\*?)\}[\s\S]*?\\end\{\1\}/y;

/** The span at a place in which `${` is text; empty if there is none. */
function spanAt(markdown: string, at: number, { formulas, environments }: MarkdownDialect): string {
  const forms =
    {
      "\\": environments ? [environment, escaped] : [escaped],
      "`": [backticks, openBackticks],
      "<": [comment],
      $: formulas ? [display, formula] : [],
    }[markdown[at]!] ?? [];
  for (const form of forms) {
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
