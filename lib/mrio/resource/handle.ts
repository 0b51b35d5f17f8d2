import { type Asking, ResourceHandle } from "../../tool/resource-handle.ts";
import type { IntensityEdit, TableRequest, WhatIfEdit } from "./request.ts";

/** A multi-regional input–output table that stays in the worker. A cell holds this handle and hands it to tools. */
export class TableHandle extends ResourceHandle<TableRequest> {
  constructor(request: TableRequest, labels = {}) {
    super("table", request, labels);
  }

  get year(): number {
    return this.request.year;
  }

  /**
   * The table with other emission intensities: `world.scale({region: "CHN", sector: "c12", factor: 0.8})` lets one sector
   * emit a fifth less per unit of output. Output and trade stay as they are.
   */
  scale(...edits: IntensityEdit[]): TableHandle {
    return new TableHandle(edited(this.request, edits));
  }
}

/** What belongs to the result of a tool on a handle, so that a notebook can read it without the table. */
export interface TableLabels {
  /** Codes of the R regions, in table order. */
  regions: string[];
  /** Codes of the N sectors, in table order. */
  sectors: string[];
  /** Names of the K stressors. */
  stressors: string[];
  units: { money: string; stressors: string[] };
  /** English names of regions and sectors, in the order of their codes, where they are known. */
  names?: { regions?: string[]; sectors?: string[] };
  /** Region and category of each column of final demand. */
  finalDemand?: { regions: string[]; categories: string[] };
  /** Year of the input–output structure. */
  year: number;
}

/** A table that a tool made of others: `consumption.aggregate(world, …)`. It stays in the worker like those. */
export class MadeTableHandle extends TableHandle implements TableLabels {
  declare readonly regions: string[];
  declare readonly sectors: string[];
  declare readonly stressors: string[];
  declare readonly units: TableLabels["units"];

  constructor(request: TableRequest, { regions, sectors, stressors, units }: Omit<TableLabels, "year">) {
    super(request, { regions, sectors, stressors, units });
  }

  override scale(...edits: IntensityEdit[]): MadeTableHandle {
    return new MadeTableHandle(edited(this.request, edits), this);
  }
}

function edited(request: TableRequest, edits: readonly IntensityEdit[]): TableRequest {
  return { ...request, edits: [...request.edits, ...edits] };
}

/** Which table a handle stands for. */
export interface TableOptions {
  /** An imported database by its name; the shipped WIOD 2013 if left out. */
  source?: string;
  /** Year of the input–output structure; 2011 if left out. */
  year?: number;
  /** Year of the emissions; the structure's own if left out. */
  emissionsYear?: number;
  /** 7 for the teaching table of seven regions. */
  regions?: number;
}

/** Accounts under the factors of a what-if: K × R, and per stressor R × R. */
export interface WhatIfAccounts {
  D_pba: number[][];
  D_cba: number[][];
  D_imp: number[][];
  D_exp: number[][];
  flows: number[][][];
}

/** A row of the accounts before and after: a region, for each stressor. */
export interface WhatIfRow {
  region: string;
  name: string;
  productionBefore: number;
  productionAfter: number;
  consumptionBefore: number;
  consumptionAfter: number;
}

/** Accounts under other factors, and beside those before them as a table. */
export interface WhatIfFrame extends WhatIfAccounts {
  readonly balance: Iterable<WhatIfRow>;
}

/** What a what-if says of itself when it is prepared. */
export interface WhatIfLabels extends TableLabels {
  before: WhatIfAccounts;
  factors: number[];
  rank: number;
  residual: number;
}

/** Edits of a table, prepared in the worker: each set of factors costs microseconds there, no solve. */
export class WhatIfHandle {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly stressors: readonly string[];
  /** The accounts as they are. */
  readonly before: WhatIfAccounts;
  /** The factors that the edits carry. */
  readonly factors: readonly number[];
  /** Rank of the changes of the coefficients. */
  readonly rank: number;
  /** The worst residual of the solves that prepared it. */
  readonly residual: number;
  readonly #ask: (factors: readonly number[]) => Promise<unknown>;

  constructor(prepared: WhatIfLabels, ask: (factors: readonly number[]) => Promise<unknown>) {
    this.regions = prepared.regions;
    this.sectors = prepared.sectors;
    this.stressors = prepared.stressors;
    this.before = prepared.before;
    this.factors = prepared.factors;
    this.rank = prepared.rank;
    this.residual = prepared.residual;
    this.#ask = ask;
  }

  /** The accounts when edit e is multiplied by `factors[e]`; by the edits' own factors when left out. */
  frame(factors: readonly number[] = this.factors): Promise<WhatIfFrame> {
    return this.#ask(factors) as Promise<WhatIfFrame>;
  }
}

/** What `consumption` has besides its tools. */
export interface TableFunctions {
  /** A handle on an input–output table, of a year and a source. The table stays in its worker. */
  table(options?: TableOptions): TableHandle;
  /** Edits of a table, prepared in the worker: `frame(factors)` of the result then costs no solve. */
  whatIf(table: TableHandle, edits: WhatIfEdit[]): Promise<WhatIfHandle>;
}

/** `consumption.table`, and `consumption.whatIf` with edits in place of options. */
export function tableFunctions(asking: Asking): TableFunctions {
  return {
    table: ({ year = 2011, ...rest } = {}) => new TableHandle({ year, ...rest, edits: [] }),
    whatIf: (input: unknown, options: unknown = {}) =>
      input instanceof TableHandle && Array.isArray(options)
        ? prepare(asking, input, options)
        : (asking.tool("consumption.whatIf", input, options) as Promise<never>),
  };
}

async function prepare(asking: Asking, { request }: TableHandle, edits: readonly unknown[]): Promise<WhatIfHandle> {
  // A what-if belongs to the run that prepared it: what it is asked later stands in the trail of that run.
  const whatIf = { name: "whatIf", request: { table: request, edits } };
  const prepared = (await asking.open(whatIf)) as WhatIfLabels;
  return new WhatIfHandle(prepared, (factors) => asking.view(whatIf, "frame", { factors: [...factors] }));
}
