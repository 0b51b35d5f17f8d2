import { html, nothing, type TemplateResult } from "lit";
import { showSentence } from "../../design/sentence.ts";
import { say } from "../../language/speech.ts";
import { chartTexts } from "./chart-texts.ts";
import { countField } from "./count-field.ts";
import { formChips } from "./form-chips.ts";
import type { RowChart } from "./row-chart.ts";
import { labelColumns, type RowChoice, rowDivisorsOf, rowFormsOf, timeColumns, yearsPer } from "./row-choice.ts";
import { rowNotes } from "./row-notes.ts";
import { columnOf, type RowTable } from "./row-table.ts";
import { select } from "./select-field.ts";
import { yearFields } from "./year-fields.ts";

type Change = (change: Partial<RowChoice>) => void;

/** The fields for what of a table's rows is drawn, around those of the data and of the values. */
export function rowControls(chart: RowChart, places: unknown, data: unknown): TemplateResult {
  const { choice, table } = chart;
  const change: Change = (each) => chart.change(each);
  const { form, label, time, years, count, per } = choice;
  const own = columnOf(table, time)?.years;
  const all = own && yearsPer(own, per, table);
  const divisors = rowDivisorsOf(choice, table);
  const labels = labelColumns(table).map((name) => [name, name] as const);
  const times = timeColumns(table).map((name) => [name, name] as const);
  const none = ["", say(chartTexts.one())] as const;
  return html`${data} ${formChips(rowFormsOf(table), form, (each) => change({ form: each }))}
    ${measureFields(choice, table, change)}
    ${
      labels.length > 0
        ? select(
            form === "trend" ? chartTexts.lines() : chartTexts.bars(),
            label ?? "",
            form === "trend" ? [none, ...labels] : labels,
            (name) => change({ label: name === "" ? null : name, labels: [] }),
          )
        : nothing
    }
    ${times.length > 1 ? select(chartTexts.time(), time ?? "", times, (name) => change({ time: name, years: null })) : nothing}
    ${all && years ? yearFields(form, years, all, (each) => change({ years: each })) : nothing}
    ${
      divisors.length > 0
        ? select(
            chartTexts.per(),
            per ?? "",
            [["", say(chartTexts.nothing())], ...divisors.map((each) => [each, say(chartTexts[each]())] as const)],
            (value) => change({ per: divisors.find((each) => each === value) ?? null }),
          )
        : nothing
    }
    ${form === "ranking" ? countField(count, (each) => change({ count: each })) : nothing} ${places}
    ${rowNotes(choice, table).map((note) => html`<p class="hint" role="note">${showSentence(say(note))}</p>`)}`;
}

function measureFields({ form, measures }: RowChoice, table: RowTable, change: Change) {
  const names = table.measures.map((name) => {
    const { label = name, unit = "" } = columnOf(table, name) ?? {};
    return [name, unit === "" ? label : `${label}, ${unit}`] as const;
  });
  if (form !== "scatter")
    return select(chartTexts.measure(), measures[0]!, names, (name) => change({ measures: [name] }));
  return html`${select(chartTexts.vertical(), measures[0]!, names, (name) => change({ measures: [name, measures[1]!] }))}
  ${select(chartTexts.horizontal(), measures[1]!, names, (name) => change({ measures: [measures[0]!, name] }))}`;
}
