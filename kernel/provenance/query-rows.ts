import { tableFromIPC } from "apache-arrow";
import { sqlName } from "../../lib/files/sqlite/sql-name.ts";
import { type Message, messages, type Sentence } from "../../lib/message/message.ts";
import type { Selection } from "../../lib/tool/selection.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import type { Database } from "../services/service-calls.ts";
import { placeLiterals } from "../services/sql.ts";
import type { QueryStep } from "../services/step.ts";
import { keyOf, type PlanNode, type PlanScans, scansOf, type TableScan } from "./query-plan.ts";

const texts = messages("provenance", {
  longValues: {
    en: "The rows that this query read are unknown: its values are too long to be kept.",
    zh: "无法说明此查询读取了哪些行：其取值过长，未予保留。",
  },
  severalStatements: {
    en: "The rows that this query read are unknown: it is not a single read-only statement.",
    zh: "无法说明此查询读取了哪些行：它不是单条只读语句。",
  },
  replanFailed: {
    en: "The rows that this query read are unknown: the database does not plan it again as it ran.",
    zh: "无法说明此查询读取了哪些行：数据库无法按当时的情形再次给出其执行计划。",
  },
  derivedTable: {
    en: "It read `{table}`, which a statement created and which is not a dataset: what it was made from is not recorded.",
    zh: "它读取了 `{table}`：该表由某条语句建立，不是数据集，其来源未予说明。",
  },
  unknownRows: {
    en: "The rows of `{table}` that were read are unknown.",
    zh: "无法说明读取了 `{table}` 的哪些行。",
  },
  noRow: {
    en: "Its plan reads no row of `{name}`.",
    zh: "其执行计划没有读取 `{name}` 的任何行。",
  },
  fewerRows: {
    en: "Joins, limits, and conditions on what was computed may leave fewer of these rows.",
    zh: "联接、行数限制以及对计算结果的条件可能使其中实际保留的行更少。",
  },
});

/** The rows of datasets that a query read. */
export interface QueryRows {
  readonly rows: readonly Selection[];
  /** What could not be determined, and other remarks. */
  readonly notes: readonly Sentence[];
}

type Queryable = Pick<Database, "query">;

/** Functions with another result on each call. */
const CHANCE = /\b(random|setseed|uuid\w*|gen_random_uuid|nextval|currval)\(/i;

/** Read-only statements; others are not planned a second time. */
const READS = /^\s*(--[^\n]*\n\s*|\/\*[\s\S]*?\*\/\s*|\(\s*)*(select|with|from|values|table)\b/i;

/**
 * The rows of datasets that a query read: the conditions on each single table in the database's plan, and the number of rows that
 * fulfil them. The statement is planned again, but not run. A condition is reported only if the database plans a query for the
 * table's rows under it with exactly the same conditions; otherwise a note says that the rows are unknown.
 */
export async function queryRows(
  { sql, values, datasets }: QueryStep,
  database: Queryable,
  catalogue: readonly Pick<DatasetEntry, "name" | "rows">[],
): Promise<QueryRows> {
  if (datasets.length === 0) return { rows: [], notes: [] };
  if (values === null) return rowsUnknown(texts.longValues());
  const text = placeLiterals(sql, values).replace(/[;\s]+$/, "");
  if (!READS.test(text) || text.includes(";")) return rowsUnknown(texts.severalStatements());
  let plan: PlanScans;
  try {
    plan = await planOf(text, database);
  } catch {
    return rowsUnknown(texts.replanFailed());
  }
  const { scans, narrowed } = plan;
  const rows: Selection[] = [];
  const notes: Message[] = [];
  for (const scan of scans) {
    if (!datasets.includes(scan.table.toLowerCase())) {
      notes.push(texts.derivedTable({ table: scan.table }));
      continue;
    }
    const of = catalogue.find(({ name }) => name === scan.table.toLowerCase())?.rows ?? 0;
    const selection = await selectionOf(scan, of, database).catch(() => null);
    if (selection) rows.push(selection);
    else notes.push(texts.unknownRows({ table: scan.table }));
  }
  for (const name of datasets) {
    if (!scans.some(({ table }) => table.toLowerCase() === name)) notes.push(texts.noRow({ name }));
  }
  if (narrowed && rows.length > 0) notes.push(texts.fewerRows());
  return { rows, notes };
}

function rowsUnknown(why: Message): QueryRows {
  return { rows: [], notes: [why] };
}

/** The rows of a scan; null if the conditions as written in the plan are not equivalent to its actual conditions. */
async function selectionOf({ table, terms }: TableScan, of: number, database: Queryable): Promise<Selection | null> {
  const name = sqlName(table);
  const parenthesised = (term: string) => (term.includes(" OR ") && !term.startsWith("((") ? `(${term})` : term);
  const where = (terms.length > 1 ? terms.map(parenthesised) : terms).join(" and ");
  if (terms.some((term) => CHANCE.test(term))) return null;
  // Plans omit the schema of a table.
  const named = `select count(*)::int as tables from duckdb_tables() where lower(table_name) = '${table.toLowerCase()}'`;
  const [found] = await valuesOf(named, database);
  const count = `select count(*)::int as rows from ${name}`;
  const [whole] = await valuesOf(count, database);
  // A statement has replaced or changed the table.
  if (Number(found!.tables) !== 1 || Number(whole!.rows) !== of) return null;
  if (terms.length === 0) return { dataset: table, where: "", rows: of, of };
  const selected = `${count} where ${where}`;
  const { scans } = await planOf(selected, database);
  if (scans.length !== 1 || keyOf(scans[0]!) !== keyOf({ table, terms })) return null;
  const [part] = await valuesOf(selected, database);
  return { dataset: table, where, rows: Number(part!.rows), of };
}

async function planOf(statement: string, database: Queryable): Promise<PlanScans> {
  const [row] = await valuesOf(`EXPLAIN (FORMAT JSON) ${statement}`, database);
  return scansOf(JSON.parse(String(row!.explain_value)) as PlanNode[]);
}

async function valuesOf(statement: string, database: Queryable): Promise<Record<string, unknown>[]> {
  return Array.from(tableFromIPC(await database.query(statement)), (row) => row!.toJSON());
}
