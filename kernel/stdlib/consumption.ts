import type { Run } from "../runtime/run.ts";
import type { PageClient } from "../sandbox/page-client.ts";
import {
  type IntensityEdit,
  isTableReference,
  type TableReference,
  type TableRequest,
  whatIfFrame,
} from "../services/compute/table-handle.ts";

/** The page as tools are asked of it. */
export type ToolPage = Pick<PageClient, "compute">;

/** A multi-regional input–output table that stays in the worker. A cell holds this handle and hands it to tools. */
export class TableHandle {
  readonly request: TableRequest;

  constructor(request: TableRequest, labels: object = {}) {
    this.request = request;
    Object.freeze(Object.assign(this, labels));
  }

  get year(): number {
    return this.request.year;
  }

  /**
   * The table with other emission intensities: `world.scale({region: "CHN", sector: "c12", factor: 0.8})` lets one sector
   * emit a fifth less per unit of output. Output and trade stay as they are.
   */
  scale(...edits: IntensityEdit[]): TableHandle {
    return new TableHandle({ ...this.request, edits: [...this.request.edits, ...edits] });
  }

  equals(other: TableHandle): boolean {
    return JSON.stringify(this.request) === JSON.stringify(other.request);
  }

  toReference(): TableReference {
    return { $table: this.request };
  }
}

/** What a made table says of itself without being opened. */
export interface TableLabels {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly stressors: readonly string[];
  readonly units: { readonly money: string; readonly stressors: readonly string[] };
}

/** A table that a tool made of others: `consumption.aggregate(world, …)`. It stays in the worker like those. */
export class MadeTableHandle extends TableHandle implements TableLabels {
  declare readonly regions: readonly string[];
  declare readonly sectors: readonly string[];
  declare readonly stressors: readonly string[];
  declare readonly units: TableLabels["units"];

  constructor(request: TableRequest, { regions, sectors, stressors, units }: TableLabels) {
    super(request, { regions, sectors, stressors, units });
  }

  override scale(...edits: IntensityEdit[]): MadeTableHandle {
    return new MadeTableHandle({ ...this.request, edits: [...this.request.edits, ...edits] }, this);
  }
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

interface Prepared {
  regions: string[];
  sectors: string[];
  stressors: string[];
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

  constructor(prepared: Prepared, ask: (factors: readonly number[]) => Promise<unknown>) {
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
  frame(factors: readonly number[] = this.factors): Promise<WhatIfAccounts> {
    return this.#ask(factors) as Promise<WhatIfAccounts>;
  }
}

/** A room of the accounting library: each property is a function that runs the tool `room.property` in a worker. */
export function toolsOf(room: string, page: ToolPage, run: Run, own: Record<string, unknown> = {}): unknown {
  return new Proxy(own, {
    get(target, name) {
      if (typeof name !== "string" || name === "then") return undefined;
      if (name in target) return target[name];
      return async (input: unknown, options: Record<string, unknown> = {}) =>
        handled(await page.compute(run, `${room}.${name}`, referred(input, options)));
    },
  });
}

/** `consumption` of one run: the tools of the consumption end, and `table`, which gives a handle on a table. */
export function consumptionOf(page: ToolPage, run: Run): unknown {
  return toolsOf("consumption", page, run, {
    table: ({ year = 2011, ...rest }: TableOptions = {}) => new TableHandle({ year, ...rest, edits: [] }),
    whatIf: (input: unknown, options: unknown = {}) =>
      input instanceof TableHandle && Array.isArray(options)
        ? prepare(page, run, input, options)
        : page.compute(run, "consumption.whatIf", referred(input, options as Record<string, unknown>)),
  });
}

async function prepare(page: ToolPage, run: Run, table: TableHandle, edits: readonly unknown[]): Promise<WhatIfHandle> {
  const question = { ...table.toReference(), edits };
  const prepared = (await page.compute(run, whatIfFrame, question)) as Prepared;
  return new WhatIfHandle(prepared, (factors) =>
    page.compute(run, whatIfFrame, { ...question, factors: [...factors] }),
  );
}

/** A result with its tables as handles: the result itself, or its field `table`. */
function handled(result: unknown): unknown {
  if (isTableReference(result)) return new MadeTableHandle(result.$table, result as TableReference & TableLabels);
  if (typeof result !== "object" || result === null || !("table" in result)) return result;
  return isTableReference(result.table) ? { ...result, table: handled(result.table) } : result;
}

/** Handles as they travel: the input itself, or any of its fields. */
function referred(input: unknown, options: Record<string, unknown>): unknown {
  if (input instanceof TableHandle) return { ...fieldsReferred(options), ...input.toReference() };
  if (typeof input !== "object" || input === null) return input;
  const fields = Object.values(input);
  const isPlain = Object.keys(options).length === 0 && !fields.some((value) => value instanceof TableHandle);
  return isPlain ? input : fieldsReferred({ ...input, ...options });
}

function fieldsReferred(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value instanceof TableHandle ? value.toReference() : value]),
  );
}
