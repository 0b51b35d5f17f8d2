import type { ChartListener } from "./dataset-chart.ts";
import type { OfferedNames } from "./offered-names.ts";
import { PlaceNames } from "./place-names.ts";
import { rowCell } from "./row-cell.ts";
import { type RowChoice, settledRows } from "./row-choice.ts";
import { columnOf, type RowSource, type RowTable } from "./row-table.ts";

/** What is chosen of a table of the notebook. */
export class RowChart {
  readonly table: RowTable;
  readonly #listener: ChartListener;
  choice: RowChoice;

  constructor(table: RowTable, choice: RowChoice, listener: ChartListener) {
    this.table = table;
    this.choice = choice;
    this.#listener = listener;
  }

  get source(): string {
    return rowCell(this.choice, this.table);
  }

  get data(): RowSource {
    return this.table.source;
  }

  async final(): Promise<string> {
    return this.source;
  }

  change(change: Partial<RowChoice>): void {
    this.choice = settledRows({ ...this.choice, ...change }, this.table);
    this.#listener.changed();
    this.#listener.draw(this.source);
  }

  /** The values of the column whose values are drawn; null if there is none. */
  get names(): OfferedNames | null {
    const { label, labels } = this.choice;
    if (label === null) return null;
    const values = columnOf(this.table, label)?.values ?? [];
    const set = (chosen: readonly string[]) => this.change({ labels: chosen });
    return {
      names: new PlaceNames(
        values.map((value) => ({ region: value, name_en: value, name_zh: value })),
        "region",
      ),
      codes: new Set(values),
      chosen: labels,
      isSuggested: false,
      set,
      add: (codes) => set([...new Set([...labels, ...codes])]),
    };
  }
}
