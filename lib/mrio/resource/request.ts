import type { MadeBy } from "../../tool/resource-kind.ts";

/** A change to a table's satellite account: what the sectors of a region emit, times a factor. */
export interface IntensityEdit {
  /** Region code; all regions when left out. */
  region?: string | undefined;
  /** Sector code; all sectors when left out. */
  sector?: string | undefined;
  factor: number;
}

/** What a handle on an input–output table says: where it comes from and what is changed. The numbers stay in the worker. */
export interface TableRequest {
  /** Year of the input–output structure. */
  year: number;
  /** Name of an imported database; the shipped WIOD 2013 when left out. */
  source?: string | undefined;
  /** Year of the emissions; the structure's own when left out. */
  emissionsYear?: number | undefined;
  /** 7 for the teaching table of seven regions. */
  regions?: number | undefined;
  /** The table is made of others by a tool; whoever has not made it yet makes it again from this. */
  made?: MadeRequest | undefined;
  edits: readonly IntensityEdit[];
}

/** How a table was made: the tool, the tables it took by their names in its input, and the rest of its input. */
export interface MadeRequest {
  tool: string;
  tables: Readonly<Record<string, TableRequest>>;
  options: Readonly<Record<string, unknown>>;
}

/** Rows, as "region.sector" or by index. */
type Rows = (string | number)[];

/** An edit of a what-if: what it selects (all where nothing is named) is multiplied by `factor`. */
export type WhatIfEdit =
  | { kind: "coefficients"; rows?: Rows | undefined; columns?: Rows | undefined; factor: number }
  | { kind: "demand"; rows?: Rows | undefined; consumers?: (string | number)[] | undefined; factor: number }
  | { kind: "intensity"; rows?: Rows | undefined; stressor?: string | undefined; factor: number };

/** Edits of a table, which are prepared once for whatever factors. */
export interface WhatIfRequest {
  table: TableRequest;
  edits: WhatIfEdit[];
}

/** How a table was made, in the words of any resource; undefined for one that datasets give. */
export function madeTableBy({ made }: TableRequest): MadeBy | undefined {
  if (!made) return undefined;
  const of = Object.entries(made.tables).map(([place, request]) => [place, { name: "table", request }]);
  return { tool: made.tool, of: Object.fromEntries(of), options: made.options };
}

/** The request for a table that a tool makes of others. Its year is the one that a nowcast is for, or that of the first. */
export function madeTableRequest({ tool, of, options }: MadeBy): TableRequest {
  const tables = Object.fromEntries(
    Object.entries(of).map(([place, { request }]) => [place, request as TableRequest] as const),
  );
  const { targetYear } = options;
  const year = typeof targetYear === "number" ? targetYear : Object.values(tables)[0]!.year;
  return { year, made: { tool, tables, options }, edits: [] };
}
