import { type Message, messages } from "../../lib/message/message.ts";
import { nameOf, type SqlToken, sqlTokens } from "./sql-tokens.ts";

const texts = messages("services", {
  noTransactions: {
    en: "`{verb}` is not available in a notebook: each query is a transaction of its own.",
    zh: "笔记本中不能使用 `{verb}`：每个查询自成一个事务。",
  },
  unknownStatement: {
    en: 'Parser Error: syntax error at or near "{text}"',
    zh: "语法错误：“{text}”附近有语法错误",
  },
  closedStatement: {
    en: "`{statement}` is not available in a notebook: its database has no files, settings or other databases. Tables, views, macros and types can be created and queried.",
    zh: "笔记本中不能使用 `{statement}`：其数据库没有文件、设置或其他数据库。可以创建和查询表、视图、宏与类型。",
  },
});

/** One statement of a query. */
export interface SqlStatement {
  readonly text: string;
  /** Its first word, or that of the statement that it explains or prepares, in lower case. */
  readonly verb: string;
  /** The kind of object it creates: `table`, `macro`, …; null for all other statements. */
  readonly creates: string | null;
  /** Its words and quoted names in lower case, in order. */
  readonly names: readonly string[];
}

const READS = new Set(
  "select with from values table pivot unpivot pivot_wider pivot_longer describe desc show summarize".split(" "),
);
const CHANGES = new Set("insert update delete merge truncate set reset deallocate".split(" "));
const SHAPES = new Set("create alter drop comment prepare execute".split(" "));
const CREATES = new Set("table view macro function type schema sequence index".split(" "));
/** Statements of DuckDB that are not allowed in notebooks. */
const CLOSED = new Set(
  "attach detach use pragma call load install uninstall update_extensions import export copy checkpoint force vacuum analyze analyse explain".split(
    " ",
  ),
);
const TRANSACTIONS = new Set("begin start commit end rollback abort".split(" "));

/** The non-empty statements of a query. */
export function statementsOf(sql: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let tokens: SqlToken[] = [];
  const close = (end: number) => {
    const [first] = tokens;
    if (first) statements.push(statementOf(sql.slice(first.at, end), tokens));
    tokens = [];
  };
  for (const token of sqlTokens(sql)) {
    if (token.kind === "end") close(token.at);
    else if (token.kind !== "comment") tokens.push(token);
  }
  close(sql.length);
  return statements;
}

/** Whether a statement is read-only: no part of it can change or create a table. */
export function isReadOnly({ verb }: SqlStatement): boolean {
  return READS.has(verb);
}

/** Whether it may create or drop a table, view, macro or the like. */
export function mayChangeSchema({ verb }: SqlStatement): boolean {
  return !READS.has(verb) && !CHANGES.has(verb);
}

/**
 * Why a statement is refused; null if it is allowed. DuckDB's own lock does not cover everything outside tables: attaching and
 * detaching databases, the search path, profiling, logging. Unknown statements are refused.
 */
export function refusalOf({ text, verb, creates, names }: SqlStatement): Message | null {
  if (TRANSACTIONS.has(verb)) return texts.noTransactions({ verb: verb.toUpperCase() });
  const isKnown = READS.has(verb) || CHANGES.has(verb) || SHAPES.has(verb);
  if (isKnown && (creates === null || CREATES.has(creates)) && isOfVariable(verb, names)) return null;
  if (!isKnown && !CLOSED.has(verb)) return texts.unknownStatement({ text: firstWordOf(text) });
  const statement = `${verb} ${creates ?? ""}`.trim().toUpperCase();
  return texts.closedStatement({ statement });
}

function firstWordOf(text: string): string {
  return /^(?:\w+|.)/.exec(text)?.[0] ?? "";
}

/** The only settings that a notebook may change are its own variables. */
function isOfVariable(verb: string, names: readonly string[]): boolean {
  if (verb !== "set" && verb !== "reset") return true;
  return names[names.indexOf(verb) + 1] === "variable";
}

function statementOf(text: string, tokens: readonly SqlToken[]): SqlStatement {
  const named = tokens.filter(({ kind }) => kind === "word" || kind === "quoted");
  const names = named.map(nameOf);
  const from = verbAt(tokens);
  const verb = from < 0 ? "" : tokens[from]!.text.toLowerCase();
  const rest = tokens.slice(from + 1).map(nameOf);
  const creates =
    verb === "create"
      ? (rest.find(
          (word) => !/^(or|replace|temp|temporary|persistent|local|global|unlogged|recursive|unique)$/.test(word),
        ) ?? "")
      : null;
  return { text, verb, creates, names };
}

/** The index of the verb of a statement, after EXPLAIN or PREPARE; -1 if it does not begin with a word. */
function verbAt(tokens: readonly SqlToken[]): number {
  let at = 0;
  while (tokens[at]?.text === "(") ++at;
  if (tokens[at]?.kind !== "word") return -1;
  const word = tokens[at]!.text.toLowerCase();
  if (word === "explain") {
    let inner = at + 1;
    while (/^(analyze|analyse|verbose)$/i.test(tokens[inner]?.text ?? "")) ++inner;
    if (tokens[inner]?.text === "(" && /^(format|analyze|verbose)$/i.test(tokens[inner + 1]?.text ?? ""))
      inner = tokens.findIndex(({ text }, i) => i > inner && text === ")") + 1;
    const explained = inner > 0 ? verbAt(tokens.slice(inner)) : -1;
    return explained < 0 ? at : inner + explained;
  }
  if (word === "prepare") {
    const as = tokens.findIndex(({ text }) => /^as$/i.test(text));
    const prepared = as < 0 ? -1 : verbAt(tokens.slice(as + 1));
    return prepared < 0 ? at : as + 1 + prepared;
  }
  return at;
}
