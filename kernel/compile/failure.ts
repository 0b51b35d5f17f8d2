import { tokenizer, tokTypes } from "acorn";
import { type Message, messages, type Sentence } from "../../lib/message/message.ts";
import type { Finding } from "./diagnostic.ts";
import { indexLines } from "./lines.ts";
import type { Mapping } from "./rewriting.ts";
import { isSyntaxFailure } from "./syntax.ts";

const texts = messages("compile", {
  unexpected: {
    en: "Unexpected “{token}” here.",
    zh: "此处不应出现“{token}”。",
  },
  tooDeep: {
    en: "This cell is nested too deeply to be read. Split it into several cells.",
    zh: "此单元格嵌套过深，无法读取。请拆分为几个单元格。",
  },
  unreadable: {
    en: "This cell could not be read: {message}.",
    zh: "无法读取此单元格：{message}。",
  },
  incomplete: {
    en: "The code ends before it is complete.",
    zh: "代码不完整，提前结束。",
  },
  unclosed: {
    en: "The code ends before it is complete: the “{token}” on line {line} is never closed.",
    zh: "代码不完整：第 {line} 行的“{token}”没有闭合。",
  },
});

/**
 * Describes in a sentence why a cell could not be parsed. `text` is the parser's input; `mapping` leads back to the author's
 * source.
 */
export function describeFailure(error: unknown, text: string, mapping: Mapping, source: string): Finding {
  if (!isSyntaxFailure(error)) {
    const message =
      error instanceof RangeError
        ? texts.tooDeep()
        : texts.unreadable({ message: error instanceof Error ? error.message : String(error) });
    return { severity: "error", message, from: 0, to: source.length };
  }
  const from = Math.min(mapping.toSource(error.pos), source.length);
  const end = Number.isFinite(error.raisedAt) ? mapping.toSource(error.raisedAt) : from;
  const to = Math.min(Math.max(end, from + 1), source.length);
  return { severity: "error", message: describeSyntax(error.message, text, error.pos, mapping, source), from, to };
}

function describeSyntax(raw: string, text: string, at: number, mapping: Mapping, source: string): Sentence {
  const message = raw.replace(/\s*\(\d+:\d+\)$/, "");
  if (
    message === "Unexpected token" ||
    message === "Unterminated interpolation" ||
    message === "Unterminated template"
  ) {
    const rest = text.slice(at);
    if (rest.trim() === "" || message !== "Unexpected token") return describeEnd(text, mapping, source);
    const token = /^(?:[\p{ID_Start}$_][\p{ID_Continue}$]*|\d[\w.]*|=>|[=!<>]=+|&&|\|\||\?\?|\.\.\.|.)/u.exec(rest);
    return texts.unexpected({ token: token?.[0] ?? rest.slice(0, 1) });
  }
  return `${message.replaceAll(/'([^']*)'/g, "“$1”")}.`;
}

/** Describes what is still open at the end of the text. */
function describeEnd(text: string, mapping: Mapping, source: string): Message {
  const open = findUnclosed(text);
  if (!open) return texts.incomplete();
  const { line } = indexLines(source).locate(mapping.toSource(open.offset));
  return texts.unclosed({ token: open.token, line });
}

function findUnclosed(text: string): { token: string; offset: number } | undefined {
  const open: { token: string; offset: number }[] = [];
  try {
    for (const { type, start, end } of tokenizer(text, { ecmaVersion: "latest", sourceType: "module" })) {
      const opens =
        type === tokTypes.parenL ||
        type === tokTypes.bracketL ||
        type === tokTypes.braceL ||
        type === tokTypes.dollarBraceL;
      const closes = type === tokTypes.parenR || type === tokTypes.bracketR || type === tokTypes.braceR;
      if (opens) open.push({ token: text.slice(start, end), offset: start });
      else if (closes) open.pop();
    }
  } catch {
    // The tokens read so far are sufficient.
  }
  return open.at(-1);
}
