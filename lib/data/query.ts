import { z } from "zod";
import { type Message, messages } from "../message/message.ts";
import { messagesOut } from "../tool/outcome.ts";
import type { Read } from "../tool/read.ts";
import type { ResultOf } from "../tool/shape.ts";
import { integerIn, numberIn } from "../tool/unit.ts";
import { matchingRows, partOf } from "./condition.ts";
import { sqlOf } from "./condition-sql.ts";
import { DataError } from "./data-error.ts";
import { DatasetTable } from "./dataset-table.ts";
import { rowsHaving } from "./having.ts";
import { join } from "./join.ts";
import { keyColumns } from "./key-columns.ts";
import { Relation } from "./relation.ts";
import { type JoinRequest, MOST_ROWS, type QueryRequest, type Where } from "./request.ts";
import { resultColumns } from "./result-columns.ts";
import { orderedRows } from "./row-order.ts";

const texts = messages("data", {
  tooManyRows: {
    en: "The result has {rows} rows; a query gives at most {most}. Narrow where, aggregate by group, or set limit.",
    zh: "结果有 {rows} 行；一次查询至多给出 {most} 行。请收紧 where、用 group 聚合，或设定 limit。",
  },
  unmatchedKept: {
    en: "{count} of {rows} rows have no match in {dataset}: its columns are missing there.",
    zh: "{rows} 行中有 {count} 行在 {dataset} 中没有对应的行，其各列在这些行中空缺。",
  },
  unmatchedDropped: {
    en: "{count} of {rows} rows have no match in {dataset}: they are left out.",
    zh: "{rows} 行中有 {count} 行在 {dataset} 中没有对应的行，已略去。",
  },
});

/** A dataset that a result was made from: the rows that were used, as an SQL condition, and how many they are of how many. */
export const querySourceShape = z.object({
  dataset: z.string(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  where: z.string().describe("The rows that were used, as an SQL condition; empty for all"),
  rows: integerIn("1"),
  of: integerIn("1"),
});
export type QuerySource = ResultOf<typeof querySourceShape>;

export const queryResultShape = z.object({
  columns: z.array(z.string()).describe("Names of the columns in their order"),
  rows: z
    .array(z.record(z.string(), z.union([z.string(), numberIn({ unitIn: "units" }), z.boolean(), z.null()])))
    .describe("Records by column; null where a value is missing"),
  /** By column; empty if it has none. */
  units: z.record(z.string(), z.string()).describe("The unit of each column, empty if it has none"),
  source: z.array(querySourceShape),
  notes: messagesOut,
});
export type QueryResult = ResultOf<typeof queryResultShape>;

/** Answers a query. Throws DataError, which names the field of the request that does not fit the dataset. */
export async function query(request: QueryRequest, read: Read): Promise<QueryResult> {
  const { dataset, select = [], where = {}, group, having = {}, order = [], limit } = request;
  const base = await selected(dataset, where, read, "dataset", "where");
  const sources: QuerySource[] = [base.source];
  const notes: Message[] = [];
  let relation = Relation.of(base.table, base.rows);
  for (const [i, joining] of (request.join ?? []).entries()) {
    const field = `join[${i}]`;
    const { table, rows, source } = await joined(joining, where, read, field);
    const before = relation.length;
    relation = join(relation, table, rows, joining, field);
    const met = relation.sides.at(-1)!.rows.reduce((count, row) => count + (row < 0 ? 0 : 1), 0);
    const unmatched = joining.unmatched === "drop" ? texts.unmatchedDropped : texts.unmatchedKept;
    if (met < before) notes.push(unmatched({ count: before - met, rows: before, dataset: table.name }));
    sources.push(source);
  }
  const result = resultColumns(relation, select, group);
  const keys = Array.isArray(order) ? order : [order];
  const holds = rowsHaving(result, having);
  const rows = orderedRows(result, keys).filter(holds).slice(0, limit);
  if (rows.length > MOST_ROWS) throw new DataError("limit", texts.tooManyRows({ rows: rows.length, most: MOST_ROWS }));
  const columns = result.columns.map(({ name }) => name);
  return {
    columns,
    rows: rows.map((row) => Object.fromEntries(result.columns.map(({ name, cells }) => [name, cells[row]!]))),
    units: Object.fromEntries(result.columns.map(({ name, unit }) => [name, unit])),
    source: sources,
    notes: [...notes, ...result.notes],
  };
}

/** Conditions on a key hold on both sides of a join: of the joined dataset no other rows are needed. */
function joined({ dataset, on, where = {} }: JoinRequest, ofBase: Where, read: Read, field: string) {
  const keys: readonly unknown[] = on ?? keyColumns;
  const implied = Object.fromEntries(Object.entries(ofBase).filter(([column]) => keys.includes(column)));
  return selected(dataset, where, read, `${field}.dataset`, `${field}.where`, implied);
}

async function selected(
  dataset: string,
  stated: Where,
  read: Read,
  datasetField: string,
  whereField: string,
  implied: Where = {},
) {
  const table = await DatasetTable.open(dataset, partOf({ ...implied, ...stated }), read, datasetField);
  const known = Object.entries(implied).filter(([column]) => table.columns.has(column));
  const where = { ...Object.fromEntries(known), ...stated };
  const rows = matchingRows(table, where, whereField);
  const source = { dataset, ...table.columns.about, where: sqlOf(where), rows: rows.length, of: table.rows };
  return { table, rows, source };
}
