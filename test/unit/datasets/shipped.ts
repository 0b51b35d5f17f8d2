import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { type Table, tableFromIPC } from "apache-arrow";
import { expand } from "../../../kernel/services/packed-arrow.ts";

/** The datasets as they ship: the catalogue and the files it names. */
export interface Entry {
  readonly name: string;
  readonly title: string;
  readonly title_zh: string;
  readonly kind: string;
  readonly file: string;
  readonly format: "arrow" | "topojson";
  readonly encoding?: { readonly name: "packed"; readonly bytes: number };
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly unit: string;
    readonly description: string;
  }[];
  readonly years: readonly [number, number] | null;
  readonly vintage: string;
  readonly publisher: string;
  readonly citation: string;
  readonly licence: string;
  readonly licence_url: string;
  readonly source: string;
  readonly traps: readonly string[];
  readonly share_alike: boolean;
}

const folder = new URL("../../../datasets/", import.meta.url);

export const catalogueFile = new URL("catalogue.json", folder);
export const vocabularyFile = new URL("vocabulary.json", folder);
export const catalogue: { version: number; datasets: Entry[] } = JSON.parse(readFileSync(catalogueFile, "utf8"));
export const arrowEntries = catalogue.datasets.filter(({ format }) => format === "arrow");

export function bytesOf({ file }: Entry): Uint8Array {
  return readFileSync(new URL(file, folder));
}

/** The Arrow file: what ships, unpacked where it is packed. */
export function arrowOf(entry: Entry): Uint8Array {
  const bytes = bytesOf(entry);
  return entry.encoding ? expand(Uint8Array.from(gunzipSync(bytes))) : bytes;
}

export function tableOf(name: string): Table {
  const entry = catalogue.datasets.find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`The catalogue has no dataset named ${name}.`);
  return tableFromIPC(arrowOf(entry));
}

/** A numeric column as the typed array that lies in the file. (`data[0].values` would count the padding at its end too.) */
export function numbersOf(table: Table, column: string): Float64Array | Int32Array | Int16Array {
  const values: unknown = table.getChild(column)?.toArray();
  if (values instanceof Float64Array || values instanceof Int32Array || values instanceof Int16Array) return values;
  throw new Error(`${column} is no numeric column.`);
}

export function textsOf(table: Table, column: string): (string | null)[] {
  const vector = table.getChild(column);
  if (!vector) throw new Error(`There is no column ${column}.`);
  return Array.from(vector, (value: unknown) => (value === null ? null : String(value)));
}

/** The figures stand beside the project where its builders run; elsewhere the rebuild is skipped. */
export const figuresFolder = fileURLToPath(new URL("../../shared/figures", folder));
export const figuresAreHere = existsSync(figuresFolder);
