import { type Message, messages } from "../message/message.ts";
import type { DatasetColumns, Read } from "../tool/read.ts";
import type { Factor } from "./factor.ts";
import { readFactors } from "./factor-table.ts";

const said = messages("factors", {
  inFactors: { en: "factors: {problem}", zh: "因子表：{problem}" },
  inShipped: { en: "shipped factors: {problem}", zh: "随附因子表：{problem}" },
  inOwn: { en: "own factors: {problem}", zh: "自有因子表：{problem}" },
});

/** The shipped datasets of factors, by sector. */
const bySector: Readonly<Record<string, string>> = {
  "1": "factors_energy",
  "2": "factors_ippu",
  "3": "factors_afolu",
  "4": "factors_waste",
};

export const factorDatasets: readonly string[] = Object.values(bySector);

/** Factors given with a call, or the shipped ones for the sectors of the requested categories. */
export interface FactorsAtHand {
  readonly factors: readonly Factor[];
  /** Problems of rows that could not be used. */
  readonly problems: readonly Message[];
}

type Row = Readonly<Record<string, unknown>>;

/** The given rows, or the shipped tables for these categories if none were given. */
export async function factorsAtHand(
  given: readonly Row[] | undefined,
  categories: readonly string[],
  read: Read,
): Promise<FactorsAtHand> {
  if (given) return named(said.inFactors, readFactors(given));
  const sectors = [...new Set(categories.map((category) => category.trim()[0]!))].filter(
    (sector) => sector in bySector,
  );
  const tables = await Promise.all(sectors.map((sector) => shippedTable(bySector[sector]!, read)));
  return {
    factors: tables.flatMap(({ factors }) => factors),
    problems: tables.flatMap(({ problems }) => problems),
  };
}

/** Tables that were read, kept as long as their columns: a plan selects one factor after another, and each row takes long to read. */
const known = new WeakMap<DatasetColumns, FactorsAtHand>();

async function shippedTable(dataset: string, read: Read): Promise<FactorsAtHand> {
  const columns = await read(dataset);
  const table = known.get(columns) ?? named(said.inShipped, readFactors(rowsOf(columns)));
  known.set(columns, table);
  return table;
}

function named(
  inTable: (values: { problem: Message }) => Message,
  { factors, problems }: ReturnType<typeof readFactors>,
): FactorsAtHand {
  return { factors, problems: problems.map(({ message }) => inTable({ problem: message })) };
}

/** The user's own rows, with their problems. */
export function ownFactors(rows: readonly Row[]): FactorsAtHand {
  return named(said.inOwn, readFactors(rows));
}

const texts = [
  "category",
  "activity",
  "parameter",
  "gas",
  "unit",
  "distribution",
  "region",
  "technology",
  "edition",
  "source",
  "source_table",
  "page",
  "value_status",
  "value_read",
  "bounds_status",
  "bounds_read",
  "note",
];

function rowsOf(columns: DatasetColumns): Row[] {
  const all = new Map<string, ArrayLike<unknown>>(texts.map((name) => [name, columns.texts(name)]));
  for (const name of ["value", "lo", "hi"]) all.set(name, columns.numbers(name));
  return Array.from({ length: columns.rows }, (_, row) =>
    Object.fromEntries([...all].map(([name, cells]) => [name, cells[row]])),
  );
}
