import type { ColumnUncertainty } from "../../kernel/services/catalogue.ts";
import type { Column } from "./column.ts";
import type { FigureEntry } from "./figures.ts";
import { statedLicence } from "./licence.ts";
import type { compressed, Packing } from "./packed-arrow.ts";

export type Kind =
  | "production"
  | "consumption"
  | "trade"
  | "natural"
  | "lifecycle"
  | "industry"
  | "electricity"
  | "uncertainty"
  | "geography";

/** Who made the numbers, and the terms of redistribution. */
export interface Origin {
  readonly publisher: string;
  readonly citation: string;
  readonly vintage: string;
  readonly licence: string;
  /** Whether the licence text itself was found with the numbers; if not, confirm it before publishing. */
  readonly licence_confirmed: boolean;
  /** Publisher, release, and the repository or package at which version the numbers were taken. */
  readonly source: string;
}

/** The description of a dataset by its author. */
export interface Description {
  readonly name: string;
  readonly title: string;
  readonly title_zh: string;
  readonly kind: Kind;
  readonly summary: string;
  readonly years: readonly [number, number] | null;
  readonly traps: readonly string[];
  /** File beside the datasets with a notice that must accompany every copy of the table. */
  readonly notice?: string;
  /** The columns with a known uncertainty: stated by the source, or computed here from what it publishes. */
  readonly uncertainty?: readonly ColumnUncertainty[];
}

/** An Arrow table ready to be written. */
export interface TableDataset extends Description {
  readonly format: "arrow";
  readonly origin: Origin;
  readonly columns: readonly Column[];
  /** How the file is packed; if omitted, it ships as a plain Arrow file. */
  readonly packing?: Packing | typeof compressed;
}

/** A map ready to be written: TopoJSON text, with the properties of its countries described like columns. */
export interface MapDataset extends Description {
  readonly format: "topojson";
  readonly origin: Origin;
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly unit: string;
    readonly description: string;
  }[];
  readonly text: string;
}

export type Dataset = TableDataset | MapDataset;

/** The origin of a table of figures. If the dataset uses a second table, its origin is named too. */
export function originOf(entry: FigureEntry, vintage = entry.vintage): Origin {
  return {
    publisher: entry.publisher,
    citation: entry.citation,
    vintage,
    licence: statedLicence(entry.licence),
    licence_confirmed: entry.licence_confirmed_offline,
    source: `${entry.publisher}, ${vintage}; numbers as carried by ${entry.provenance}`,
  };
}

export function table(
  description: Description,
  origin: Origin,
  columns: readonly Column[],
  packing?: Packing | typeof compressed,
): TableDataset {
  return { ...description, format: "arrow", origin, columns, ...(packing ? { packing } : {}) };
}

/** A sanity check that stops the build with a message, which names file and row. */
export function must(holds: boolean, sentence: () => string): asserts holds {
  if (!holds) throw new Error(sentence());
}
