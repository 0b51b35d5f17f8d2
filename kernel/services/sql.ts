import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { isSqlTable, tableLiteral } from "./sql-table.ts";
import { nameOf, sqlTokens } from "./sql-tokens.ts";

const texts = messages("services", {
  invalidDate: {
    en: "An invalid date cannot be used in a query.",
    zh: "无效的日期不能用于查询。",
  },
  valueType: {
    en: "A value of type {type} cannot be used in a query: give a number, a text, a date, a list of these, or null.",
    zh: "类型为 {type} 的值不能用于查询：请给出数字、文本、日期、它们的列表或 null。",
  },
  tooManyValues: {
    en: "A query has more values than places for them.",
    zh: "查询中的值多于可填入的位置。",
  },
});

/** Thrown for a value that has no SQL literal. */
export class SqlValueError extends Fault {
  override name = "SqlValueError";
}

/**
 * A JavaScript value as a DuckDB literal. Statements with literals can be cancelled while they run, prepared ones cannot.
 * Quoting is complete, because the only escape in DuckDB strings is the doubled quote.
 */
export function sqlLiteral(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "bigint") return `${value}`;
  if (typeof value === "number") {
    if (Number.isNaN(value)) return "'NaN'::DOUBLE";
    if (!Number.isFinite(value)) return `'${value < 0 ? "-" : ""}Infinity'::DOUBLE`;
    return Number.isInteger(value) && Math.abs(value) < 2 ** 53 ? `${value}` : `${value}::DOUBLE`;
  }
  if (typeof value === "string") return `'${value.replaceAll("\0", "").replaceAll("'", "''")}'`;
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new SqlValueError(texts.invalidDate());
    return `TIMESTAMP '${value.toISOString().replace("T", " ").replace("Z", "")}'`;
  }
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return `[${Array.from(value as ArrayLike<unknown>, sqlLiteral).join(", ")}]`;
  }
  if (isSqlTable(value)) return tableLiteral(value, sqlLiteral);
  throw new SqlValueError(texts.valueType({ type: typeof value }));
}

/** Replaces each `?` of a statement by the literal of its parameter. */
export function bindLiterals(sql: string, parameters: readonly unknown[]): string {
  return placeLiterals(sql, parameters.map(sqlLiteral));
}

/** The same for values that are already literals. */
export function placeLiterals(sql: string, literals: readonly string[]): string {
  let bound = "";
  let from = 0;
  let i = 0;
  for (const { kind, at } of sqlTokens(sql)) {
    if (kind !== "placeholder" || i === literals.length) continue;
    bound += sql.slice(from, at) + literals[i++]!;
    from = at + 1;
  }
  if (i < literals.length) throw new SqlValueError(texts.tooManyValues());
  return bound + sql.slice(from);
}

/** The distinct names in a statement outside strings and comments, in lower case and in order. */
export function mentionedNames(sql: string): Set<string> {
  const names = new Set<string>();
  for (const token of sqlTokens(sql)) {
    if ((token.kind === "word" || token.kind === "quoted") && token.text !== '""') names.add(nameOf(token));
  }
  return names;
}
