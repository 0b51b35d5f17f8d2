import { html, nothing, type TemplateResult } from "lit";
import { say } from "../../language/speech.ts";
import { chartTexts } from "./chart-texts.ts";
import { labelColumns, type RowChoice, timeColumns } from "./row-choice.ts";
import { columnOf, type RowTable } from "./row-table.ts";
import { select } from "./select-field.ts";

type Change = (change: Partial<RowChoice>) => void;

/** The fields for what of a table's rows is drawn: measures, the column of lines or bars, time and years. */
export function rowControls(choice: RowChoice, table: RowTable, change: Change): TemplateResult {
  const { form, label, time, count } = choice;
  const labels = labelColumns(table).map((name) => [name, name] as const);
  const times = timeColumns(table).map((name) => [name, name] as const);
  const none = ["", say(chartTexts.one())] as const;
  return html`${measureFields(choice, table, change)}
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
    ${yearFields(choice, table, change)}
    ${
      form === "ranking"
        ? select(
            chartTexts.count(),
            String(count),
            [...new Set([5, 10, 15, 20, 30, count])].sort((a, b) => a - b).map((each) => [String(each), String(each)]),
            (value) => change({ count: Number(value) }),
          )
        : nothing
    }`;
}

function measureFields({ form, measures }: RowChoice, table: RowTable, change: Change) {
  const names = table.measures.map((name) => {
    const unit = columnOf(table, name)?.unit ?? "";
    return [name, unit === "" ? name : `${name}, ${unit}`] as const;
  });
  if (form !== "scatter")
    return select(chartTexts.measure(), measures[0]!, names, (name) => change({ measures: [name] }));
  return html`${select(chartTexts.vertical(), measures[0]!, names, (name) => change({ measures: [name, measures[1]!] }))}
  ${select(chartTexts.horizontal(), measures[1]!, names, (name) => change({ measures: [measures[0]!, name] }))}`;
}

function yearFields({ form, time, years }: RowChoice, table: RowTable, change: Change) {
  const span = columnOf(table, time)?.years;
  if (!span || !years) return nothing;
  const options = Array.from({ length: span[1] - span[0] + 1 }, (_, i) => String(span[0] + i)).map(
    (year) => [year, year] as const,
  );
  const [first, last] = years;
  if (form !== "trend")
    return select(chartTexts.year(), String(last), options, (year) => change({ years: [Number(year), Number(year)] }));
  return html`<div class="pair">
    ${select(chartTexts.first(), String(first), options, (year) => change({ years: [Number(year), Math.max(last, Number(year))] }))}
    ${select(chartTexts.last(), String(last), options, (year) => change({ years: [Math.min(first, Number(year)), Number(year)] }))}
  </div>`;
}
