import type { Aggregation } from "../../lib/exchange/mrio/aggregation.ts";
import type { TableReading } from "../../lib/files/table/table-reading.ts";
import type { Message, Sentence, Text } from "../../lib/message/message.ts";

/** The kinds of datasets; `own` are the tables in a notebook's own files. */
export const datasetKinds = [
  "own",
  "production",
  "consumption",
  "trade",
  "natural",
  "lifecycle",
  "industry",
  "electricity",
  "uncertainty",
  "geography",
] as const;

export type DatasetKind = (typeof datasetKinds)[number];

export interface DatasetColumn {
  name: string;
  type: string;
  /** Unit of the values, `none` for names and indices. */
  unit: string;
  description: string;
}

/** How far the values of a column are uncertain, in its unit unless relative. Bounds are 95 % bounds. */
export type ColumnLaw =
  | { kind: "relative"; sigma: number }
  | { kind: "absolute"; sigma: number }
  /** The columns with the bounds, and the one that names their distribution. */
  | { kind: "bounds"; lo: string; hi: string; distribution?: string }
  /** The column with one standard deviation. */
  | { kind: "sigma"; column: string };

/** The uncertainty of a column's values, as the dataset's builder declares it. */
export interface ColumnUncertainty {
  column: string;
  law: ColumnLaw;
  /** Who states it, and for what. */
  origin: Text;
  /** How many published figures lie inside the law's 95 %, as a cell reads it; not in the catalogue's file. */
  coverage?: { readonly share: number; readonly inside: number; readonly of: number; readonly against: Text } | null;
}

/** The entry of a dataset in the catalogue. */
export interface DatasetEntry {
  name: string;
  title: string;
  title_zh: string;
  summary: string;
  kind: DatasetKind;
  file: string;
  format: "arrow" | "topojson";
  /** The encoding of the file, and the length of the decoded Arrow file; without it, the file is the data. */
  encoding?: { name: "packed"; bytes: number };
  rows: number;
  bytes: number;
  sha256: string;
  columns: DatasetColumn[];
  years: [number, number] | null;
  vintage: string;
  publisher: string;
  citation: string;
  licence: string;
  licence_url: string | null;
  licence_confirmed: boolean;
  /** File beside the dataset with a notice that must accompany every copy of it. */
  notice?: string;
  source: string;
  traps: string[];
  share_alike: boolean;
  /** The columns with an uncertainty that the source states or that follows from it. */
  uncertainty?: ColumnUncertainty[];
  /** For a table in a file of the notebook: the file, how it is read, and a version that changes with both. */
  own?: { readonly file: string; readonly reading: TableReading; readonly version: string };
  /** For a dataset imported into this browser: its source files and the chosen options. */
  imported?: ImportOrigin;
  /** The texts of an imported entry in every language. */
  said?: EntrySaid;
}

/** The texts of an entry as messages. */
export interface EntrySaid {
  readonly summary: Message;
  readonly licence: Message;
  /** In the order of the entry's columns. */
  readonly columns: readonly { readonly unit: Sentence; readonly description: Message }[];
  readonly traps: readonly Sentence[];
}

/** The title of a dataset; an imported entry may have an English title only. */
export function titleOf({ title, title_zh }: Pick<DatasetEntry, "title" | "title_zh">): Text {
  return { en: title, zh: title_zh || title };
}

/** What a result depends on if it reads the dataset. */
export function dataVersion({ own, sha256 }: DatasetEntry): string {
  return own?.version ?? sha256;
}

export interface ImportOrigin {
  /** The time of the import, ISO 8601. */
  at: string;
  files: { name: string; bytes: number; modified: string; sha256: string }[];
  stressors?: string[];
  aggregation?: Aggregation;
  /** For a life-cycle inventory: what it is. */
  inventory?: ImportedInventoryMark;
}

/** What the catalogue says of an imported inventory, with each of its datasets. */
export interface ImportedInventoryMark {
  /** The name by which it is opened. */
  readonly name: string;
  readonly title: string;
  /** Id of its format. */
  readonly format: string;
  /** Terms of use as the files state them; null if they state none. */
  readonly licence: string | null;
  readonly activities: number;
  readonly exchanges: number;
}

export interface Catalogue {
  version: 1;
  datasets: DatasetEntry[];
}
