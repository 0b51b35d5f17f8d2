import { html, nothing } from "lit";
import { servedVocabulary } from "../../../kernel/services/served-vocabulary.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { controls } from "../../design/controls.ts";
import { dialogStyle } from "../../design/dialog.ts";
import { icon } from "../../design/icons.ts";
import { showSentence } from "../../design/sentence.ts";
import { say } from "../../language/speech.ts";
import { showModal } from "../../live/modal-dialog.ts";
import type { CellBehind } from "../../session/cell-preview.ts";
import type { Session } from "../../session/contract.ts";
import { openServices } from "../../session/services.ts";
import { DialogElement } from "../shell/dialog-element.ts";
import { type ChartRequest, type FirstChart, firstOfRows, openingOf } from "./chart-opening.ts";
import { ChartPreview } from "./chart-preview.ts";
import { cellsBehind } from "./chart-rows.ts";
import { ChartSources } from "./chart-sources.ts";
import { chartStyle } from "./chart-style.ts";
import { type ChartTarget, insertChart, rewriteChart } from "./chart-target.ts";
import { chartTexts } from "./chart-texts.ts";
import { dataField } from "./data-field.ts";
import { DatasetChart } from "./dataset-chart.ts";
import { datasetControls } from "./dataset-controls.ts";
import { PlaceField } from "./place-field.ts";
import { RowChart } from "./row-chart.ts";
import type { RowChoice } from "./row-choice.ts";
import { rowControls } from "./row-controls.ts";
import type { RowSource, RowTable } from "./row-table.ts";

/**
 * The dialog in which a chart is chosen: measure, places, years, relations and form, with a preview that is the cell itself, running.
 * What was chosen stands in the cell alone, from which the dialog reads it back.
 */
export class ChartDialog extends DialogElement {
  static override properties = {
    sources: { state: true },
    problem: { state: true },
    chart: { state: true },
    target: { state: true },
  };
  static override styles = [controls, dialogStyle, chartStyle];

