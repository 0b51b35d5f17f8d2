import { html, nothing, type TemplateResult } from "lit";
import { countField } from "./count-field.ts";
import type { DatasetChart } from "./dataset-chart.ts";
import { formChips } from "./form-chips.ts";
import { keyFields } from "./key-fields.ts";
import { measureFields } from "./measure-fields.ts";
import { relationFields } from "./relation-fields.ts";
import { formsOf } from "./settled-choice.ts";
import { startChips } from "./start-chips.ts";
import { yearFields } from "./year-fields.ts";

/** The fields for what of a dataset is drawn, around those of its places and of the data. */
export function datasetControls(chart: DatasetChart, places: unknown, data: unknown): TemplateResult | typeof nothing {
  const { choice, table, sources, span } = chart;
  if (!choice || !table) return nothing;
  const change = chart.change.bind(chart);
  const { form, years, count } = choice;
  return html`${startChips(sources, (each) => chart.start(each))} ${places}
    ${formChips(formsOf(table), form, (each) => change({ form: each }))} ${data} ${measureFields(choice, table, change)}
    ${keyFields(choice, table, change)}
    ${table.year && years ? yearFields(form, years, yearsFrom(span ?? [table.year.first, table.year.last]), (each) => chart.chooseYears(each)) : nothing}
    ${relationFields(choice, table, change)}
    ${form === "ranking" ? countField(count, (each) => change({ count: each })) : nothing}`;
}

function yearsFrom([first, last]: readonly [number, number]): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
