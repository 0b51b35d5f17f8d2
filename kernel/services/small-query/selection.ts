/** A literal: a text, or a number with whether it was written as a floating-point one. */
export type Literal =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "integer" | "decimal" | "double"; readonly value: number };

export type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** A condition on one row. A condition on a missing value does not hold, nor does its opposite. */
export type Condition =
  | { readonly kind: "and"; readonly parts: readonly Condition[] }
  | { readonly kind: "or"; readonly parts: readonly Condition[] }
  | { readonly kind: "compare"; readonly column: string; readonly by: Comparison; readonly to: Literal }
  | { readonly kind: "in"; readonly column: string; readonly among: readonly Literal[]; readonly negated: boolean }
  | { readonly kind: "null"; readonly column: string; readonly negated: boolean };

export interface SortKey {
  readonly name: string;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** A `select` of columns of one table, with conditions, an order and a limit. */
export interface Selection {
  readonly table: string;
  /** The selected columns and the names that they get; null for all. */
  readonly items: readonly { readonly column: string; readonly name: string }[] | null;
  readonly where: Condition | null;
  readonly order: readonly SortKey[];
  readonly limit: number | null;
}

/** A statement that is more than a selection of columns: the database reads it. */
class Unreadable extends Error {}

const TOKEN =
  /[ \t\r\n]*(?:(?<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.]))|(?<text>'(?:[^']|'')*')|(?<word>[a-z_][a-z0-9_]*(?![$\w\u0080-\uffff]))|(?<quoted>"(?:[^"]|"")+")|(?<sign><=|>=|<>|!=|::|[-=<>(),*;]))/giy;

/** Longer texts are the database's. */
const MOST_LETTERS = 20_000;

/** A condition may be nested so deeply. */
const MOST_LEVELS = 50;

/** Words that DuckDB does not take for a name. */
const RESERVED = new Set(
  "all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default deferrable desc describe distinct do else end except exclude false fetch filter for foreign from glob group having ilike in initially intersect into is isnull join lambda lateral leading like limit natural not notnull null offset on only or order over overlaps pivot pivot_longer pivot_wider placing positional primary qualify references replace returning row rows sample select semi anti asof show similar some struct summarize symmetric table tablesample then to trailing true try_cast union unique unpivot using values variadic when where window with".split(
    " ",
  ),
);

/** Reads a statement; null if it is anything but a selection of columns of one table. */
export function readSelection(sql: string): Selection | null {
  if (sql.length > MOST_LETTERS) return null;
  try {
    return new Reader(tokensOf(sql)).selection();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

interface Token {
  readonly kind: "number" | "text" | "word" | "quoted" | "sign" | "end";
  readonly text: string;
}

const END: Token = { kind: "end", text: "" };

function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  const text = sql.replace(/[ \t\r\n]+$/, "");
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < text.length) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) throw new Unreadable();
    const kind = (["number", "text", "word", "quoted", "sign"] as const).find((each) => groups[each] !== undefined)!;
    tokens.push({ kind, text: groups[kind]! });
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #level = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  selection(): Selection {
    this.#need("select");
    const items = this.#take("*") ? null : this.#list(() => this.#item());
    this.#need("from");
    const table = this.#name();
    const where = this.#take("where") ? this.#either() : null;
    const order = this.#take("order") ? this.#order() : [];
    const limit = this.#take("limit") ? this.#limit() : null;
    this.#take(";");
    if (this.#next !== END) throw new Unreadable();
    return { table, items, where, order, limit };
  }

  #item(): { column: string; name: string } {
    const column = this.#name();
    return { column, name: this.#take("as") ? this.#name() : column };
  }

  #order(): SortKey[] {
    this.#need("by");
    return this.#list(() => {
      const name = this.#name();
      const descending = this.#take("desc") || (this.#take("asc") && false);
      if (!this.#take("nulls")) return { name, descending, nullsFirst: false };
      const nullsFirst = this.#take("first");
      if (!nullsFirst) this.#need("last");
      return { name, descending, nullsFirst };
    });
  }

  #limit(): number {
    const limit = this.#literal();
    if (limit.kind !== "integer" || limit.value < 0) throw new Unreadable();
    return limit.value;
  }

  #either(): Condition {
    return this.#joined("or", () => this.#joined("and", () => this.#condition()));
  }

  #joined(word: "and" | "or", part: () => Condition): Condition {
    const parts = [part()];
    while (this.#take(word)) parts.push(part());
    return parts.length === 1 ? parts[0]! : { kind: word, parts };
  }

  #condition(): Condition {
    if (this.#take("(")) {
      if (++this.#level > MOST_LEVELS) throw new Unreadable();
      const inner = this.#either();
      this.#need(")");
      --this.#level;
      return inner;
    }
    const column = this.#name();
    if (this.#take("is")) {
      const negated = this.#take("not");
      this.#need("null");
      return { kind: "null", column, negated };
    }
    const negated = this.#take("not");
    if (this.#take("in")) {
      this.#need("(");
      const among = this.#list(() => this.#literal());
      this.#need(")");
      return { kind: "in", column, among, negated };
    }
    if (negated) throw new Unreadable();
    if (this.#take("between")) {
      const least = this.#literal();
      this.#need("and");
      const parts: Condition[] = [
        { kind: "compare", column, by: ">=", to: least },
        { kind: "compare", column, by: "<=", to: this.#literal() },
      ];
      return { kind: "and", parts };
    }
    return { kind: "compare", column, by: this.#comparison(), to: this.#literal() };
  }

  #comparison(): Comparison {
    const { text } = this.#next;
    const found = (["=", "<>", "<", "<=", ">", ">="] as const).find((sign) => sign === (text === "!=" ? "<>" : text));
    if (this.#next.kind !== "sign" || !found) throw new Unreadable();
    ++this.#at;
    return found;
  }

  #literal(): Literal {
    const isNegative = this.#take("-");
    const { kind, text } = this.#next;
    ++this.#at;
    if (kind === "text" && !isNegative) return { kind, value: text.slice(1, -1).replaceAll("''", "'") };
    if (kind !== "number") throw new Unreadable();
    const value = (isNegative ? -1 : 1) * Number(text);
    if (this.#take("::")) {
      this.#need("double");
      return { kind: "double", value };
    }
    if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return { kind: "integer", value };
    // So many digits are the same number as a decimal and as a floating-point one.
    if (/^\d+\.\d+$/.test(text) && text.length <= 16) return { kind: "decimal", value };
    throw new Unreadable();
  }

  #name(): string {
    const { kind, text } = this.#next;
    ++this.#at;
    if (kind === "quoted") return text.slice(1, -1).replaceAll('""', '"');
    if (kind === "word" && !RESERVED.has(text.toLowerCase())) return text;
    throw new Unreadable();
  }

  #list<T>(read: () => T): T[] {
    const list = [read()];
    while (this.#take(",")) list.push(read());
    return list;
  }

  get #next(): Token {
    return this.#tokens[this.#at] ?? END;
  }

  #take(text: string): boolean {
    const { kind, text: found } = this.#next;
    if ((kind !== "word" && kind !== "sign") || found.toLowerCase() !== text) return false;
    ++this.#at;
    return true;
  }

  #need(text: string): void {
    if (!this.#take(text)) throw new Unreadable();
  }
}
