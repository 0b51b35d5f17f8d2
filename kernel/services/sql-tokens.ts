export type SqlTokenKind = "word" | "quoted" | "text" | "comment" | "placeholder" | "end" | "sign";

/** A token of a statement: its offset, and its original text. */
export interface SqlToken {
  readonly kind: SqlTokenKind;
  readonly text: string;
  readonly at: number;
}

/**
 * The tokens of DuckDB's own lexer: only `E'…'` has backslash escapes, names may contain `$` and non-ASCII letters, a
 * carriage return ends a comment, text between `$tag$` is one token, and block comments nest. Of the last two, the pattern
 * finds only the beginning.
 */
const PIECE =
  /(?<text>[eE]'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'|'[^']*(?:''[^']*)*')|(?<quoted>"[^"]*(?:""[^"]*)*")|(?<comment>--[^\n\r]*)|(?<open>\/\*|\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)|(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|(?<placeholder>\?)|(?<end>;)|(?<sign>\S)/g;

/** Splits SQL as DuckDB does; an unclosed opening is an ordinary sign. */
export function* sqlTokens(sql: string): Generator<SqlToken> {
  const pattern = new RegExp(PIECE);
  // After the first unclosed opening the end is not searched again, so that many openings do not take quadratic time.
  let closes = true;
  for (let match = pattern.exec(sql); match; match = pattern.exec(sql)) {
    const { open, ...kinds } = match.groups!;
    const at = match.index;
    if (open === undefined) {
      const kind = Object.keys(kinds).find((each) => kinds[each] !== undefined) as SqlTokenKind;
      yield { kind, text: match[0], at };
      continue;
    }
    const end: number | null = closes ? endOf(open, sql, at) : null;
    if (end === null) {
      closes = false;
      yield { kind: "sign", text: open, at };
      continue;
    }
    pattern.lastIndex = end;
    yield { kind: open === "/*" ? "comment" : "text", text: sql.slice(at, end), at };
  }
}

/** The end of a delimited token; null if it is unclosed. */
function endOf(open: string, sql: string, at: number): number | null {
  if (open === "/*") return endOfBlock(sql, at);
  const close = sql.indexOf(open, at + open.length);
  return close < 0 ? null : close + open.length;
}

/** The end of a block comment, which may be nested; null if it is unclosed. */
function endOfBlock(sql: string, from: number): number | null {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  for (let depth = 0; ; ) {
    const found = mark.exec(sql);
    if (!found) return null;
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
}

/** The name of a word or quoted name in lower case, because DuckDB's names are case-insensitive. */
export function nameOf({ kind, text }: SqlToken): string {
  return (kind === "quoted" ? text.slice(1, -1).replaceAll('""', '"') : text).toLowerCase();
}
