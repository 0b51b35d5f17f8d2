import { isQuery } from "../../kernel/cell/kinds.ts";
import type { CellStatus } from "../../kernel/runtime/state.ts";
import type { CellReport, DocumentCell, TableColumn, ValueReport } from "../../kernel/sandbox/protocol.ts";

/** So many cells and names are remembered: a frame that tells of more and more fills nobody's memory. */
const MOST = 50_000;

/** What the frame told last of its cells and of the values they define. */
export class FrameReports {
  readonly #reports = new Map<number, CellReport>();
  readonly #values = new Map<string, ValueReport>();

  get reports(): ReadonlyMap<number, CellReport> {
    return this.#reports;
  }

  get values(): ReadonlyMap<string, ValueReport> {
    return this.#values;
  }

  take(reports: readonly CellReport[], removed: readonly number[]): void {
    for (const id of removed) this.#reports.delete(id);
    for (const report of reports) remember(this.#reports, report.id, report);
  }

  takeValues(values: readonly ValueReport[]): void {
    for (const value of values) remember(this.#values, value.name, value);
  }

  /** What cells of SQL gave that have a name, of those whose text is the one that ran, and did not fail. */
  queryResults(cells: readonly DocumentCell[]): Map<number, readonly TableColumn[]> {
    const results = new Map<number, readonly TableColumn[]>();
    for (const { id, kind, attributes } of cells) {
      const { output = "" } = attributes;
      const columns = this.#values.get(output)?.columns;
      const report = this.#reports.get(id);
      // A value keeps its name's report when its cell goes: the cell must be the one that gives it.
      if (!isQuery(kind) || !columns || !report?.outputs.includes(output)) continue;
      if (!report.edited && report.state.status !== "failed") results.set(id, columns);
    }
    return results;
  }

  /** The frame is gone: its cells have no state until the next one tells. */
  forget(): void {
    this.#reports.clear();
  }
}

/** How many cells are in one of these states. */
export function countCells(reports: ReadonlyMap<number, CellReport>, ...statuses: readonly CellStatus[]): number {
  let count = 0;
  for (const { state } of reports.values()) if (statuses.includes(state.status)) ++count;
  return count;
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): void {
  if (known.size < MOST || known.has(key)) known.set(key, value);
}
