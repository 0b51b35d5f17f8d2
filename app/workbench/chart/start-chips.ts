import { html, type TemplateResult } from "lit";
import { say } from "../../language/speech.ts";
import type { ChartSources } from "./chart-sources.ts";
import { chartTexts } from "./chart-texts.ts";
import { type StartingChart, startingCharts } from "./ten-charts.ts";

/** The charts that many ask for, as far as their data are there. */
export function startChips({ tables }: ChartSources, start: (chart: StartingChart) => void): TemplateResult {
  return html`<fieldset>
    <legend>${say(chartTexts.starts())}</legend>
    <div class="chips">
      ${startingCharts
        .filter(({ choice }) => tables.has(choice.dataset))
        .map(
          (chart) => html`<button class="chip" type="button" data-start=${chart.id} @click=${() => start(chart)}>
            ${say(chart.label)}
          </button>`,
        )}
    </div>
  </fieldset>`;
}
