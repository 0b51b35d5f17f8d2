import type { CellStatus } from "../../kernel/runtime/state.ts";
import type { CellReport, ValueReport } from "../../kernel/sandbox/protocol.ts";

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
    for (const report of reports) this.#reports.set(report.id, report);
  }

  takeValues(values: readonly ValueReport[]): void {
    for (const value of values) this.#values.set(value.name, value);
  }

  /** The frame is gone: its cells have no state until the next one tells. */
  forget(): void {
    this.#reports.clear();
  }

  /** How many cells are in one of these states. */
  count(...statuses: readonly CellStatus[]): number {
    let count = 0;
    for (const { state } of this.#reports.values()) if (statuses.includes(state.status)) ++count;
    return count;
  }
}
