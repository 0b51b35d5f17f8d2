import { nameOf, type SqlToken, sqlTokens } from "../services/sql-tokens.ts";

/**
 * The columns of a statement's result that are columns of its tables under another name: `production_mtco2 as production`.
 * Computed columns are not listed.
 */
export function columnAliases(sql: string): Map<string, string> {
  const aliases = new Map<string, string>();
  const tokens = [...sqlTokens(sql)].filter(({ kind }) => kind !== "comment");
  for (const [i, token] of tokens.entries()) {
    const [column, alias] = [tokens[i - 1], tokens[i + 1]];
    if (!isKeyword(token, "as") || !column || !alias || !isName(column) || !isName(alias)) continue;
    const isQualified = tokens[i - 2]?.text === ".";
    const before = tokens[isQualified ? i - 4 : i - 2];
    if (before && (before.text === "," || isKeyword(before, "select") || isKeyword(before, "distinct")))
      aliases.set(nameOf(alias), nameOf(column));
  }
  return aliases;
}

function isName({ kind }: SqlToken): boolean {
  return kind === "word" || kind === "quoted";
}

function isKeyword({ kind, text }: SqlToken, keyword: string): boolean {
  return kind === "word" && text.toLowerCase() === keyword;
}