  declare private sources: ChartSources | null;
  declare private problem: Sentence | null;
  /** What is chosen: of a dataset of the library, or of a table of the notebook. */
  declare private chart: DatasetChart | RowChart | null;
  declare private target: ChartTarget | null;
  readonly #preview = new ChartPreview(
    () => this.renderRoot.querySelector<HTMLElement>(".preview"),
    () => this.requestUpdate(),
  );
  readonly #places = new PlaceField(() => this.chart?.names ?? null);

  constructor() {
    super();
    this.sources = null;
    this.problem = null;
    this.chart = null;
    this.target = null;
  }

  async show(request: ChartRequest): Promise<void> {
    const { session } = this;
    if (!session) return;
    this.problem = null;
    this.chart = null;
    this.target = null;
    this.#places.clear();
    await this.updateComplete;
    showModal(this.dialog);
    try {
      this.sources ??= await loadSources(session);
    } catch (error) {
      this.problem = chartTexts.failed({ reason: messageOf(error) });
      return;
    }
    if (!this.dialog.open || session !== this.session) return;
    const opening = await openingOf(this.sources, session, request);
    if (!this.dialog.open || session !== this.session) return;
    this.target = opening.target;
    this.#begin(session, opening.chart);
    this.problem = opening.problem;
    await this.updateComplete;
    const field =
      this.renderRoot.querySelector<HTMLElement>(".places input") ?? this.renderRoot.querySelector("select");
    field?.focus();
  }

  #begin(session: Session, first: FirstChart): void {
    if (first.of === "dataset") void this.#chartOf(this.sources!, session, first.isOwn).settle(first.choice);
    else if (first.of === "rows") this.#showRows(session, first.table, first.choice);
  }

  /** The chart of a dataset, to which the dialog changes when it first has a choice. */
  #chartOf(sources: ChartSources, session: Session, isOwn: boolean): DatasetChart {
    if (this.chart instanceof DatasetChart) return this.chart;
    const chart: DatasetChart = new DatasetChart(
      sources,
      {
        changed: () => {
          if (this.chart !== chart) {
            this.#preview.end();
            this.chart = chart;
            this.problem = null;
          }
          this.requestUpdate();
        },
        draw: (source) => this.#draw(source, session, () => []),
      },
      isOwn,
    );
    return chart;
  }

  #showRows(session: Session, table: RowTable, choice: RowChoice): void {
    if (this.chart instanceof DatasetChart) this.chart.stop();
    this.#preview.end();
    const { is, name } = table.source;
    const draw = (source: string) =>
      this.#draw(source, session, () => (is === "value" ? cellsBehind(session, name) : []));
    const chart = new RowChart(table, choice, this.sources!.countries, { changed: () => this.requestUpdate(), draw });
    this.chart = chart;
    draw(chart.source);
  }

  #draw(source: string, session: Session, behind: () => readonly CellBehind[]): void {
    if (this.dialog.open) this.#preview.show(source, session, behind);
  }

  protected override render() {
    const { problem, chart } = this;
    const isReady = chart !== null;
    return html`<dialog aria-labelledby="title" @close=${this.#closed}>
      <form class="sheet" @submit=${this.#submit}>
        <div class="head">
          <h2 id="title">${say(chartTexts.title())}</h2>
          <button class="tool" type="button" aria-label=${say(chartTexts.close())} @click=${() => this.close()}>${icon("close")}</button>
        </div>
        <div class="body">
          <div class="choices">
            ${problem === null ? nothing : html`<p class="problem" role="alert">${showSentence(say(problem))}</p>`}
            ${chart ? this.#renderChoices(chart) : problem === null ? html`<p class="muted" role="status">${say(chartTexts.loading())}</p>` : nothing}
          </div>
          <div class="shown">
            <div class="preview" inert></div>
            ${isReady ? this.#preview.render() : nothing}
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

  #renderChoices(chart: DatasetChart | RowChart) {
    const isChanged = this.target?.is === "changed";
    const data = this.#renderData(chart.data);
    return html`${isChanged ? html`<p class="note" role="status">${say(chartTexts.changedByHand())}</p>` : nothing}
      ${
        chart instanceof DatasetChart
          ? datasetControls(chart, this.#places.render(true), data)
          : rowControls(chart, this.#places.render(false), data)
      }`;
  }

  #renderData(shown: string | RowSource) {
    const { session, sources } = this;
    if (!session || !sources) return nothing;
    return dataField(session, sources, shown, {
      rows: (offered) => {
        this.#places.clear();
        void firstOfRows(session, sources, offered).then(({ chart, problem }) => {
          if (!this.dialog.open || session !== this.session) return;
          this.problem = problem;
          this.#begin(session, chart);
        });
      },
      dataset: (table) => {
        this.problem = null;
        this.#chartOf(sources, session, false).open(table);
      },
    });
  }

  readonly #submit = (event: Event) => {
    event.preventDefault();
    void (this.target?.is === "own" ? this.#rewrite() : this.#insert());
  };

  /** The source of what is chosen, with the places that still stand in the field; null if one of these is none. */
  async #final(): Promise<string | null> {
    if (!(await this.#places.take()) || !this.chart) return null;
    return this.chart.final();
  }

  async #insert(): Promise<void> {
    const source = await this.#final();
    const { session, target } = this;
    if (source === null || !session) return;
    this.close();
    insertChart(session, source, target);
  }

  async #rewrite(): Promise<void> {
    const source = await this.#final();
    const { session, target } = this;
    if (source === null || !session || !target) return;
    this.close();
    if (!rewriteChart(session, source, target)) this.workbench.notify(() => say(chartTexts.gone()));
  }

  readonly #closed = () => {
    if (this.chart instanceof DatasetChart) this.chart.stop();
    this.#preview.end();
    this.dispatchEvent(new Event("closed"));
  };
}

async function loadSources(session: Session): Promise<ChartSources> {
  const vocabulary = await servedVocabulary(new URL("datasets/", document.baseURI));
  return ChartSources.load(session.catalogue, vocabulary, openServices().compute);
}

customElements.define("yuheng-chart-dialog", ChartDialog);
