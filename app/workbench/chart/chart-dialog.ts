import { html, nothing } from "lit";
import { datasetKinds } from "../../../kernel/services/catalogue.ts";
import { servedVocabulary } from "../../../kernel/services/served-vocabulary.ts";
import { writeFormulas } from "../../../lib/charts/number-text.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { dialogStyle } from "../../design/dialog.ts";
import { icon } from "../../design/icons.ts";
import { showSentence } from "../../design/sentence.ts";
import { say, sayText } from "../../language/speech.ts";
import { showModal } from "../../live/modal-dialog.ts";
import { type CellBehind, CellPreview } from "../../session/cell-preview.ts";
import type { Session } from "../../session/contract.ts";
import { openServices } from "../../session/services.ts";
import { datasetKindTexts } from "../panels/data-texts.ts";
import { DialogElement } from "../shell/dialog-element.ts";
import { chartCell, labelOf } from "./chart-cell.ts";
import type { ChartChoice, ChartForm, Denominator } from "./chart-choice.ts";
import { spanQuery } from "./chart-query.ts";
import { cellsBehind, loadRows, type OfferedRows, offeredRows, rowsOfCell } from "./chart-rows.ts";
import { ChartSources } from "./chart-sources.ts";
import { chartStyle } from "./chart-style.ts";
import { type ChartTable, contextColumns, isContextColumn } from "./chart-table.ts";
import { chartTexts } from "./chart-texts.ts";
import { valueNames } from "./measure-names.ts";
import { PlaceNames } from "./place-names.ts";
import { readChartCell } from "./read-chart-cell.ts";
import { readRowCell } from "./read-row-cell.ts";
import { rowCell } from "./row-cell.ts";
import { firstRowChoice, type RowChoice, type RowForm, rowFormsOf, settledRows } from "./row-choice.ts";
import { rowControls } from "./row-controls.ts";
import { columnOf, type RowSource, type RowTable } from "./row-table.ts";
import { select } from "./select-field.ts";
import { denominatorsOf, firstChoice, formsOf, isBeside, isSameScale, settled, yearsWithin } from "./settled-choice.ts";
import { type StartingChart, startingCharts } from "./ten-charts.ts";

/** The cell that the dialog was opened on: one that it may write again, or one after which it inserts. */
type Target = { readonly cell: number; readonly is: "own" | "changed" | "other" } | null;

/** The table whose rows are drawn, and what is chosen of it. */
interface Rows {
  readonly table: RowTable;
  readonly choice: RowChoice;
}

/** Names that can be chosen, those that are, and how that is changed. */
interface Named {
  readonly names: PlaceNames;
  readonly codes: ReadonlySet<string>;
  readonly chosen: readonly string[];
  readonly set: (chosen: readonly string[]) => void;
}

/** With what the dialog opens: a dataset, a cell, or neither. */
export interface ChartRequest {
  readonly dataset?: string | undefined;
  readonly cell: number | null;
}

/** The dataset of a chart that was asked for without one. */
const USUAL_DATASET = "carbon_budget_countries";
/** Charts over time begin here unless earlier years are chosen. */
const USUAL_FIRST = 1990;
/** More places than this are not offered for what was typed. */
const MOST_FOUND = 6;

/**
 * The dialog in which a chart is chosen: measure, places, years, relations and form, with a preview that is the cell itself, running.
 * What was chosen stands in the cell alone, from which the dialog reads it back.
 */
export class ChartDialog extends DialogElement {
  static override properties = {
    sources: { state: true },
    problem: { state: true },
    choice: { state: true },
    rows: { state: true },
    target: { state: true },
    typed: { state: true },
    unknown: { state: true },
    span: { state: true },
  };
  static override styles = [controls, dialogStyle, chartStyle];

  declare private sources: ChartSources | null;
  declare private problem: Sentence | null;
  declare private choice: ChartChoice | null;
  /** The table whose rows are drawn instead of a dataset of the catalogue. */
  declare private rows: Rows | null;
  declare private target: Target;
  /** What stands in the field of places. */
  declare private typed: string;
  declare private unknown: readonly string[];
  /** The first and the last year with values. */
  declare private span: readonly [number, number] | null;
  /** Whether the places and the years were chosen by the person, and not by the dialog. */
  #isOwn = { places: false, years: false };
  #preview: CellPreview | null = null;
  #fitting: AbortController | null = null;
  #source = "";

