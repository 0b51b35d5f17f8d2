/** A change to a table's satellite account: what the sectors of a region emit, times a factor. */
export interface IntensityEdit {
  /** Region code; all regions when left out. */
  region?: string;
  /** Sector code; all sectors when left out. */
  sector?: string;
  factor: number;
}

/** What a handle on an input–output table says: where it comes from and what is changed. The numbers stay in the worker. */
export interface TableRequest {
  /** Name of an imported database; the shipped WIOD 2013 when left out. */
  source?: string;
  /** Year of the input–output structure. */
  year: number;
  /** Year of the emissions; the structure's own when left out. */
  emissionsYear?: number;
  /** 7 for the teaching table of seven regions. */
  regions?: number;
  /** The table is made of others by a tool; whoever has not made it yet makes it again from this. */
  made?: MadeRequest;
  edits: readonly IntensityEdit[];
}

/** How a table was made: the tool, the tables it took by their names in its input, and the rest of its input. */
export interface MadeRequest {
  tool: string;
  tables: Readonly<Record<string, TableRequest>>;
  options: Readonly<Record<string, unknown>>;
}

/** How a handle travels: a plain record under a key that no ordinary input has. */
export interface TableReference {
  $table: TableRequest;
}

export function isTableReference(value: unknown): value is TableReference {
  return typeof value === "object" && value !== null && "$table" in value;
}

/** Asks for the accounts when each edit of a what-if has its factor; without factors, for how it was prepared. */
export interface WhatIfReference extends TableReference {
  edits: readonly unknown[];
  factors?: readonly number[];
}

/** The worker's own operation behind `WhatIfHandle`; no tool of the library has this name. */
export const whatIfFrame = "consumption.whatIf.frame";

/** The tool that an operation of the worker is to a person: what a handle asks frame by frame is the what-if of the library. */
export function toolOf(operation: string): string {
  return operation === whatIfFrame ? "consumption.whatIf" : operation;
}
