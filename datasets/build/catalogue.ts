import { createHash } from "node:crypto";
import { tableFromIPC } from "apache-arrow";
import { arrowFile } from "./arrow-file.ts";
import type { Dataset } from "./dataset.ts";
import { licencePage } from "./licence.ts";
import { packArrow } from "./packed-arrow.ts";
import { type DatasetWords, wordsOf } from "./vocabulary.ts";

/** A file of the collection with its catalogue entry, and the words by which its rows are asked for. */
export interface Shipped {
  readonly entry: CatalogueEntry;
  readonly bytes: Uint8Array;
  readonly words: DatasetWords;
}

export type CatalogueEntry = ReturnType<typeof catalogueEntry>;

/** Encodes a dataset and describes the resulting bytes. */
export function ship(dataset: Dataset): Shipped {
  const file = encode(dataset);
  const packing = dataset.format === "arrow" ? dataset.packing : undefined;
  const bytes = packing ? packArrow(file, packing) : file;
  return { bytes, entry: catalogueEntry(dataset, file, bytes), words: wordsOf(dataset) };
}

function encode(dataset: Dataset): Uint8Array {
  if (dataset.format === "topojson") return new TextEncoder().encode(dataset.text);
  const { name, title, origin } = dataset;
  const metadata = new Map([
    ["name", name],
    ["title", title],
    ["licence", origin.licence],
    ["publisher", origin.publisher],
  ]);
  return arrowFile(dataset.columns, metadata);
}

/** The catalogue lists keys in this order. `file` is the table, `bytes` the file that ships. */
function catalogueEntry(dataset: Dataset, file: Uint8Array, bytes: Uint8Array) {
  const { origin } = dataset;
  const isPacked = file !== bytes;
  return {
    name: dataset.name,
    title: dataset.title,
    title_zh: dataset.title_zh,
    kind: dataset.kind,
    // A table is found by its name; the map keeps the spelling of map files.
    file:
      dataset.format === "arrow"
        ? `${dataset.name}.${isPacked ? "packed" : "arrow"}`
        : `${dataset.name.replaceAll("_", "-")}.json`,
    format: dataset.format,
    ...(isPacked ? { encoding: { name: "packed" as const, bytes: file.byteLength } } : {}),
    rows: dataset.format === "arrow" ? (dataset.columns[0]?.content.values.length ?? 0) : dataset.rows,
    bytes: bytes.byteLength,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    columns: dataset.format === "arrow" ? arrowColumns(file) : dataset.columns,
    years: dataset.years,
    vintage: origin.vintage,
    publisher: origin.publisher,
    citation: origin.citation,
    licence: origin.licence,
    licence_url: licencePage(origin.licence),
    licence_confirmed: origin.licence_confirmed,
    ...(dataset.notice ? { notice: dataset.notice } : {}),
    source: origin.source,
    traps: dataset.traps,
    share_alike: false,
    ...(dataset.uncertainty ? { uncertainty: dataset.uncertainty } : {}),
    summary: dataset.summary,
  };
}

/** The columns as they are stored in the file. */
function arrowColumns(bytes: Uint8Array) {
  return tableFromIPC(bytes).schema.fields.map((field) => ({
    name: field.name,
    type: String(field.type),
    unit: field.metadata.get("unit") ?? "",
    description: field.metadata.get("description") ?? "",
  }));
}

export function catalogueText(shipped: readonly Shipped[]): string {
  return `${JSON.stringify({ version: 1, datasets: shipped.map(({ entry }) => entry) }, null, 2)}\n`;
}
