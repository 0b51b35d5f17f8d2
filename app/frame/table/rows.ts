import type { Table } from "apache-arrow";
import { type Column, columnsOf, type UnitOf } from "../../../kernel/values/column.ts";
import { type Filter, filterRows, isEmpty, noFilter } from "./filter.ts";
import { orderRows } from "./order.ts";
import { inSlices } from "./slices.ts";

export interface Order {
  readonly column: number;
  readonly descending: boolean;
}

/** The shown rows of a table: filtered, then sorted. Dispatches `change`; works in time slices. */
export class Rows extends EventTarget {
  readonly columns: readonly Column[];
  /** The number of rows of the table. */
  readonly all: number;
  #shown: Uint32Array | null = null;
  #found: Uint32Array | null = null;
  #filter: Filter = noFilter;
  #order: Order | null = null;
  #work = new AbortController();
  #working = false;

  constructor(table: Table, unitOf: UnitOf) {
    super();
    this.columns = columnsOf(table, unitOf);
    this.all = table.numRows;
  }

  /** The number of shown rows. */
  get count(): number {
    return this.#shown?.length ?? this.all;
  }

  get order(): Order | null {
    return this.#order;
  }

  get filtered(): boolean {
    return !isEmpty(this.#filter);
  }

  get working(): boolean {
    return this.#working;
  }

  /** The row of the table at a place among the shown rows, both from 0. */
  at(place: number): number {
    return this.#shown?.[place] ?? place;
  }

  filter(filter: Filter): Promise<void> {
    this.#filter = filter;
    return this.#arrange(true);
  }

  sort(order: Order | null): Promise<void> {
    this.#order = order;
    return this.#arrange(false);
  }

  async #arrange(refilter: boolean): Promise<void> {
    this.#work.abort();
    this.#work = new AbortController();
    const { signal } = this.#work;
    this.#setWorking(true);
    try {
      if (refilter) {
        const found = isEmpty(this.#filter)
          ? null
          : await inSlices(filterRows(this.columns, this.all, this.#filter), signal);
        this.#found = found;
      }
      const order = this.#order;
      const column = order && this.columns[order.column];
      const rows = this.#found ?? (column ? allOf(this.all) : null);
      this.#shown = rows && column ? await inSlices(orderRows(column, rows, order.descending), signal) : rows;
      this.#setWorking(false);
    } catch (error) {
      // A newer request replaced this one.
      if (!signal.aborted) throw error;
    }
  }

  #setWorking(working: boolean): void {
    this.#working = working;
    this.dispatchEvent(new Event("change"));
  }
}

function allOf(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let i = 0; i < count; ++i) rows[i] = i;
  return rows;
}
