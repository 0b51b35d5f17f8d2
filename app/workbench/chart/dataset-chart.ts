import { chartCell } from "./chart-cell.ts";
import type { ChartChoice } from "./chart-choice.ts";
import { spanQuery } from "./chart-query.ts";
import type { ChartSources } from "./chart-sources.ts";
import type { ChartTable } from "./chart-table.ts";
import type { OfferedNames } from "./offered-names.ts";
import { firstChoice, settled, yearsWithin } from "./settled-choice.ts";
import type { StartingChart } from "./ten-charts.ts";

/** Charts over time begin here unless earlier years are chosen. */
const USUAL_FIRST = 1990;

/** What is called when a choice has changed, and when its cell is to be drawn. */
export interface ChartListener {
  changed(): void;
  draw(source: string): void;
}

type Span = readonly [first: number, last: number];

/** What is chosen of a dataset of the library. */
export class DatasetChart {
  readonly sources: ChartSources;
  readonly #listener: ChartListener;
  choice: ChartChoice | null = null;
  /** The first and the last year with values. */
  span: Span | null = null;
  /** Whether the places and the years were chosen by the person, and not by the dialog. */
  readonly isOwn: { places: boolean; years: boolean };
  #fitting: AbortController | null = null;

  /** @param isOwn whether what it begins with was chosen by the person */
  constructor(sources: ChartSources, listener: ChartListener, isOwn: boolean) {
    this.sources = sources;
    this.#listener = listener;
    this.isOwn = { places: isOwn, years: isOwn };
  }

  get table(): ChartTable | null {
    return (this.choice && this.sources.tables.get(this.choice.dataset)) ?? null;
  }

  /** The name of the dataset. */
  get data(): string {
    return this.choice?.dataset ?? "";
  }

  /** Takes a changed choice: corrects it by the years that there are, and shows it. A later change ends an earlier one. */
  async settle(wanted: ChartChoice): Promise<void> {
    const table = this.sources.tables.get(wanted.dataset);
    if (!table) return;
    this.#fitting?.abort();
    const fitting = new AbortController();
    this.#fitting = fitting;
    const choice = settled(wanted, table);
    this.choice = choice;
    this.span = null;
    this.#listener.changed();
    let fitted = choice;
    if (table.year && choice.years) {
      const [row] = await this.sources.rows(spanQuery(choice, table), fitting.signal).catch(() => []);
      if (fitting.signal.aborted) return;
      this.span = spanOf(row);
      fitted = settled({ ...choice, years: this.#yearsFor(choice) }, table);
    }
    this.choice = fitted;
    this.#listener.changed();
    this.#listener.draw(chartCell(fitted, table));
  }

  /** Ends what is being asked for. */
  stop(): void {
    this.#fitting?.abort();
  }

  change(change: Partial<ChartChoice>): void {
    if (!this.choice) return;
    const places = this.isOwn.places ? {} : { places: [] };
    void this.settle({ ...this.choice, ...places, ...change });
  }

  chooseYears(years: Span): void {
    this.isOwn.years = true;
    this.change({ years });
  }

  /** Begins with another dataset, with the form and the places that were chosen. */
  open(table: ChartTable): void {
    const places = this.isOwn.places ? (this.choice?.places ?? []) : [];
    void this.settle({ ...firstChoice(table), form: this.choice?.form ?? "trend", places });
  }

  start({ choice, isOfOne }: StartingChart): void {
    const table = this.sources.tables.get(choice.dataset);
    if (!table) return;
    const kept = this.isOwn.places ? (this.choice?.places ?? []) : [];
    const usual = firstChoice(table);
    const places = kept.length > 0 ? kept : (choice.places ?? usual.places);
    this.isOwn.years = false;
    void this.settle({ ...usual, ...choice, places: isOfOne ? places.slice(0, 1) : places });
  }

  /** The places among which is chosen; null where there are none, or all are drawn. */
  get names(): OfferedNames | null {
    const { choice, table, isOwn } = this;
    if (!choice || !table?.place || choice.form === "map") return null;
    const set = (places: readonly string[]) => {
      isOwn.places = true;
      this.change({ places });
    };
    return {
      names: this.sources.namesOf(table)!,
      codes: new Set(table.place.codes),
      chosen: choice.places,
      isSuggested: !isOwn.places && choice.places.length > 0,
      set,
      add: (codes) => {
        const before = isOwn.places ? choice.places : [];
        set(choice.split === null ? [...new Set([...before, ...codes])] : codes.slice(-1));
      },
    };
  }

  /** The source of what is chosen; null if it is changed meanwhile. The years of places that were just taken are asked for anew. */
  async final(): Promise<string | null> {
    const { choice, table } = this;
    const fitting = this.#fitting;
    if (!choice || !table) return null;
    const [row] = table.year
      ? await this.sources.rows(spanQuery(choice, table), new AbortController().signal).catch(() => [])
      : [];
    if (fitting !== this.#fitting || !this.choice) return null;
    this.span = spanOf(row) ?? this.span;
    return chartCell(settled({ ...this.choice, years: this.#yearsFor(this.choice) }, table), table);
  }

  #yearsFor({ years, form }: ChartChoice): ChartChoice["years"] {
    const { span } = this;
    if (!span || !years) return years;
    const [first, last] = span;
    if (!this.isOwn.years)
      return form === "trend" ? [Math.min(last, Math.max(first, USUAL_FIRST)), last] : [last, last];
    return yearsWithin(years, { first, last });
  }
}

function spanOf(row: { readonly [column: string]: unknown } | undefined): Span | null {
  return typeof row?.first === "number" && typeof row.last === "number" ? [row.first, row.last] : null;
}
