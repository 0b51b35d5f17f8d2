import type { ChartListener } from "./dataset-chart.ts";
import type { OfferedNames } from "./offered-names.ts";
import { PlaceNames } from "./place-names.ts";
import { isPlaced, rowCell } from "./row-cell.ts";
import { type RowChoice, settledRows } from "./row-choice.ts";
import { countriesOf } from "./row-places.ts";
import { columnOf, type RowSource, type RowTable } from "./row-table.ts";

/** What is chosen of a table of the notebook. */
export class RowChart {
  readonly table: RowTable;
  readonly countries: PlaceNames;
  readonly #listener: ChartListener;
  choice: RowChoice;

  /** @param countries the names of countries, by which those of the table are found and shown */
  constructor(table: RowTable, choice: RowChoice, countries: PlaceNames, listener: ChartListener) {
    this.table = table;
    this.countries = countries;
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

  /** The values that can be drawn: with people, GDP or a map, only countries. */
  #values(label: string): readonly string[] {
    const { codes } = countriesOf(this.table, label) ?? {};
    if (codes && isPlaced(this.choice)) return [...codes.keys()];
    return columnOf(this.table, label)?.values ?? [];
  }

  /** The values of the column whose values are drawn; null if there is none. */
  get names(): OfferedNames | null {
    const { label, labels } = this.choice;
    if (label === null) return null;
    const { countries } = this;
    const values = this.#values(label);
    const set = (chosen: readonly string[]) => this.change({ labels: chosen });
    return {
      names: new PlaceNames(
        values.map((value) => {
          const code = countriesOf(this.table, label)?.codes.get(value);
          const name = code === undefined ? { en: value, zh: value } : countries.nameOf(code);
          return { region: value, name_en: name.en, name_zh: name.zh, name_own: value, iso3: code ?? null };
        }),
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
