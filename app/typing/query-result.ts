import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { mentionedNames } from "../../kernel/services/sql.ts";
import type { TableColumn } from "../../kernel/values/table-column.ts";
import type { Text } from "../../lib/message/message.ts";
import { columnDocumentation, typeOfColumn } from "./dataset-declarations.ts";
import { docComment } from "./doc-comment.ts";

/** The columns of the last results of SQL cells, by cell. */
export type QueryResults = ReadonlyMap<number, readonly TableColumn[]>;

/** What types of query results depend on besides the cells' text. */
export interface QueryContext {
  readonly results: QueryResults;
  readonly catalogue: readonly DatasetEntry[];
  readonly language: "en" | "zh";
}

/**
 * The rows of a query's result as the fields of a type. A column that has the same name in a dataset of the query, and is not an
 * alias in the query, is documented as in the dataset, with its unit.
 */
export function resultFields(
  columns: readonly TableColumn[],
  sql: string,
  { catalogue, language }: Pick<QueryContext, "catalogue" | "language">,
): string {
  const mentioned = mentionedNames(sql);
  const datasets = catalogue.filter(({ name }) => mentioned.has(name));
  const fields = columns.map(({ name, type }) => {
    const documentation = [noteOf(type)?.[language] ?? "", isRenamed(name, sql) ? "" : documentationOf(name, datasets)];
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    return `${docComment(documentation.filter(Boolean).join(" "), "  ")}  ${key}: ${typeOfColumn(type)};\n`;
  });
  return `{\n${fields.join("")}}`;
}

/** The documentation of a column in the datasets, if it is unambiguous. */
function documentationOf(name: string, datasets: readonly DatasetEntry[]): string {
  const found = datasets.flatMap((dataset) =>
    dataset.columns.flatMap((column) =>
      column.name === name ? [`${columnDocumentation(column)} (\`${dataset.name}\`)`] : [],
    ),
  );
  return found.length === 1 ? found[0]! : "";
}

function isRenamed(name: string, sql: string): boolean {
  return new RegExp(`\\bas\\s+"?${name.replaceAll(/[^\w]/g, "\\$&")}(?!\\w)`, "i").test(sql);
}

const decimal: Text = {
  en: "A decimal, unscaled, in words of 32 bits: cast it in SQL, as `sum(n)::double`.",
  zh: "未按小数位换算的十进制数，由 32 位字组成：请在 SQL 中转换类型，例如 `sum(n)::double`。",
};
const time: Text = { en: "Milliseconds since 1970.", zh: "自 1970 年起的毫秒数。" };

/** A note on an Arrow type with an unexpected JavaScript representation. */
function noteOf(type: string): Text | undefined {
  if (type.startsWith("Decimal")) return decimal;
  return /^(Date|Timestamp)/.test(type) ? time : undefined;
}
