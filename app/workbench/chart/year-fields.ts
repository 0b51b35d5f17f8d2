import { html, type TemplateResult } from "lit";
import { type ChartForm, isOfOneYear } from "./chart-choice.ts";
import { chartTexts } from "./chart-texts.ts";
import { select } from "./select-field.ts";

type Years = readonly [first: number, last: number];

/** The field of the year of a chart, among all that can be chosen, or the two of a chart over time, of which neither passes the other. */
export function yearFields(
  form: ChartForm,
  [first, last]: Years,
  all: readonly number[],
  set: (years: Years) => void,
): TemplateResult {
  const options = all.map((year) => [String(year), String(year)] as const);
  if (isOfOneYear(form))
    return select(chartTexts.year(), String(last), options, (year) => set([Number(year), Number(year)]));
  return html`<div class="pair">
    ${select(chartTexts.first(), String(first), options, (year) => set([Number(year), Math.max(last, Number(year))]))}
    ${select(chartTexts.last(), String(last), options, (year) => set([Math.min(first, Number(year)), Number(year)]))}
  </div>`;
}
