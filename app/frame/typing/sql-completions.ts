import type { Completion, CompletionSource } from "@codemirror/autocomplete";
import { keywordCompletionSource, PostgreSQL, type SQLNamespace, schemaCompletionSource } from "@codemirror/lang-sql";
import { type DatasetColumn, type DatasetEntry, titleOf } from "../../../kernel/services/catalogue.ts";
import { derivedFrom } from "../../../kernel/services/catalogue-derived.ts";
import { sayText } from "../../language/speech.ts";
import { isInInterpolation } from "./interpolated.ts";
import { prose } from "./prose.ts";

/** Completions in a query: keywords, tables, and the columns of the tables that it names, with their units. */
export function sqlCompletions(catalogue: readonly DatasetEntry[]): CompletionSource[] {
  const tables = derivedFrom(catalogue, (entries) => entries.filter(({ format }) => format === "arrow"));
  const source = derivedFrom(catalogue, () =>
    schemaCompletionSource({ dialect: PostgreSQL, schema: schemaOf(tables()) }),
  );
  const schema: CompletionSource = (context) => source()(context);
  return [columnsNamed(tables), schema, keywordCompletionSource(PostgreSQL)].map(
    (source): CompletionSource =>
      (context) =>
        isInInterpolation(context.state.doc.toString(), context.pos) ? null : source(context),
  );
}

function schemaOf(tables: readonly DatasetEntry[]): SQLNamespace {
  return Object.fromEntries(
    tables.map((table): [string, SQLNamespace] => [
      table.name,
      { self: tableOption(table), children: table.columns.map(columnOption) },
    ]),
  );
}

/** Unqualified columns: those of every table that the query names. */
function columnsNamed(tables: () => readonly DatasetEntry[]): CompletionSource {
  return (context) => {
    const before = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*$/u);
    const from = before?.from ?? context.pos;
    if ((!before && !context.explicit) || context.state.sliceDoc(from - 1, from) === ".") return null;
    const words = new Set(context.state.doc.toString().match(/[\p{L}_][\p{L}\p{N}_]*/gu));
    const columns = new Map<string, Completion>();
    for (const table of tables().filter(({ name }) => words.has(name)))
      for (const column of table.columns) if (!columns.has(column.name)) columns.set(column.name, columnOption(column));
    return columns.size === 0 ? null : { from, options: [...columns.values()], validFor: /^[\p{L}\p{N}_]*$/u };
  };
}

function tableOption(entry: DatasetEntry): Completion {
  const { name, summary, rows, columns } = entry;
  return {
    label: name,
    type: "class",
    detail: sayText(titleOf(entry)),
    boost: 5,
    info: () =>
      prose(
        `${summary}\n\n${columns.map((column) => `- ${shownColumn(column)}`).join("\n")}\n\n${rows} × ${columns.length}`,
      ),
  };
}

function columnOption(column: DatasetColumn): Completion {
  const { name, type, unit, description } = column;
  return {
    label: name,
    type: "property",
    detail: unit === "none" ? type : `${unit} · ${type}`,
    boost: 10,
    info: () => prose(description),
  };
}

function shownColumn({ name, unit, description }: DatasetColumn): string {
  return `\`${name}\`${unit === "none" ? "" : ` (${unit})`}: ${description}`;
}
