import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import type { Country, CountryKey } from "../../../datasets/build/countries.ts";
import type { TableDataset } from "../../../datasets/build/dataset.ts";
import { type Figures, openFigures } from "../../../datasets/build/figures.ts";
import { tableOf } from "./shipped.ts";

export type Cell = string | number | boolean | Date | null;
export type Row = Readonly<Record<string, Cell>>;

/** A table of figures as a test writes it: what a publisher's next edition would be. */
export interface NewTable {
  readonly vintage: string;
  readonly years?: string;
  readonly rows: readonly Row[];
}

/** Writes tables as Parquet with a catalogue, and opens them as the builders do. */
export function newFigures(folder: string, tables: Readonly<Record<string, NewTable>>): Figures {
  const entries = Object.entries(tables).map(([id, { vintage, years = null, rows }]) => {
    const file = `${id}.parquet`;
    const names = Object.keys(rows[0]!);
    const columnData = names.map((name) => {
      const data = rows.map((row) => row[name] ?? null);
      return { name, data, type: typeOf(data), nullable: true };
    });
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData }));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, file), bytes);
    return {
      id,
      file,
      rows: rows.length,
      vintage,
      years,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      publisher: "publisher",
      citation: "citation",
      licence: "CC-BY-4.0",
      licence_confirmed_offline: false,
      provenance: "test",
      columns: [],
    };
  });
  writeFileSync(join(folder, "catalogue.json"), JSON.stringify({ tables: entries }));
  return openFigures(folder);
}

function typeOf(data: readonly Cell[]): "TIMESTAMP" | "DOUBLE" | "BOOLEAN" | "STRING" {
  const known = data.find((cell) => cell !== null);
  if (known instanceof Date) return "TIMESTAMP";
  return typeof known === "number" ? "DOUBLE" : typeof known === "boolean" ? "BOOLEAN" : "STRING";
}

/** The rows of a dataset that ships. */
export function shippedRows(name: string): Row[] {
  return tableOf(name)
    .toArray()
    .map((row) => row.toJSON() as Row);
}

/** The rows, and those of the last year once more as the year after it. */
export function withNextYear(rows: readonly Row[]): Row[] {
  const last = Math.max(...rows.map(({ year }) => Number(year)));
  return [...rows, ...rows.filter(({ year }) => year === last).map((row) => ({ ...row, year: last + 1 }))];
}

export function shippedCountries(): CountryKey {
  return new Map(shippedRows("countries").map((row) => [String(row.iso3), row as unknown as Country]));
}

/** The years of the rows of a built dataset. */
export function yearsIn({ columns }: TableDataset): [first: number, last: number] {
  const values = columns.find(({ name }) => name === "year")!.content.values as ArrayLike<number>;
  const years = Array.from(values);
  return [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
}
