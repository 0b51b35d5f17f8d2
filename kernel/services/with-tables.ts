import { sqlName } from "../../lib/files/sqlite/sql-name.ts";
import { nameOf, type SqlToken, sqlTokens } from "./sql-tokens.ts";

/** The words with which a statement that gives rows begins. */
const QUERIES = new Set("select from with values table pivot unpivot pivot_wider pivot_longer".split(" "));
const DESCRIBES = new Set(["describe", "desc", "show", "summarize"]);

/**
 * A reading statement in which each table of `sources` (a query by its name) can be read by its name: the tables are put before the
 * query as common table expressions, so that they hide tables of the database and never columns. Null for a statement that does not
 * read, and for several.
 */
export function withTables(sql: string, sources: readonly (readonly [name: string, query: string])[]): string | null {
  const tokens = [...sqlTokens(sql)].filter(({ kind }) => kind !== "comment");
  while (tokens.at(-1)?.kind === "end") tokens.pop();
  if (tokens.some(({ kind }) => kind === "end")) return null;
  let at = 0;
  const isWord = (words: ReadonlySet<string>) =>
    tokens[at]?.kind === "word" && words.has(tokens[at]!.text.toLowerCase());
  const describes = isWord(DESCRIBES);
  if (describes) ++at;
  // `DESCRIBE cars` and `SUMMARIZE cars` take a name, or a query.
  const described = describes && !isWord(QUERIES) && tokens[at]?.text !== "(" ? tokens[at] : undefined;
  if (described && !isName(described)) return null;
  if (!described && !begins(tokens.slice(at))) return null;
  const tables = sources.map(([name, query]) => `${sqlName(name)} AS (${query})`);
  if (tables.length === 0) return sql;
  const start = tokens[at]!.at;
  const before = sql.slice(0, start);
  if (described) return `${before}WITH ${tables.join(", ")} FROM ${sql.slice(start)}`;
  if (!isWord(new Set(["with"]))) return `${before}WITH ${tables.join(", ")} ${sql.slice(start)}`;
  const recursive = tokens[at + 1]?.text.toLowerCase() === "recursive";
  const rest = tokens[recursive ? at + 2 : at + 1];
  const after = rest ? sql.slice(rest.at) : "";
  return `${before}WITH ${recursive ? "RECURSIVE " : ""}${tables.join(", ")}, ${after}`;
}

function isName({ kind }: SqlToken): boolean {
  return kind === "word" || kind === "quoted";
}

/** Whether tokens begin a query, possibly within brackets. */
function begins(tokens: readonly SqlToken[]): boolean {
  const first = tokens.find(({ text }) => text !== "(");
  return first?.kind === "word" && QUERIES.has(nameOf(first));
}
