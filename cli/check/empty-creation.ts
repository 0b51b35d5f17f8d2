import { sqlTokens } from "../../kernel/services/sql-tokens.ts";

/** The words that end a query whose result is stored, and decide whether its rows are. */
const DATA = /\s+with(?:\s+no)?\s+data\s*$/i;

/**
 * A statement that creates the same table or type without computing what is in it: later statements find its columns, and no row is
 * read. Null for what creates nothing.
 */
export function emptyCreation(creates: string | null, text: string): string | null {
  if (creates === null) return null;
  const as = bodyAt(text);
  if (as === null) return text;
  if (creates === "table") return `${withoutComments(text).replace(DATA, "")} with no data`;
  // The values of an enumeration may come from a query; what it is called is enough here.
  return creates === "type" && queries(text.slice(as)) ? `${text.slice(0, as)}as varchar` : text;
}

/** Where a statement says of what it creates: its first `as` outside of brackets. */
function bodyAt(text: string): number | null {
  let depth = 0;
  for (const token of sqlTokens(text)) {
    if (token.text === "(") ++depth;
    else if (token.text === ")") --depth;
    else if (depth === 0 && token.kind === "word" && token.text.toLowerCase() === "as") return token.at;
  }
  return null;
}

function queries(body: string): boolean {
  return [...sqlTokens(body)].some(
    ({ kind, text }) => kind === "word" && /^(?:select|from|with|values|table)$/i.test(text),
  );
}

function withoutComments(text: string): string {
  const comments = [...sqlTokens(text)].filter(({ kind }) => kind === "comment").reverse();
  return comments.reduce(
    (left, { at, text: comment }) => `${left.slice(0, at)} ${left.slice(at + comment.length)}`,
    text,
  );
}
