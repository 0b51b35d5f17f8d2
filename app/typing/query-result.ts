import type { TableColumn } from "../../kernel/sandbox/protocol.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { mentionedNames } from "../../kernel/services/sql.ts";
import type { Text } from "../../lib/message/message.ts";
import { columnDocumentation, typeOfColumn } from "./dataset-declarations.ts";
import { docComment } from "./doc-comment.ts";

/** What is known of the result of a cell of SQL: the columns that its last run gave, by the cell. */
export type QueryResults = ReadonlyMap<number, readonly TableColumn[]>;

/** What is known besides the cells' own text. */
export interface NotebookKnowledge {
  readonly results: QueryResults;
  readonly catalogue: readonly DatasetEntry[];
  readonly language: "en" | "zh";
}

/**
 * The rows of a query's result as the fields of a type. A column that a dataset of the query has under the same name, and
 * that is not given this name in the query itself, is documented as there, with its unit.
 */
export function resultFields(
  columns: readonly TableColumn[],
  sql: string,
  { catalogue, language }: Pick<NotebookKnowledge, "catalogue" | "language">,
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

/** What the datasets say of a column, where they say one thing. */
function documentationOf(name: string, datasets: readonly DatasetEntry[]): string {
  const said = datasets.flatMap((dataset) =>
    dataset.columns.flatMap((column) =>
      column.name === name ? [`${columnDocumentation(column)} (\`${dataset.name}\`)`] : [],
    ),
  );
  return said.length === 1 ? said[0]! : "";
}

function isRenamed(name: string, sql: string): boolean {
  return new RegExp(`\\bas\\s+"?${name.replaceAll(/[^\w]/g, "\\$&")}(?!\\w)`, "i").test(sql);
}

const decimal: Text = {
  en: "A decimal, unscaled, in words of 32 bits: cast it in SQL, as `sum(n)::double`.",
  zh: "未按小数位换算的十进制数，由 32 位字组成：请在 SQL 中转换类型，例如 `sum(n)::double`。",
};
const time: Text = { en: "Milliseconds since 1970.", zh: "自 1970 年起的毫秒数。" };

/** What an Arrow type is in JavaScript, where that is not what one expects. */
function noteOf(type: string): Text | undefined {
  if (type.startsWith("Decimal")) return decimal;
  return /^(Date|Timestamp)/.test(type) ? time : undefined;
}
