import { type Message, messages } from "../../message/message.ts";
import { ExpressionError } from "./expression.ts";

const texts = messages("tokens", {
  noArithmetic: {
    en: 'The {subject} {text} has a character that is not arithmetic at {place}: "{character}".',
    zh: "{subject} {text} 在第 {place} 个字符处有非算术字符：“{character}”。",
  },
});

export interface Token {
  readonly kind: "number" | "name" | "symbol";
  readonly text: string;
  readonly at: number;
}

const TOKEN =
  /\s*(?:((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_.]*)|(\*\*|<=|>=|==|!=|[-+*/^(),<>]))/uy;

/** The numbers, names and signs of a text. `subject` is the name of the text in messages, such as "model". */
export function tokensOf(text: string, subject: Message): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match)
      throw new ExpressionError(
        texts.noArithmetic({ subject, text: brief(text), place: from + 1, character: text.slice(from).trim()[0] }),
      );
    const [number, name, symbol] = [match[1], match[2], match[3]];
    const found = (number ?? name ?? symbol)!;
    tokens.push({
      kind: number === undefined ? (name === undefined ? "symbol" : "name") : "number",
      text: found,
      at: TOKEN.lastIndex - found.length,
    });
  }
  return tokens;
}

/** A text in quotation marks, truncated if long. */
export function brief(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
