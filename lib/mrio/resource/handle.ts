import { type ResourceClient, ResourceHandle } from "../../tool/resource-handle.ts";
import type { IntensityEdit, TableRequest, WhatIfEdit } from "./request.ts";

/** A multi-regional input–output table that stays in the worker. A cell keeps this handle and passes it to tools. */
export class TableHandle extends ResourceHandle<TableRequest> {
  constructor(request: TableRequest, labels = {}) {
    super("table", request, labels);
  }

  get year(): number {
    return this.request.year;
  }

  /**
   * The table with other emission intensities: `world.scale({region: "CHN", sector: "c12", factor: 0.8})` lets one sector
   * emit a fifth less per unit of output. Output and trade do not change.
   */
  scale(...edits: IntensityEdit[]): TableHandle {
    return new TableHandle(edited(this.request, edits));
  }
}

/** Labels of a tool's result on a handle, so that a notebook can read it without the table. */
export interface TableLabels {
  /** Codes of the R regions, in table order. */
  regions: string[];
  /** Codes of the N sectors, in table order. */
  sectors: string[];
  /** Names of the K stressors. */
  stressors: string[];
  units: { money: string; stressors: string[] };
  /** English names of regions and sectors, in the order of their codes, if known. */
  names?: { regions?: string[]; sectors?: string[] };
  /** Region and category of each column of final demand. */
  finalDemand?: { regions: string[]; categories: string[] };
  /** Year of the input–output structure. */
  year: number;
  /** For a modelled table: what it is, for captions, and the stated relative errors of consumption emissions, stressor × region. */
  modelled?: { label: string; errors?: { from: number[]; to: number; byGas: number[][] } };
}

/** A table that a tool made from others: `consumption.aggregate(world, …)`. It stays in the worker, too. */
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

/** The table of a handle. */
export interface TableOptions {
  /** An imported database by its name; default: the shipped WIOD 2013. */
  source?: string;
  /** Year of the input–output structure; default 2011. */
  year?: number;
  /** Year of the emissions; default: the year of the structure. */
  emissionsYear?: number;
  /** 7 for the teaching table of seven regions. */
  regions?: number;
  /** For 2012 to 2022, which have no published table: that of 2011 carried to known totals, with all gases. */
  modelled?: boolean;
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

/** Accounts under other factors, with a table that compares them to the accounts before. */
export interface WhatIfFrame extends WhatIfAccounts {
  readonly balance: Iterable<WhatIfRow>;
}

/** Labels of a prepared what-if. */
export interface WhatIfLabels extends TableLabels {
  before: WhatIfAccounts;
  factors: number[];
  rank: number;
  residual: number;
}

/** Edits of a table, prepared in the worker: each set of factors then takes microseconds, without a solve. */
export class WhatIfHandle {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly stressors: readonly string[];
  /** The accounts before the edits. */
  readonly before: WhatIfAccounts;
  /** The edits' own factors. */
  readonly factors: readonly number[];
  /** Rank of the changes of the coefficients. */
  readonly rank: number;
  /** The largest residual of the set-up solves. */
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

  /** The accounts if edit e is multiplied by `factors[e]`; default: the edits' own factors. */
  frame(factors: readonly number[] = this.factors): Promise<WhatIfFrame> {
    return this.#ask(factors) as Promise<WhatIfFrame>;
  }
}

/** Functions of `consumption` besides its tools. */
export interface TableFunctions {
  /** A handle on an input–output table by year and source. The table stays in its worker. */
  table(options?: TableOptions): TableHandle;
  /** Edits of a table, prepared in the worker: `frame(factors)` of the result then needs no solve. */
  whatIf(table: TableHandle, edits: WhatIfEdit[]): Promise<WhatIfHandle>;
}

/** `consumption.table`, and `consumption.whatIf` with edits instead of options. */
export function tableFunctions(client: ResourceClient): TableFunctions {
  return {
    table: ({ year = 2011, ...rest } = {}) => new TableHandle({ year, ...rest, edits: [] }),
    whatIf: (input: unknown, options: unknown = {}) =>
      input instanceof TableHandle && Array.isArray(options)
        ? prepare(client, input, options)
        : (client.tool("consumption.whatIf", input, options) as Promise<never>),
  };
}

async function prepare(
  client: ResourceClient,
  { request }: TableHandle,
  edits: readonly unknown[],
): Promise<WhatIfHandle> {
  // A what-if belongs to the run that prepared it: later calls of `frame` are recorded in the trail of that run.
  const whatIf = { name: "whatIf", request: { table: request, edits } };
  const prepared = (await client.open(whatIf)) as WhatIfLabels;
  return new WhatIfHandle(prepared, (factors) => client.view(whatIf, "frame", { factors: [...factors] }));
}