  constructor() {
    super();
    this.sources = null;
    this.problem = null;
    this.choice = null;
    this.rows = null;
    this.target = null;
    this.typed = "";
    this.unknown = [];
    this.span = null;
  }

  async show({ dataset, cell }: ChartRequest): Promise<void> {
    const { session } = this;
    if (!session) return;
    this.problem = null;
    this.choice = null;
    this.rows = null;
    this.target = null;
    this.typed = "";
    this.unknown = [];
    this.#isOwn = { places: false, years: false };
    await this.updateComplete;
    showModal(this.dialog);
    try {
      this.sources ??= await loadSources(session);
    } catch (error) {
      this.problem = chartTexts.failed({ reason: messageOf(error) });
      return;
    }
    if (!this.dialog.open || session !== this.session) return;
    await this.#begin(this.sources, session, dataset, cell);
    await this.updateComplete;
    const field =
      this.renderRoot.querySelector<HTMLElement>(".places input") ?? this.renderRoot.querySelector("select");
    field?.focus();
  }

  async #begin(
    sources: ChartSources,
    session: Session,
    dataset: string | undefined,
    cell: number | null,
  ): Promise<void> {
    const source = dataset === undefined ? session.cells.find(({ id }) => id === cell)?.source : undefined;
    this.target = cell === null ? null : { cell, is: "other" };
    if (source !== undefined && cell !== null && (await this.#read(sources, session, cell, source))) return;
    const offered = offeredRows(session);
    const rows =
      dataset === undefined
        ? rowsOfCell(session, cell)
        : offered.find((each) => each.source.is === "own" && each.source.name === dataset);
    if (rows && (await this.#openRows(rows))) return;
    const table = sources.tables.get(dataset ?? USUAL_DATASET) ?? [...sources.tables.values()][0];
    if (table) void this.#settle(firstChoice(table));
    else this.problem = chartTexts.noTables();
  }

  /** Takes the choice over from a cell that is a chart. False if it is none. */
  async #read(sources: ChartSources, session: Session, cell: number, source: string): Promise<boolean> {
    const ofRows = readRowCell(source);
    const offered = ofRows && offeredRows(session).find((each) => isSame(each.source, ofRows.choice.source));
    if (ofRows && offered) {
      const table = await loadRows(session, offered).catch(() => null);
      if (table) {
        this.target = { cell, is: ofRows.isOwn(table) ? "own" : "changed" };
        this.#isOwn = { places: true, years: true };
        this.#showRows(settledRows(ofRows.choice, table), table);
        return true;
      }
    }
    const read = readChartCell(source, (name) => sources.tables.get(name) ?? null);
    if (read.kind === "other") return false;
    this.target = { cell, is: read.kind };
    this.#isOwn = { places: true, years: true };
    void this.#settle(read.choice);
    return true;
  }

  /** Shows the first chart of a table of the notebook. False if there is nothing to draw. */
  async #openRows(offered: OfferedRows): Promise<boolean> {
    const { session } = this;
    if (!session) return false;
    this.problem = null;
    try {
      const table = await loadRows(session, offered);
      if (!table || rowFormsOf(table).length === 0) {
        this.problem = chartTexts.noNumbers({ table: offered.title });
        return false;
      }
      this.#showRows(firstRowChoice(table), table);
      return true;
    } catch (error) {
      this.problem = chartTexts.failed({ reason: messageOf(error) });
      return false;
    }
  }

  #showRows(choice: RowChoice, table: RowTable): void {
    this.#fitting?.abort();
    const { session } = this;
    const isOther = !this.rows || !isSame(this.rows.table.source, table.source);
    this.rows = { choice, table };
    this.choice = null;
    if (isOther) this.#endPreview();
    if (session)
      this.#preview ??= this.#openPreview(
        session,
        table.source.is === "value" ? cellsBehind(session, table.source.name) : [],
      );
    this.#drawSource(rowCell(choice, table));
  }

  #changeRows(change: Partial<RowChoice>): void {
    if (this.rows) this.#showRows(settledRows({ ...this.rows.choice, ...change }, this.rows.table), this.rows.table);
  }

  /** Takes a changed choice: corrects it by the years that there are, and shows it. A later change ends an earlier one. */
  async #settle(wanted: ChartChoice): Promise<void> {
    const { sources } = this;
    const table = sources?.tables.get(wanted.dataset);
    if (!sources || !table) return;
    if (this.rows) {
      this.rows = null;
      this.#endPreview();
    }
    this.problem = null;
    this.#fitting?.abort();
    const fitting = new AbortController();
    this.#fitting = fitting;
    const choice = settled(wanted, table);
    this.choice = choice;
    this.span = null;
    let fitted = choice;
    if (table.year && choice.years) {
      const [row] = await sources.rows(spanQuery(choice, table), fitting.signal).catch(() => []);
      if (fitting.signal.aborted) return;
      this.span = spanOf(row);
      fitted = settled({ ...choice, years: this.#yearsFor(choice) }, table);
    }
    this.choice = fitted;
    this.#draw(fitted, table);
  }

  #yearsFor({ years, form }: ChartChoice): ChartChoice["years"] {
    const { span } = this;
    if (!span || !years) return years;
    const [first, last] = span;
    if (!this.#isOwn.years)
      return form === "trend" ? [Math.min(last, Math.max(first, USUAL_FIRST)), last] : [last, last];
    return yearsWithin(years, { first, last });
  }

  #draw(choice: ChartChoice, table: ChartTable): void {
    const { session } = this;
    if (session && this.dialog.open) this.#preview ??= this.#openPreview(session, []);
    this.#drawSource(chartCell(choice, table));
  }

  #openPreview(session: Session, behind: readonly CellBehind[]): CellPreview {
    const preview = new CellPreview((document) => session.copyOf(document), behind);
    preview.addEventListener("change", () => this.requestUpdate());
    return preview;
  }

  #endPreview(): void {
    this.#preview?.end();
    this.#preview = null;
    this.renderRoot.querySelector(".preview")?.replaceChildren();
  }

  #drawSource(source: string): void {
    const place = this.renderRoot.querySelector<HTMLElement>(".preview");
    if (!place || !this.dialog.open) return;
    this.#source = source;
    this.#preview?.show(source, place);
    const frame = place.querySelector("iframe");
    if (frame) frame.title = say(chartTexts.preview());
    this.requestUpdate();
  }

  #change(change: Partial<ChartChoice>): void {
    if (!this.choice) return;
    const places = this.#isOwn.places ? {} : { places: [] };
    void this.#settle({ ...this.choice, ...places, ...change });
  }

  #start({ choice, isOfOne }: StartingChart): void {
    const table = this.sources?.tables.get(choice.dataset);
    if (!table) return;
    const kept = this.#isOwn.places ? (this.choice?.places ?? []) : [];
    const usual = firstChoice(table);
    const places = kept.length > 0 ? kept : (choice.places ?? usual.places);
    this.#isOwn.years = false;
    void this.#settle({ ...usual, ...choice, places: isOfOne ? places.slice(0, 1) : places });
  }

  /** The names among which is chosen: places of a dataset, or values of a column. */
  #named(): Named | null {
    const { choice, rows, sources } = this;
    if (rows) {
      const values = columnOf(rows.table, rows.choice.label)?.values ?? [];
      const names = new PlaceNames(
        values.map((value) => ({ region: value, name_en: value, name_zh: value })),
        "region",
      );
      const set = (labels: readonly string[]) => this.#changeRows({ labels });
      return rows.choice.label === null ? null : { names, codes: new Set(values), chosen: rows.choice.labels, set };
    }
    const table = choice && sources?.tables.get(choice.dataset);
    if (!table?.place || choice?.form === "map") return null;
    const set = (places: readonly string[]) => {
      this.#isOwn.places = true;
      this.#change({ places });
    };
    return { names: sources!.namesOf(table)!, codes: new Set(table.place.codes), chosen: choice!.places, set };
  }

  #addPlaces(codes: readonly string[]): void {
    const named = this.#named();
    if (codes.length === 0 || !named) return;
    const before = this.#isOwn.places || this.rows ? named.chosen : [];
    const isOfOne = this.choice !== null && this.choice.split !== null;
    named.set(isOfOne ? codes.slice(-1) : [...new Set([...before, ...codes])]);
  }

  /** Takes the places that stand in the field. False if one of them is none. */
  #take(): boolean {
    const named = this.#named();
    if (!named || this.typed.trim() === "") return true;
    const { found, rest } = named.names.take(this.typed, named.codes);
    this.typed = rest.join(", ");
    this.unknown = rest;
    this.#addPlaces(found);
    return rest.length === 0;
  }

  protected override render() {
    const { choice, sources, problem } = this;
    const table = choice && sources?.tables.get(choice.dataset);
    const isReady = table != null || this.rows !== null;
    return html`<dialog aria-labelledby="title" @close=${this.#closed}>
      <form class="sheet" @submit=${this.#submit}>
        <div class="head">
          <h2 id="title">${say(chartTexts.title())}</h2>
          <button class="tool" type="button" aria-label=${say(chartTexts.close())} @click=${() => this.close()}>${icon("close")}</button>
        </div>
        <div class="body">
          <div class="choices">
            ${problem === null ? nothing : html`<p class="problem" role="alert">${showSentence(say(problem))}</p>`}
            ${choice && table ? this.#renderChoices(choice, table) : this.rows ? this.#renderRows(this.rows) : problem === null ? html`<p class="muted" role="status">${say(chartTexts.loading())}</p>` : nothing}
          </div>
          <div class="shown">
            <div class="preview" inert></div>
            ${this.#renderState()}
          </div>
        </div>
        <div class="foot">
          <button class="button" type="button" @click=${() => this.close()}>${say(chartTexts.cancel())}</button>
          ${
            this.target?.is === "own"
              ? html`<button class="button" type="button" ?disabled=${!isReady} @click=${() => void this.#insert()}>${say(chartTexts.insertNew())}</button>
                  <button class="button primary" type="submit" ?disabled=${!isReady}>${say(chartTexts.change())}</button>`
              : html`<button class="button primary" type="submit" ?disabled=${!isReady}>${say(chartTexts.insert())}</button>`
          }
        </div>
      </form>
    </dialog>`;
  }

  #renderState() {
    const state = this.#preview?.state;
    if (!state || !(this.choice || this.rows)) return nothing;
    return html`<p class="hint" role="status">
        ${
          state.is === "failed"
            ? html`<span class="problem">${showSentence(say(chartTexts.notDrawn({ reason: say(state.why) })))}</span>`
            : say(state.is === "shown" ? chartTexts.drawn() : chartTexts.drawing())
        }
      </p>
      <details>
        <summary>${say(chartTexts.code())}</summary>
        <pre tabindex="0" aria-label=${say(chartTexts.code())}>${this.#source}</pre>
      </details>`;
  }

  #renderChoices(choice: ChartChoice, table: ChartTable) {
    const { form } = choice;
    return html`${this.target?.is === "changed" ? html`<p class="note" role="status">${say(chartTexts.changedByHand())}</p>` : nothing}
      <fieldset>
        <legend>${say(chartTexts.starts())}</legend>
        <div class="chips">
          ${startingCharts
            .filter((start) => this.sources?.tables.has(start.choice.dataset))
            .map(
              (
                start,
              ) => html`<button class="chip" type="button" data-start=${start.id} @click=${() => this.#start(start)}>
                ${say(start.label)}
              </button>`,
            )}
        </div>
      </fieldset>
      ${this.#renderPlaces(!this.#isOwn.places)} ${this.#renderForms(formsOf(table), form, (each) => this.#change({ form: each }))}
      ${this.#renderData(table.name)} ${this.#renderMeasures(choice, table)} ${this.#renderKeys(choice, table)}
      ${this.#renderYears(choice, table)} ${this.#renderRelation(choice, table)}
      ${
        form === "ranking"
          ? select(
              chartTexts.count(),
              String(choice.count),
              [...new Set([5, 10, 15, 20, 30, choice.count])]
                .sort((a, b) => a - b)
                .map((count) => [String(count), String(count)]),
              (value) => this.#change({ count: Number(value) }),
            )
          : nothing
      }`;
  }

  #renderData(shown: string) {
    const { session, sources } = this;
    const groups = datasetKinds.flatMap((kind) => {
      const entries = session?.catalogue ?? [];
      const offered = entries.filter((entry) => entry.kind === kind && sources?.tables.has(entry.name));
      return offered.length > 0 ? [{ kind, offered }] : [];
    });
    const rows = session ? offeredRows(session) : [];
    const choose = ({ target }: Event) => this.#chooseData((target as HTMLSelectElement).value, rows);
    return html`<label><span>${say(chartTexts.data())}</span>
      <select class="field" data-choice="dataset" @change=${choose}>
        ${
          rows.length > 0
            ? html`<optgroup label=${say(chartTexts.ofNotebook())}>
              ${rows.map((each) => html`<option value=${keyOf(each.source)} .selected=${keyOf(each.source) === shown}>${each.title}</option>`)}
            </optgroup>`
            : nothing
        }
        ${groups.map(
          ({ kind, offered }) => html`<optgroup label=${say(datasetKindTexts[kind]())}>
            ${offered.map(({ name }) => html`<option value=${name} .selected=${name === shown}>${writeFormulas(sayText(sources!.tables.get(name)!.title))}</option>`)}
          </optgroup>`,
        )}
      </select>
    </label>`;
  }

  #chooseData(value: string, rows: readonly OfferedRows[]): void {
    const offered = rows.find(({ source }) => keyOf(source) === value);
    if (offered) {
      this.typed = "";
      void this.#openRows(offered);
      return;
    }
    const chosen = this.sources?.tables.get(value);
    if (!chosen) return;
    const places = this.#isOwn.places ? (this.choice?.places ?? []) : [];
    void this.#settle({ ...firstChoice(chosen), form: this.choice?.form ?? "trend", places });
  }

  #renderRows({ choice, table }: Rows) {
    return html`${this.target?.is === "changed" ? html`<p class="note" role="status">${say(chartTexts.changedByHand())}</p>` : nothing}
      ${this.#renderData(keyOf(table.source))} ${this.#renderForms(rowFormsOf(table), choice.form, (form) => this.#changeRows({ form: form as RowForm }))}
      ${rowControls(choice, table, (change) => this.#changeRows(change))} ${this.#renderPlaces(false)}`;
  }

  #renderForms(forms: readonly ChartForm[], shown: ChartForm, set: (form: ChartForm) => void) {
    return html`<fieldset>
      <legend>${say(chartTexts.form())}</legend>
      <div class="chips">
        ${forms.map(
          (form) => html`<button
            class="chip"
            type="button"
            data-form=${form}
            aria-pressed=${form === shown ? "true" : "false"}
            @click=${() => set(form)}
          >
            ${say(chartTexts[form]())}
          </button>`,
        )}
      </div>
    </fieldset>`;
  }

  #renderMeasures(choice: ChartChoice, table: ChartTable) {
    const { form, measures } = choice;
    const own = table.measures.map(({ column }) => [column, nameOfMeasure(table, column)] as const);
    if (form === "scatter") {
      const beside = Object.keys(contextColumns)
        .filter((name) => isContextColumn(name) && table.place?.names === "countries" && isBeside(name, table))
        .map((name) => [name, nameOfMeasure(table, name)] as const);
      return html`${select(chartTexts.vertical(), measures[0]!, own, (name) => this.#change({ measures: [name, measures[1]!] }))}
      ${select(chartTexts.horizontal(), measures[1]!, [...own, ...beside], (name) => this.#change({ measures: [measures[0]!, name] }))}`;
    }
    if (own.length === 1) return nothing;
    const first = select(chartTexts.measure(), measures[0]!, own, (name) => this.#change({ measures: [name] }));
    const scale = table.measures.find(({ column }) => column === measures[0])!;
    const others = table.measures.filter((each) => each !== scale && isSameScale(each, scale));
    if ((form !== "trend" && form !== "shares") || others.length === 0) return first;
    const toggle = (column: string, isOn: boolean) => {
      const all = isOn ? [...measures, column] : measures.filter((each) => each !== column);
      this.#change({ measures: all, split: null });
    };
    return html`${first}
      <fieldset>
        <legend>${say(chartTexts.measures())}</legend>
        ${others.map(
          ({ column }) => html`<label class="check">
            <input
              type="checkbox"
              .checked=${measures.includes(column)}
              @change=${({ target }: Event) => toggle(column, (target as HTMLInputElement).checked)}
            /><span>${nameOfMeasure(table, column)}</span>
          </label>`,
        )}
      </fieldset>`;
  }

  #renderKeys(choice: ChartChoice, table: ChartTable) {
    const maySplit = choice.form !== "map" && choice.form !== "scatter" && choice.measures.length === 1;
    const sums = choice.measures.every((name) => table.measures.find(({ column }) => column === name)?.sums);
    return table.keys.map(({ column, values, sums: maySum }) => {
      const value =
        choice.split === column ? "each" : choice.where[column] === undefined ? "all" : `=${choice.where[column]}`;
      const options = [
        ...(maySum && sums ? [["all", say(chartTexts.all())] as const] : []),
        ...(maySplit ? [["each", say(chartTexts.each())] as const] : []),
        ...values.map((each) => [`=${each}`, nameOfValue(each)] as const),
      ];
      return select(column, value, options, (chosen) => {
        const { [column]: _before, ...where } = choice.where;
        const split = chosen === "each" ? column : choice.split === column ? null : choice.split;
        this.#change({ split, where: chosen.startsWith("=") ? { ...where, [column]: chosen.slice(1) } : where });
      });
    });
  }

  /** @param mayBeSuggested whether those that are chosen were chosen by the dialog */
  #renderPlaces(mayBeSuggested: boolean) {
    const named = this.#named();
    if (!named) return nothing;
    const { names, codes, chosen } = named;
    const found = /[,，、;；]/.test(this.typed)
      ? []
      : names.search(this.typed, codes).filter(({ code }) => !chosen.includes(code));
    const isSuggested = mayBeSuggested && chosen.length > 0;
    const label = say(this.rows ? chartTexts.values() : chartTexts.places());
    return html`<fieldset class="places">
      <legend>${label}</legend>
      <input
        class="field"
        type="search"
        autocomplete="off"
        aria-label=${label}
        placeholder=${this.rows ? "" : say(chartTexts.findPlaces())}
        .value=${this.typed}
        @input=${(event: Event) => {
          this.typed = (event.target as HTMLInputElement).value;
          this.unknown = [];
        }}
        @keydown=${this.#placeKey}
      />
      ${
        found.length > 0
          ? html`<ul class="chips found">
            ${found.slice(0, MOST_FOUND).map(({ code, name }) => this.#renderFound(code, sayText(name)))}
          </ul>`
          : nothing
      }
      ${this.unknown.length > 0 ? html`<p class="problem" role="alert">${say(chartTexts.noPlace({ names: this.unknown }))}</p>` : nothing}
      ${
        chosen.length > 0
          ? html`<ul class="chips ${isSuggested ? "suggested" : ""}">
            ${chosen.map((code) => this.#renderChosen(code, sayText(names.nameOf(code)), named))}
          </ul>`
          : html`<p class="hint">${say(this.rows ? chartTexts.allValues() : chartTexts.allCountries())}</p>`
      }
      ${isSuggested ? html`<p class="hint">${say(chartTexts.suggested())}</p>` : nothing}
    </fieldset>`;
  }

  #renderFound(code: string, name: string) {
    const add = () => {
      this.typed = "";
      this.#addPlaces([code]);
    };
    return html`<li>
      <button class="chip" type="button" aria-label=${say(chartTexts.addPlace({ name }))} @click=${add}>${icon("add")}${name}</button>
    </li>`;
  }

  #renderChosen(code: string, name: string, { chosen, set }: Named) {
    const remove = () => set(chosen.filter((each) => each !== code));
    return html`<li>
      <button class="chip" type="button" data-place=${code} aria-label=${say(chartTexts.removePlace({ name }))} @click=${remove}>
        ${name}${icon("close")}
      </button>
    </li>`;
  }

  #renderYears(choice: ChartChoice, table: ChartTable) {
    const { years, form } = choice;
    if (!table.year || !years) return nothing;
    const [first, last] = this.span ?? [table.year.first, table.year.last];
    const all = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
    const options = all.map((year) => [year, year] as const);
    const choose = (chosen: readonly [number, number]) => {
      this.#isOwn.years = true;
      this.#change({ years: chosen });
    };
    if (form !== "trend")
      return select(chartTexts.year(), String(years[1]), options, (year) => choose([Number(year), Number(year)]));
    return html`<div class="pair">
      ${select(chartTexts.first(), String(years[0]), options, (year) => choose([Number(year), Math.max(years[1], Number(year))]))}
      ${select(chartTexts.last(), String(years[1]), options, (year) => choose([Math.min(years[0], Number(year)), Number(year)]))}
    </div>`;
  }

  #renderRelation(choice: ChartChoice, table: ChartTable) {
    const offered = denominatorsOf(choice, table);
    const options = [
      ["", say(chartTexts.nothing())] as const,
      ...offered.map((per) => [per, say(chartTexts[per]())] as const),
    ];
    const per = select(chartTexts.per(), choice.per ?? "", options, (value) =>
      this.#change({ per: offered.find((each) => each === value) ?? (null as Denominator | null) }),
    );
    const mayIndex = choice.form === "trend" && choice.per !== "world";
    return html`${offered.length > 0 ? per : nothing}
    ${
      mayIndex
        ? html`<label class="check">
          <input
            type="checkbox"
            .checked=${choice.index}
            @change=${({ target }: Event) => this.#change({ index: (target as HTMLInputElement).checked })}
          /><span>${say(chartTexts.index())}</span>
        </label>`
        : nothing
    }`;
  }

  /** Enter takes the place that was typed, and inserts the chart if there is none. Backspace in the empty field takes the last one away. */
  readonly #placeKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && this.typed.trim() !== "") {
      event.preventDefault();
      this.#take();
    } else if (event.key === "Backspace" && this.typed === "") {
      const named = this.#named();
      if (named && named.chosen.length > 0) named.set(named.chosen.slice(0, -1));
    }
  };

  readonly #submit = (event: Event) => {
    event.preventDefault();
    void (this.target?.is === "own" ? this.#rewrite() : this.#insert());
  };

  /** The source of what is chosen, with the places that still stand in the field; null if one of these is none. */
  async #final(): Promise<string | null> {
    if (!this.#take()) return null;
    if (this.rows) return rowCell(this.rows.choice, this.rows.table);
    const fitting = this.#fitting;
    const table = this.choice && this.sources?.tables.get(this.choice.dataset);
    if (!table) return null;
    // The years of places that were just taken are asked for anew.
    const [row] = table.year
      ? await this.sources!.rows(spanQuery(this.choice!, table), new AbortController().signal).catch(() => [])
      : [];
    if (fitting !== this.#fitting || !this.choice) return null;
    this.span = spanOf(row) ?? this.span;
    return chartCell(settled({ ...this.choice, years: this.#yearsFor(this.choice) }, table), table);
  }

  async #insert(): Promise<void> {
    const source = await this.#final();
    if (source !== null && this.session) this.#insertCell(this.session, source);
  }

  #insertCell(session: Session, source: string): void {
    const before = new Set(session.cells.map(({ id }) => id));
    const after = this.target && before.has(this.target.cell) ? this.target.cell : undefined;
    this.close();
    session.insert("js", source, after);
    const inserted = session.cells.find(({ id }) => !before.has(id));
    if (inserted) session.run([inserted.id]);
  }

  async #rewrite(): Promise<void> {
    const source = await this.#final();
    const { session, target } = this;
    if (source === null || !session || !target) return;
    if (session.cells.some(({ id }) => id === target.cell)) {
      this.close();
      session.rewrite(new Map([[target.cell, source]]));
      session.reveal(target.cell);
      return;
    }
    this.#insertCell(session, source);
    this.workbench.notify(() => say(chartTexts.gone()));
  }

  readonly #closed = () => {
    this.#fitting?.abort();
    this.#endPreview();
    this.dispatchEvent(new Event("closed"));
  };
}

async function loadSources(session: Session): Promise<ChartSources> {
  const vocabulary = await servedVocabulary(new URL("datasets/", document.baseURI));
  return ChartSources.load(session.catalogue, vocabulary, openServices().compute);
}

function spanOf(row: { readonly [column: string]: unknown } | undefined): readonly [number, number] | null {
  return typeof row?.first === "number" && typeof row.last === "number" ? [row.first, row.last] : null;
}

/** A source as the value of an option. */
function keyOf({ is, name }: RowSource): string {
  return `${is} ${name}`;
}

function isSame(a: RowSource, b: RowSource): boolean {
  return a.is === b.is && a.name === b.name;
}

function nameOfMeasure(table: ChartTable, name: string): string {
  const label = writeFormulas(sayText(labelOf(table, name)));
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function nameOfValue(value: string): string {
  const name = valueNames.get(value);
  return writeFormulas(name ? sayText(name) : value);
}

customElements.define("yuheng-chart-dialog", ChartDialog);
