import type { MadeBy } from "../../tool/resource-kind.ts";

/** A change of a table's satellite account: the emissions of sectors of a region, times a factor. */
export interface IntensityEdit {
  /** Region code; default: all regions. */
  region?: string | undefined;
  /** Sector code; default: all sectors. */
  sector?: string | undefined;
  factor: number;
}

/** The request of a handle on an input–output table: its source and its changes. The numbers stay in the worker. */
export interface TableRequest {
  /** Year of the input–output structure. */
  year: number;
  /** Name of an imported database; default: the shipped WIOD 2013. */
  source?: string | undefined;
  /** Year of the emissions; default: the year of the structure. */
  emissionsYear?: number | undefined;
  /** 7 for the teaching table of seven regions. */
  regions?: number | undefined;
  /** A year without a published table: the last one carried to it. */
  modelled?: boolean | undefined;
  /** For a table that a tool made from others: how it was made, so that any worker can make it again. */
  made?: MadeRequest | undefined;
  edits: readonly IntensityEdit[];
}

/** How a table was made: the tool, its input tables by name, and the rest of its input. */
export interface MadeRequest {
  tool: string;
  tables: Readonly<Record<string, TableRequest>>;
  options: Readonly<Record<string, unknown>>;
}

/** Rows, as "region.sector" or by index. */
type Rows = (string | number)[];

/** An edit of a what-if: its selection (everything, if nothing is named) is multiplied by `factor`. */
export type WhatIfEdit =
  | { kind: "coefficients"; rows?: Rows | undefined; columns?: Rows | undefined; factor: number }
  | { kind: "demand"; rows?: Rows | undefined; consumers?: (string | number)[] | undefined; factor: number }
  | { kind: "intensity"; rows?: Rows | undefined; stressor?: string | undefined; factor: number };

/** Edits of a table, prepared once for any factors. */
export interface WhatIfRequest {
  table: TableRequest;
  edits: WhatIfEdit[];
}

/** How a table was made, in the form common to all resources; undefined for a table from datasets. */
export function madeTableBy({ made }: TableRequest): MadeBy | undefined {
  if (!made) return undefined;
  const of = Object.entries(made.tables).map(([place, request]) => [place, { name: "table", request }]);
  return { tool: made.tool, of: Object.fromEntries(of), options: made.options };
}

/** The request for a table that a tool makes from others. Its year is the target of a nowcast, or that of the first table. */
export function madeTableRequest({ tool, of, options }: MadeBy): TableRequest {
  const tables = Object.fromEntries(
    Object.entries(of).map(([place, { request }]) => [place, request as TableRequest] as const),
  );
  const { targetYear } = options;
  const year = typeof targetYear === "number" ? targetYear : Object.values(tables)[0]!.year;
  return { year, made: { tool, tables, options }, edits: [] };
}
