export type SqlTokenKind = "word" | "quoted" | "text" | "comment" | "placeholder" | "end" | "sign";

/** A piece of a statement: where it begins, and its text as it stands. */
export interface SqlToken {
  readonly kind: SqlTokenKind;
  readonly text: string;
  readonly at: number;
}

/**
 * The boundaries of DuckDB's own lexer: `E'…'` alone knows backslashes, names may hold `$` and letters beyond ASCII, a
 * carriage return ends a comment, text between `$tag$` is one piece, and block comments nest. Of the last two a pattern
 * finds the beginning.
 */
const PIECE =
  /(?<text>[eE]'[^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*'|'[^']*(?:''[^']*)*')|(?<quoted>"[^"]*(?:""[^"]*)*")|(?<comment>--[^\n\r]*)|(?<open>\/\*|\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)|(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|(?<placeholder>\?)|(?<end>;)|(?<sign>\S)/g;

/** Splits SQL as DuckDB does; what opens and is not closed is a sign like any other. */
export function* sqlTokens(sql: string): Generator<SqlToken> {
  const pattern = new RegExp(PIECE);
  // Looked for once: a text of nothing but openings must not be searched to its end from each.
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

/** Where what opens at a place ends; null where it does not. */
function endOf(open: string, sql: string, at: number): number | null {
  if (open === "/*") return endOfBlock(sql, at);
  const close = sql.indexOf(open, at + open.length);
  return close < 0 ? null : close + open.length;
}

/** Where a block comment ends that may hold others; null where it does not. */
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

/** The name that a word or a quoted name stands for, lower-cased: DuckDB's names know no case. */
export function nameOf({ kind, text }: SqlToken): string {
  return (kind === "quoted" ? text.slice(1, -1).replaceAll('""', '"') : text).toLowerCase();
}
