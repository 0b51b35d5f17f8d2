import { isQuery } from "../../kernel/cell/kinds.ts";
import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import { type ShownStatus, shownStatus } from "../../kernel/runtime/state.ts";
import type { CellReport, ValueReport } from "../../kernel/sandbox/protocol.ts";
import type { TableColumn } from "../../kernel/values/table-column.ts";

/** Most cells and names that are stored, so that a frame cannot fill the page's memory with reports. */
const MAX_ENTRIES = 50_000;

/** The frame's last reports on its cells and on the values they define. */
export class FrameReports {
  readonly #reports = new Map<number, CellReport>();
  readonly #values = new Map<string, ValueReport>();

  get reports(): ReadonlyMap<number, CellReport> {
    return this.#reports;
  }

  get values(): ReadonlyMap<string, ValueReport> {
    return this.#values;
  }

  update(reports: readonly CellReport[], removed: readonly number[]): void {
    for (const id of removed) this.#reports.delete(id);
    for (const report of reports) remember(this.#reports, report.id, report);
  }

  updateValues(values: readonly ValueReport[]): void {
    for (const value of values) remember(this.#values, value.name, value);
  }

  /** The columns of the results of named SQL cells that did not fail and were not edited since their run. */
  queryResults(cells: readonly DocumentCell[]): Map<number, readonly TableColumn[]> {
    const results = new Map<number, readonly TableColumn[]>();
    for (const { id, kind, attributes } of cells) {
      const { output = "" } = attributes;
      const columns = this.#values.get(output)?.columns;
      const report = this.#reports.get(id);
      // A value's report outlives its cell: this cell must be the one that defines the name.
      if (!isQuery(kind) || !columns || !report?.outputs.includes(output)) continue;
      if (!report.edited && report.state.status !== "failed") results.set(id, columns);
    }
    return results;
  }

  /** The frame is gone: its cells have no state until the next one reports. */
  forget(): void {
    this.#reports.clear();
  }
}

/** How many cells are in one of these states, as a person sees them. */
export function countCells(reports: ReadonlyMap<number, CellReport>, ...statuses: readonly ShownStatus[]): number {
  let count = 0;
  for (const { state } of reports.values()) if (statuses.includes(shownStatus(state))) ++count;
  return count;
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): void {
  if (known.size < MAX_ENTRIES || known.has(key)) known.set(key, value);
}
